"""Frames between the host and this process: requests on the first file descriptor, replies on the fourth.

A frame is two little-endian uint32, the length of a JSON header and the number of blobs; the header; and each blob
behind its uint64 length. The user's program never sees these descriptors: it reads an empty standard input.
"""
import json
import os
import queue
import signal
import struct
import threading


class Channel:
    def __init__(self):
        self._requests = os.fdopen(os.dup(0), "rb")
        self._replies = os.fdopen(os.dup(3), "wb")
        os.close(3)
        empty = os.open(os.devnull, os.O_RDONLY)
        os.dup2(empty, 0)
        os.close(empty)
        self._pid = os.getpid()
        self._queue = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    @property
    def in_child(self):
        """Whether this is a process that the user's program forked."""
        return os.getpid() != self._pid

    def receive(self):
        return self._queue.get()

    def send(self, message, blobs=()):
        header = json.dumps(message).encode()
        self._replies.write(struct.pack("<II", len(header), len(blobs)))
        self._replies.write(header)
        for blob in blobs:
            self._replies.write(struct.pack("<Q", len(blob)))
            self._replies.write(blob)
        self._replies.flush()

    def _read(self):
        while True:
            prefix = self._requests.read(8)
            if len(prefix) < 8:
                self._host_is_gone()
            length, count = struct.unpack("<II", prefix)
            message = json.loads(self._requests.read(length))
            blobs = []
            for _ in range(count):
                (size,) = struct.unpack("<Q", self._requests.read(8))
                blobs.append(self._requests.read(size))
            self._queue.put((message, blobs))

    def _host_is_gone(self):
        """Nobody waits for an answer: end at once, whatever the user's program is doing."""
        if hasattr(os, "killpg") and os.getpgrp() == os.getpid():
            os.killpg(os.getpid(), signal.SIGKILL)
        os._exit(1)
