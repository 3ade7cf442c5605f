"""Wrong tokens, counted: whoever brings many is heard again after a minute."""

from collections import OrderedDict
from collections.abc import Callable
from time import monotonic

MOST = 20  # wrong tokens from one address, and it must wait
PAUSE = 60.0  # seconds
KNOWN = 10_000  # addresses that are remembered


class Guesses:
    """Which wrong tokens an address has brought. While it is barred even the right one is not looked at, else it could guess on.

    A token is 24 random bytes, so this keeps the processor free and says that somebody tries; the token would be secret without.
    The same wrong one again is no further guess: a page left open asks on with the token of an earlier start.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._wrong: OrderedDict[str, tuple[float, set[int]]] = OrderedDict()  # since when, and which

    def is_barred(self, address: str) -> bool:
        """Whether this address must wait."""
        since, tokens = self._wrong.get(address, (0.0, set()))
        if tokens and self._clock() - since >= PAUSE:
            del self._wrong[address]
            return False
        return len(tokens) >= MOST

    def note(self, address: str, token: str) -> None:
        """A wrong one was brought."""
        since, tokens = self._wrong.pop(address, (self._clock(), set()))
        self._wrong[address] = since, tokens | {hash(token)}
        if len(self._wrong) > KNOWN:
            self._wrong.popitem(last=False)
