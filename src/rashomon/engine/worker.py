"""What a worker process runs, as a script: parts come in on standard input, answers go out on standard output, pickled.

It is started by its path and imports nothing of the house before it is told where the parent found it: so it works from any
script, with or without a `__main__` guard, and never imports a module that merely lies in the working folder.
"""

import os
import pickle
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any

DONE, BROKEN, READY = "done", "broken", "ready"
Answer = tuple[str, Any]


def attempt(fn: Callable[[Any], Any], part: Any) -> Answer:
    """What `fn` made of the part, or the name and the words of the error that it raised."""
    try:
        return DONE, fn(part)
    except MemoryError:
        return BROKEN, ("MemoryError", "memory ran out")  # Python says nothing
    except Exception as error:
        return BROKEN, (type(error).__name__, str(error))


def main() -> None:
    """Answers until the parent closes the pipe, or is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's: it decides what is kept and ends its workers
    questions = sys.stdin.buffer
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not fall among the answers
    sys.path[:] = pickle.load(questions)  # noqa: S301 (the parent is the only one on the pipe)
    fn = pickle.load(questions)  # noqa: S301
    answers.write(pickle.dumps(READY))
    answers.flush()
    while True:
        try:
            part = pickle.load(questions)  # noqa: S301
        except EOFError:
            return
        answers.write(pickle.dumps(attempt(fn, part)))
        answers.flush()


if __name__ == "__main__":
    with suppress(BrokenPipeError):  # the parent was killed: nobody is left to answer
        main()
