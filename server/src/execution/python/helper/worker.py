"""Holds one process of the user's interpreter: runs the program up to the wanted calls, then times functions."""
import os
import platform
import signal
import sys
import threading
import time
from types import FunctionType

from .case import Case
from .channel import Channel
from .program import Program, bind
from .stand_in.elementwise import GUFunc
from .values import encode

HAS_TIMER = hasattr(signal, "setitimer")
# Time that passes, or this thread's on a processor.
CLOCKS = {"wall": time.perf_counter_ns, "processor": time.thread_time_ns}


class Worker:
    def __init__(self, channel):
        self._channel = channel
        self._captured = {}
        self._cases = {}
        self._serving = False
        self._wanted = frozenset()
        self._program = None
        self._request = None
        self._defined = {}

    def load(self, request):
        """Runs the user's program, or a part of it, and then serves requests; never returns."""
        if request["numba"] == "stand-in":
            from . import stand_in

            stand_in.install(request["numbaVersion"])
        else:
            import numba  # noqa: F401, imported here so that its time is not taken for compilation
        self._request = request
        self._wanted = frozenset(request["wanted"])
        start = time.perf_counter_ns()
        try:
            self._program = Program(request["source"], request["path"], self._wanted, self._on_call)
            if request["mode"] == "program":
                self._arm(request["deadlineMs"] / 1000)
                outcome = self._program.run()
            else:
                outcome = {"how": "ended"}
        except SyntaxError as error:
            outcome = {"how": "raised", "error": "SyntaxError", "detail": str(error), "line": error.lineno}
        except RecursionError as error:
            outcome = {"how": "raised", "error": "RecursionError", "detail": str(error), "line": None}
        if not self._channel.in_child:
            self._serve({**outcome, "ns": time.perf_counter_ns() - start})
            # A thread of the program's got to the call before and serves; the process is its.
            threading.Event().wait()
        os._exit(0)

    def _arm(self, seconds):
        if HAS_TIMER:
            signal.signal(signal.SIGALRM, lambda *_: self._serve({"how": "deadline"}))
            signal.setitimer(signal.ITIMER_REAL, seconds)

    def _on_call(self, name, function, args, kwargs):
        if self._serving or name in self._captured or self._channel.in_child:
            return
        self._captured[name] = record(function, args, kwargs)
        if self._wanted <= self._captured.keys():
            self._serve({"how": "captured"})

    def _serve(self, outcome):
        """Answers requests from wherever the program stands; its functions and globals are as the call found them."""
        if self._serving or self._channel.in_child:
            return
        self._serving = True
        if HAS_TIMER:
            signal.setitimer(signal.ITIMER_REAL, 0)
        if self._program is not None:
            self._program.uninstrument()
        blobs = []
        calls = {}
        for name, (encoded, own_blobs) in self._captured.items():
            calls[name] = {**encoded, "firstBlob": len(blobs)}
            blobs.extend(own_blobs)
        flush_output()
        self._channel.send({"outcome": outcome, "calls": calls, "versions": versions()}, blobs)
        while True:
            request, request_blobs = self._channel.receive()
            if request["op"] == "quit":
                os._exit(0)
            self._answer(request, request_blobs)

    def _answer(self, request, blobs):
        reply_blobs = []
        try:
            if request["op"] == "define":
                reply = self._define(request["function"])
            elif request["op"] == "prepare":
                function = self._choose(request["function"], request["engine"])
                self._cases[request["case"]] = Case(function, request["args"], blobs)
                reply = {}
            elif request["op"] == "call":
                case = self._cases[request["case"]]
                reply = case.call(request["limitMs"], reply_blobs, CLOCKS[request.get("clock", "wall")])
            else:
                case = self._cases[request["case"]]
                reply = case.time(request["calls"], request["limitMs"], CLOCKS[request.get("clock", "wall")])
        except Exception as error:
            reply = {"error": "%s: %s" % (type(error).__name__, str(error)[:2000])}
        flush_output()
        self._channel.send(reply, reply_blobs)

    def _define(self, name):
        """Runs what one function needs in a namespace of its own, for arguments that come from elsewhere."""
        start = time.perf_counter_ns()
        program = Program(self._request["source"], self._request["path"], frozenset(), self._on_call)
        try:
            outcome = program.define(name)
        except SyntaxError as error:
            outcome = {"how": "raised", "error": "SyntaxError", "detail": str(error), "line": error.lineno}
        self._defined[name] = program
        return {"outcome": {**outcome, "ns": time.perf_counter_ns() - start}}

    def _choose(self, name, engine):
        """What to call: the function as decorated, or for a vectorized one its body over arrays or elements."""
        function = self._defined.get(name, self._program).find(name)
        if engine == "arrays":
            return function.whole_arrays
        if engine == "elementwise":
            return function.one_by_one
        if engine == "numba" and isinstance(function, FunctionType):
            return compile_plain(self._defined[name].namespace, name)
        return function


def compile_plain(namespace, name):
    """Decorates a plain function, and the plain ones of the program that it calls, as Numba would need it."""
    import numba

    function = namespace[name]
    namespace[name] = numba.njit(function)
    for used in function.__code__.co_names:
        callee = namespace.get(used)
        if isinstance(callee, FunctionType) and callee.__code__.co_filename == function.__code__.co_filename:
            compile_plain(namespace, used)
    return namespace[name]


def record(function, args, kwargs):
    """The arguments as data, taken before the call can change them."""
    blobs = []
    if isinstance(function, GUFunc):
        return {"problem": "the program passes whole arrays, and the kernel takes their rows"}, []
    try:
        values = bind(function, args, kwargs)
        shares = share_memory(values)
        return {"args": [encode(value, blobs) for value in values], "sharesMemory": shares}, blobs
    except Exception as error:
        return {"problem": "%s: %s" % (type(error).__name__, error)}, []


def share_memory(values):
    if "numpy" not in sys.modules:
        return False
    np = sys.modules["numpy"]
    arrays = [value for value in values if isinstance(value, np.ndarray)]
    return any(np.may_share_memory(a, b) for i, a in enumerate(arrays) for b in arrays[:i])


def versions():
    found = {"python": platform.python_version()}
    for name in ("numpy", "numba"):
        if name in sys.modules and hasattr(sys.modules[name], "__version__"):
            found[name] = sys.modules[name].__version__
    return found


def flush_output():
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except Exception:
            pass  # The program may have closed or replaced it.


def main():
    channel = Channel()
    request, _ = channel.receive()
    Worker(channel).load(request)
