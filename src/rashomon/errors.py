"""Every exception of the house.

RashomonError
├── UsageError          the command or call was given something that cannot be meant        (exit code 2)
│   └── Overtaken       somebody else judged the same items meanwhile; nothing was put down
├── NothingRead         no input could be read at all                                       (exit code 3)
├── UnreadableCapture   one file could not be read; the others go on                        (a Failure row)
├── CaseError           the case folder is missing, damaged, or made by a newer version     (exit code 2)
├── CannotWrite         the disk is full or refuses; what was done before is kept           (exit code 1)
├── ClusterError        the cluster cannot be reached, is gone, or has another program      (exit code 2)
├── MissingExtra        an optional part is not installed; the message names the pip line   (exit code 2)
└── WeightsError        the weights of a net are missing or altered                         (exit code 2)
"""


class RashomonError(Exception):
    """The root: the message says what was wrong, the value, what is allowed, and what to do next."""


class UsageError(RashomonError):
    """The command or call was given something that cannot be meant."""


class Overtaken(UsageError):
    """Somebody else has judged the same meanwhile, and this person had not seen it; nothing was put down."""


class NothingRead(RashomonError):
    """No input could be read at all."""


class UnreadableCapture(RashomonError):
    """One captured file cannot be read: `reason` says why, `remedy` what to do about it."""

    def __init__(self, uri: str, reason: str, remedy: str) -> None:
        super().__init__(f"{uri}: {reason}. {remedy}")
        self.uri, self.reason, self.remedy = uri, reason, remedy

    def __reduce__(self) -> tuple[type["UnreadableCapture"], tuple[str, str, str]]:
        return type(self), (self.uri, self.reason, self.remedy)  # an exception that crosses processes must unpickle


class CaseError(RashomonError):
    """The case folder is missing, damaged, or made by a newer version."""


class CannotWrite(RashomonError):
    """The disk is full or refuses to be written to; what was done before is kept."""


class ClusterError(RashomonError):
    """The cluster that was to do the work cannot be reached, is gone, or has another program; what was done is kept."""


class MissingExtra(RashomonError):
    """An optional part is not installed; the message names the pip line."""


class WeightsError(RashomonError):
    """The weights of a net are missing or altered; nothing was read with them."""
