"""How a process is started that Ctrl-C shall reach, whoever started the tests: a shell lets what it starts with `&` ignore it."""

import signal


def heeded() -> None:
    """To be called in the child, before the program (`preexec_fn`)."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
