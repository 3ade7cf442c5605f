"""Connections that end when their other side dawdles, so that nobody keeps the server busy by doing nothing.

uvicorn waits for ever for a request that comes a byte a minute, or for a reader who takes an answer a byte a minute.
"""

from asyncio import TimerHandle, Transport

from h11 import IDLE, SEND_BODY, LocalProtocolError
from uvicorn.protocols.http.h11_impl import H11Protocol

ASKING = 20.0  # seconds in which a whole request must be there, from the first moment of the connection or its first byte
TAKING = 60.0  # seconds in which something of an answer must be taken,
SIP = 64_000  # and so many bytes of it
MOST = 512  # connections at once, eighty browsers; a process may have 1024 files open, and a case needs some of them


class Connection(H11Protocol):
    """One connection, dropped if its request does not arrive or its answer is not taken in time, or if there are too many."""

    asking: TimerHandle | None = None
    taking: TimerHandle | None = None

    def connection_made(self, transport: Transport) -> None:  # type: ignore[override]
        """Begins to wait for what is asked."""
        super().connection_made(transport)
        if len(self.connections) > MOST:
            transport.abort()
        else:
            self.asking = self.loop.call_later(ASKING, self._drop)

    def connection_lost(self, exc: Exception | None) -> None:
        """Waits for nothing any more."""
        for timer in (self.asking, self.taking):
            if timer is not None:
                timer.cancel()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Reads on; a request that is whole is waited for no longer."""
        if self.asking is None:
            self.asking = self.loop.call_later(ASKING, self._drop)
        super().data_received(data)
        if self.conn.their_state not in (IDLE, SEND_BODY):
            self.asking.cancel()
            self.asking = None

    def pause_writing(self) -> None:
        """An answer piles up because the other side does not take it."""
        super().pause_writing()
        self._wait_until_taken()

    def on_response_complete(self) -> None:
        """All is written, but some of it may still wait here to be taken."""
        self._wait_until_taken()
        super().on_response_complete()

    def send_400_response(self, msg: str) -> None:
        """Says that this is no request; where an answer has begun it can only break off."""
        try:
            super().send_400_response(msg)
        except LocalProtocolError:
            self._drop()

    def _wait_until_taken(self) -> None:
        if self.taking is not None:
            self.taking.cancel()
        left = self.transport.get_write_buffer_size()
        self.taking = self.loop.call_later(TAKING, self._look_what_was_taken, left)

    def _look_what_was_taken(self, before: int) -> None:
        """Waits on while something is taken: an original of half a gigabyte may go over a slow line."""
        left = self.transport.get_write_buffer_size()
        if left and left >= before - SIP:
            self._drop()
        elif left:
            self._wait_until_taken()

    def _drop(self) -> None:
        self.transport.abort()
