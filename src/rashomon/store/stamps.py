"""Time stamps (RFC 3161) on the custody log, from an authority that the user asked themselves: `captures/stamps/HASH.tsr`.

A token says that the hash of one line was known at a moment; that hash stands for all lines up to it, and they for the originals.
So it proves what this program's own clock cannot. Nothing here asks anybody: whoever wants one notes the log's head, has it
stamped elsewhere, and brings the answer (docs/decisions/0036).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rashomon.errors import MissingExtra, UsageError
from rashomon.store.durable import place_bytes

SHA256 = "2.16.840.1.101.3.4.2.1"


@dataclass(frozen=True, slots=True)
class Stamp:
    """A token as it says itself: on which line of the log it is, and of which moment (UTC)."""

    line: int
    hash: str
    at: str


class Stamps:
    """The tokens of a case."""

    def __init__(self, captures: Path, drafts: Path) -> None:
        self._folder, self._drafts = captures / "stamps", drafts

    def add(self, data: bytes, hashes: Sequence[str]) -> Stamp:
        """Keeps a token, as it is, that stamps one of the log's lines.

        Raises UsageError if it is none, MissingExtra if what reads it is not installed.
        """
        stamp = stamp_of(data, hashes)
        place_bytes(data, self._folder / f"{stamp.hash}.tsr", self._drafts)
        return stamp

    def all(self) -> dict[str, bytes]:
        """Every token, by the name of its file."""
        return {path.name: path.read_bytes() for path in sorted(self._folder.glob("*.tsr"))}


def stamp_of(data: bytes, hashes: Sequence[str]) -> Stamp:
    """What a token says; `hashes` are those of the log's lines.

    Raises UsageError where it is no granted answer of an authority, or is on something else; MissingExtra.
    """
    response = _read(data)
    imprint = response.tst_info.message_imprint
    if imprint.hash_algorithm.dotted_string != SHA256:
        raise UsageError("the time stamp is of another hash than SHA-256. Have the head of the log stamped as it is, as SHA-256.")
    stamped = imprint.message.hex()
    if stamped not in hashes:
        raise UsageError(f"the time stamp is on {stamped}, which is the hash of no line of this custody log")
    return Stamp(hashes.index(stamped) + 1, stamped, response.tst_info.gen_time.isoformat())


def unproved(data: bytes, stamp: Stamp, authority: bytes) -> str:
    """Why a token is not proved to be signed by whom this certificate (PEM) stands for; empty where it is."""
    from cryptography.x509 import load_pem_x509_certificates
    from rfc3161_client import VerificationError, VerifierBuilder

    try:
        builder = VerifierBuilder()
        for certificate in load_pem_x509_certificates(authority):
            builder = builder.add_root_certificate(certificate)
        builder.build().verify(_read(data), bytes.fromhex(stamp.hash))
    except (VerificationError, ValueError) as error:
        return str(error) or type(error).__name__
    return ""


def told(tokens: dict[str, bytes], hashes: Sequence[str], authority: bytes | None) -> Iterator[tuple[bool, str]]:
    """Of every token whether it holds, and what it says, in plain words."""
    for name, data in tokens.items():
        try:
            stamp = stamp_of(data, hashes)
        except UsageError as error:
            yield False, f"stamps/{name} was changed, or is on another log: {error}"
            continue
        says = f"custody line {stamp.line} and all before it were there at {stamp.at}"
        wrong = unproved(data, stamp, authority) if authority else ""
        if wrong:
            yield False, f"stamps/{name} is not signed by that authority: {wrong}"
        elif authority:
            yield True, f"stamped: {says}, signed by that authority"
        else:
            yield True, f"stamped: {says}; to check who signed that, give --authority CERTIFICATE.pem"


def _read(data: bytes) -> Any:
    try:
        from rfc3161_client import decode_timestamp_response
    except ImportError as error:
        raise MissingExtra("time stamps are read by rfc3161-client. Install it: pip install 'rashomon[stamps]'") from error
    try:
        response = decode_timestamp_response(data)
        _ = response.tst_info.gen_time  # what was refused has none
    except ValueError as error:
        raise UsageError(
            f"this is no time stamp that an authority granted ({error}). Give its answer, a .tsr file of RFC 3161."
        ) from error
    return response
