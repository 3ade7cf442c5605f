"""Pages as they were drawn, compressed, by their address. A page of a case is the same for every reader until the case changes:
whoever comes second, or comes back, gets the print. Pages on which somebody works are nobody else's, and are never kept.
"""

from collections import OrderedDict
from collections.abc import Hashable
from gzip import compress, decompress
from threading import Lock

from starlette.responses import Response

ROOM = 48_000_000  # bytes: some 6,000 pages
LEVEL = 4  # of the first page of a big case 1 makes 59 kB in 2.4 ms, 4 makes 45 in 3.2, 6 makes 40 in 5.9
LONGEST = 400  # characters of an address that is kept: whoever makes up longer ones pays for the drawing


class Prints:
    """The prints of one state of the case; those used longest ago are let go when there is no more room."""

    def __init__(self, room: int = ROOM) -> None:
        self._room, self._size = room, 0
        self._state: Hashable = None
        self._pages: OrderedDict[str, bytes] = OrderedDict()
        self._lock = Lock()

    def find(self, state: Hashable, address: str) -> bytes | None:
        """The page of this address, if it was drawn in this state of the case."""
        with self._lock:
            if self._state != state or address not in self._pages:
                return None
            self._pages.move_to_end(address)
            return self._pages[address]

    def keep(self, state: Hashable, address: str, page: str) -> bytes:
        """The page compressed; kept, and all of another state let go."""
        packed = compress(page.encode("utf-8", "replace"), LEVEL, mtime=0)
        with self._lock:
            if self._state != state:
                self._state, self._size = state, 0
                self._pages.clear()
            if len(address) <= LONGEST and address not in self._pages:
                self._pages[address] = packed
                self._size += len(packed)
            while self._size > self._room:
                self._size -= len(self._pages.popitem(last=False)[1])
        return packed


def handed_out(packed: bytes, accepted: str) -> Response:
    """A print as the answer to whoever accepts these encodings."""
    if "gzip" not in accepted:
        return Response(decompress(packed), media_type="text/html")
    return Response(packed, media_type="text/html", headers={"Content-Encoding": "gzip", "Vary": "Accept-Encoding"})
