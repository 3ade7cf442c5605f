"""Runs a command to which the network is forbidden: `python tests/sealed.py LOG COMMAND…` (Linux on x86-64 or ARM64).

Two seals. The kernel ends every process (of the command and of all that it starts) at the first call that could send something to
an address, in Python, C, C++ or Rust. And Python says beforehand, in LOG, who wanted to: a line for each name looked up and each
connection made. To listen, and to answer on a connection that somebody else made, is allowed: `rashomon serve` does.
"""

import ctypes
import os
import platform
import struct
import sys
from pathlib import Path

CALLS = {  # connect, sendto, sendmsg, sendmmsg; and what the kernel calls the machine
    "x86_64": (42, 44, 46, 307, 0xC000003E),
    "aarch64": (203, 206, 211, 269, 0xC00000B7),
}
LOAD, EQUALS, RETURN = 0x20, 0x15, 0x06
ALLOW, KILL = 0x7FFF0000, 0x80000000
NUMBER, MACHINE = 0, 4  # places in what the kernel shows of a call; then come its arguments, eight bytes each
LENGTH, ADDRESS = 16 + 8 * 2, 16 + 8 * 4  # the third of connect is how long an address is, the fifth of sendto is the address
LOCAL = 110  # bytes of the address of a socket file: so the C library asks this machine who its users are

HOOK = """
import os, sys, traceback
def forbidden(event, arguments):
    if event in {events!r}:
        with open({log!r}, "a") as log:
            log.write(f"{{event}} {{arguments[1:]}} {{traceback.format_stack(limit=4)[:-1]}}\\n".replace("\\n", " ") + "\\n")
        raise PermissionError(f"{{event}}: the network is forbidden here")
sys.addaudithook(forbidden)
"""
EVENTS = {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "socket.sendmsg"}


def can_seal() -> bool:
    """Whether this machine has such seals."""
    return sys.platform == "linux" and platform.machine() in CALLS


def seal() -> None:
    """Forbids this process and its children to send anything to an address; for good."""
    connect, sendto, sendmsg, sendmmsg, machine = CALLS[platform.machine()]
    steps = [
        (LOAD, 0, 0, MACHINE),
        (EQUALS, 0, 10, machine),
        (LOAD, 0, 0, NUMBER),
        (EQUALS, 4, 0, connect),
        (EQUALS, 7, 0, sendmsg),
        (EQUALS, 6, 0, sendmmsg),
        (EQUALS, 3, 0, sendto),
        (RETURN, 0, 0, ALLOW),
        (LOAD, 0, 0, LENGTH),  # of connect
        (EQUALS, 3, 2, LOCAL),
        (LOAD, 0, 0, ADDRESS),  # of sendto; without one it is how what is connected is written to
        (EQUALS, 1, 0, 0),
        (RETURN, 0, 0, KILL),
        (RETURN, 0, 0, ALLOW),
    ]
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in steps))
    program = struct.pack("HL", len(steps), ctypes.addressof(code))
    libc = ctypes.CDLL(None, use_errno=True)
    for what in ((38, 1, 0, 0, 0), (22, 2, program, 0, 0)):  # no new privileges; then the filter
        if libc.prctl(*what):
            raise OSError(ctypes.get_errno(), "the kernel does not seal")


if __name__ == "__main__":
    log, command = Path(sys.argv[1]).absolute(), sys.argv[2:]
    log.touch()
    hooks = log.parent / "hooks"
    hooks.mkdir(exist_ok=True)
    (hooks / "sitecustomize.py").write_text(HOOK.format(events=EVENTS, log=str(log)))
    seal()
    os.execvpe(command[0], command, {**os.environ, "PYTHONPATH": str(hooks)})
