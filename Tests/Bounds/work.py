"""Counts the work of a command: the instructions that its process and all its threads execute in user mode.

Instructions are the same on a busy machine and on an idle one, within a few per cent. Where the system does not let them be counted
(`perf_event_open` is forbidden in many containers), processor time stands for them, and `COUNTS_INSTRUCTIONS` is false.
"""

import ctypes
import os
import resource
import struct

PERF_EVENT_OPEN = {"x86_64": 298, "aarch64": 241}.get(os.uname().machine)
HARDWARE, INSTRUCTIONS, READ_TOTAL = 0, 1, 0
# disabled, inherit, exclude_kernel, exclude_hv, enable_on_exec
FLAGS = 1 << 0 | 1 << 1 | 1 << 5 | 1 << 6 | 1 << 12


def _open_counter(process: int) -> int | None:
    """A file that holds the instructions of a process from its next `exec` on, of its children too; None if not allowed."""
    if PERF_EVENT_OPEN is None:
        return None
    attributes = struct.pack("=IIQQQQQ", HARDWARE, 112, INSTRUCTIONS, 0, 0, READ_TOTAL, FLAGS).ljust(112, b"\0")
    libc = ctypes.CDLL(None, use_errno=True)
    counter = libc.syscall(PERF_EVENT_OPEN, ctypes.c_char_p(attributes), process, -1, -1, 0)
    return counter if counter >= 0 else None


class Run:
    """What a command did: `status` (exit status, or minus the signal), `work` (instructions, or nanoseconds), `memory` in bytes."""

    def __init__(self, command: list[str], folder: str, seconds: int = 300):
        ready, go = os.pipe()
        process = os.fork()
        if process == 0:
            os.close(go)
            os.read(ready, 1)
            os.chdir(folder)
            # What is measured is work, not what was kept of it.
            os.environ["PLANC_CACHE"] = ""
            resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
            null = os.open(os.devnull, os.O_RDWR)
            for stream in (0, 1, 2):
                os.dup2(null, stream)
            try:
                os.execv(command[0], command)
            finally:
                os._exit(127)
        os.close(ready)
        counter = _open_counter(process)
        os.write(go, b"x")
        os.close(go)
        _, status, usage = os.wait4(process, 0)
        self.status = os.waitstatus_to_exitcode(status)
        self.memory = usage.ru_maxrss * 1024
        if counter is None:
            self.work = int(usage.ru_utime * 1e9)
        else:
            self.work = struct.unpack("=Q", os.read(counter, 8))[0]
            os.close(counter)


COUNTS_INSTRUCTIONS = (lambda counter: counter is not None and os.close(counter) is None)(_open_counter(0))
