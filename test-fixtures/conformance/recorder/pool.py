"""A process that answers requests one by one and is replaced when it crashes or takes too long."""

import multiprocessing

processes = multiprocessing.get_context("spawn")


class Worker:
    def __init__(self, limit):
        self.limit = limit
        self.process = None
        self.pipe = None

    def ask(self, request):
        """The answer, or `{"failure": "crash" | "timeout" | "recorder-error", "message"}`."""
        if self.process is None:
            self.start()
        self.pipe.send(request)
        if not self.pipe.poll(self.limit):
            self.stop()
            return {"failure": "timeout", "message": f"no answer within {self.limit} s"}
        try:
            return self.pipe.recv()
        except EOFError:
            self.stop()
            return {"failure": "crash", "message": "the process ended"}

    def start(self):
        self.pipe, theirs = processes.Pipe()
        self.process = processes.Process(target=serve, args=(theirs,), daemon=True)
        self.process.start()
        theirs.close()

    def stop(self):
        if self.process is not None:
            self.process.kill()
            self.process.join()
            self.pipe.close()
        self.process = None


def serve(pipe):
    import traceback
    import warnings

    from recorder.cases import groups_of
    from recorder.outcome import record_group

    warnings.filterwarnings("ignore")
    actions = {"groups": groups_of, "record": record_group}
    while True:
        action, *arguments = pipe.recv()
        try:
            answer = actions[action](*arguments)
        except BaseException:
            answer = {"failure": "recorder-error", "message": traceback.format_exc()}
        pipe.send(answer)
