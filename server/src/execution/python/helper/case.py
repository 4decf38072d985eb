"""One function with one set of arguments: called for its result, or over and over for its time."""
import contextlib
import gc
import signal
import threading
import time

from .values import decode, encode, fresh_copy

HAS_TIMER = hasattr(signal, "setitimer")
COPIES_LIMIT = 2**26


class TooSlow(BaseException):
    """Raised into a call that takes longer than it may."""


class Case:
    def __init__(self, function, args, blobs):
        self._args = [decode(arg, blobs) for arg in args]
        # Choosing by type is Numba's work at compile time, so it is no part of the time in plain Python.
        choose = getattr(function, "implementation_for", None)
        self._function = choose(self._args) if choose else function
        self._bytes = sum(len(blob) for blob in blobs) or 1
        self._changes_arguments = True

    def call(self, limit_ms, blobs, clock=time.perf_counter_ns):
        args = self._fresh_arguments()
        try:
            with limited(limit_ms):
                start = clock()
                result = self._function(*args)
                elapsed = clock() - start
        except TooSlow:
            return {"tooSlow": True}
        except Exception as error:
            return {"raised": type(error).__name__, "message": str(error)[:500], "module": type(error).__module__}
        reply = {"ns": elapsed, "result": encode(result, blobs)}
        after_blobs = []
        after = [encode(arg, after_blobs) for arg in args]
        before_blobs = []
        before = [encode(arg, before_blobs) for arg in self._args]
        self._changes_arguments = (after, after_blobs) != (before, before_blobs)
        reply["argsAfter"] = [encode(arg, blobs) for arg in args] if self._changes_arguments else None
        return reply

    def time(self, calls, limit_ms, clock=time.perf_counter_ns):
        """Nanoseconds for that many calls in a row, each on fresh copies if the function changes its arguments."""
        if self._changes_arguments:
            calls = max(1, min(calls, COPIES_LIMIT // self._bytes))
            sets = [self._fresh_arguments() for _ in range(calls)]
        else:
            sets = [self._args] * calls
        function = self._function
        gc.collect()
        gc.disable()
        try:
            with limited(limit_ms):
                start = clock()
                for args in sets:
                    function(*args)
                elapsed = clock() - start
        except TooSlow:
            return {"tooSlow": True}
        finally:
            gc.enable()
        return {"ns": elapsed, "calls": calls}

    def _fresh_arguments(self):
        return [fresh_copy(arg) for arg in self._args]


@contextlib.contextmanager
def limited(limit_ms):
    """Stops Python code after a while; compiled code is for the host to kill."""
    if not HAS_TIMER or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(*_):
        raise TooSlow

    previous = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, limit_ms / 1000)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, previous or signal.SIG_DFL)
