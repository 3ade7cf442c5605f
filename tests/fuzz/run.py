"""Spoils a file of every format for a minute each, and reads it: what comes of it are documents or an UnreadableCapture.

So it does with texts (`offsets`), with what is typed into the search (`query`), and with review files (`review-…`), as others.py
says. `make fuzz`, or `python -m tests.fuzz.run --seconds 60 warc eml`. A file on which something else is raised, or that takes
longer than ten seconds, is put into `fuzz-found/`: make a test of it, next to its reader's others.
"""

import argparse
import io
import json
import resource
import signal
import sys
import traceback
import zipfile
from collections.abc import Callable
from copy import deepcopy
from hashlib import sha256
from pathlib import Path
from time import monotonic
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from tests.fuzz.others import QUERIES, SAID, TEXTS, check_offsets, check_query, check_review, reviews
from tests.fuzz.seeds import JSONS, seeds
from tests.read.capturing import lawful
from tests.read.test_archives import packed

from rashomon.errors import UnreadableCapture
from rashomon.model import Capture, Document
from rashomon.read.found import Found, Tally
from rashomon.read.openings import files_in, is_archive, opened
from rashomon.read.readers import reader_of
from rashomon.read.samples import Sample


class TooSlow(BaseException):
    """Not an Exception: no reader may catch it."""


SLOW = 10.0  # seconds for one file
MEMORY = 4 * 2**30  # bytes
ROUND = 50  # examples between two looks at the clock
FOUND = Path("fuzz-found")
CHUNKS = [  # what trips those who read: ends of heads, lengths, marks of formats, bytes that are no text
    b"", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\r\n\r\n", b"\n", b"\r", b"-1", b"0", b"99999999999999999999", b"1e999",
    b"\\ud800",
    b"Content-Length: 99999999999\r\n", b"Content-Encoding: br\r\n", b"Content-Transfer-Encoding: base64\r\n", b"=?utf-8?q?=ff?=",
    b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b\x08", b"WARC/1.0\r\n", b"%PDF-", b"WEBVTT", b"-->", b"<v ", b"<!--", b"<![CDATA[",
    b"&#x0;",
    b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"{", b"[",
    b'"', b"'", b",", b">> ", b"> ", b"datetime.datetime(", b"(" * 300, b"\xf0\x9f\x94\xa5",
]  # fmt: skip
ODD: list[Any] = [
    None, True, 0, -1, 10**30, 1e308, float("nan"), "", " ", "x" * 5_000, "\ud800", "\x00", "[deleted]", "<p>", [], {}, [None],
    [[]], {"": None},
    {"text": None}, "2031-05-07", "99999999999999", {"list": [{}]}, [{"text": 1}], "http://[", "t1_",
    json.loads("[" * 200 + "]" * 200),
]  # fmt: skip
TIMES = (1, 2, 20, 400, 5_000)  # of 64 bytes: the last makes the file 0.3 MB larger, 5,000 rows of a table
PLACE = st.floats(0, 1)  # of the length of what is spoiled
EDITS = st.lists(
    st.one_of(
        st.tuples(st.just("cut"), PLACE, st.just(b"")),
        st.tuples(st.just("insert"), PLACE, st.sampled_from(CHUNKS)),
        st.tuples(st.just("overwrite"), PLACE, st.one_of(st.sampled_from(CHUNKS), st.binary(max_size=8))),
        st.tuples(st.just("repeat"), PLACE, st.sampled_from(TIMES).map(lambda times: b"." * times)),
        st.tuples(st.just("drop"), PLACE, st.integers(1, 60).map(lambda count: b"." * count)),
    ),
    min_size=1,
    max_size=4,
)
SWAPS = st.lists(st.tuples(PLACE, st.sampled_from(ODD)), min_size=1, max_size=4)


def main() -> int:
    """Spoils and reads; 1 where anything was found."""
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("--seconds", type=float, default=60)
    told.add_argument("formats", nargs="*", help=f"of: {', '.join((*seeds(), *others()))}; all of them where none is named")
    chosen = told.parse_args()
    signal.signal(signal.SIGPROF, _too_slow)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    found = 0
    for name, (file, data) in seeds().items():
        if not chosen.formats or name in chosen.formats:
            read(file, data)  # right as it is, it must be read
            found += fuzzed(name, file, data, chosen.seconds)
    for name, rounds in others().items():
        if not chosen.formats or name in chosen.formats:
            found += fuzzed_by(name, rounds, chosen.seconds)
    return 1 if found else 0


def others() -> dict[str, Callable[[Callable[[Callable[[], None]], None], int], Callable[[], None]]]:
    """What is no file of a format: by its name, a round of it."""

    def drawn(strategy: st.SearchStrategy[Any], check: Callable[[Any], None]) -> Any:
        return lambda timed, round_: chosen_of(given(strategy)(lambda value: timed(lambda: check(value))), round_)

    def spoilt(data: bytes, check: Callable[[bytes], None]) -> Any:
        def by(timed: Callable[[Callable[[], None]], None], round_: int) -> Callable[[], None]:
            return spoiling("", data, lambda bytes_: timed(lambda: check(bytes_)), round_)

        return by

    texts = st.one_of(TEXTS, EDITS.map(lambda edits: spoilt_bytes(SAID, edits)[:4_000].decode("utf-8", "replace")))
    made = {"offsets": drawn(texts, check_offsets), "query": drawn(QUERIES, check_query)}
    return made | {f"review-{name}": spoilt(data, check_review(name)) for name, data in reviews().items()}


def fuzzed(name: str, file: str, data: bytes, seconds: float) -> int:
    """How many faults were found in one format."""

    def round_of(timed: Callable[[Callable[[], None]], None], round_: int) -> Callable[[], None]:
        return spoiling(name, data, lambda spoilt: timed(lambda: read(file, spoilt)), round_)

    return fuzzed_by(name, round_of, seconds)


def fuzzed_by(
    name: str, round_of: Callable[[Callable[[Callable[[], None]], None], int], Callable[[], None]], seconds: float
) -> int:
    """How many faults were found in so many seconds of rounds."""
    begun, count, faults, round_ = monotonic(), 0, 0, 0

    def timed(work: Callable[[], None]) -> None:
        nonlocal count
        count += 1
        signal.setitimer(signal.ITIMER_PROF, SLOW)  # of this process's own time: what else runs meanwhile does not count
        try:
            work()
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)

    while monotonic() - begun < seconds:
        round_ += 1
        try:
            round_of(timed, round_)()
        except (Exception, TooSlow) as error:
            faults += 1
            kept = FOUND / f"{name}-{sha256(traceback.format_exc().encode()).hexdigest()[:12]}.txt"
            FOUND.mkdir(exist_ok=True)
            kept.write_text(traceback.format_exc(), "utf-8", "backslashreplace")
            sys.stdout.write(f"  {type(error).__name__}: {str(error)[:200]} ({kept})\n")
            if faults >= 3:
                break
    sys.stdout.write(f"{name}: {count:,} inputs in {monotonic() - begun:.0f} s, {faults or 'no'} faults\n")
    sys.stdout.flush()
    return faults


def _too_slow(*_: object) -> None:
    raise TooSlow(f"not read within {SLOW:.0f} s")


def read(name: str, data: bytes) -> None:
    """Reads the file as `rashomon read` does, but for the last net: there a fault of ours becomes a Failure."""
    file, tally = io.BytesIO(data), Tally()
    for one in opened(name, file, tally) if is_archive(file) else files_in(name, data, tally):
        if isinstance(one, UnreadableCapture):
            continue
        assert isinstance(one, Found)
        sample = Sample(Capture.of(one.uri, "", "", "0", len(one.data)), one.data)
        try:
            for made in reader_of(sample).read(sample):
                if isinstance(made, Document):
                    if made.text.strip():
                        lawful(made)
                else:
                    assert isinstance(made, UnreadableCapture)
        except UnreadableCapture:
            continue


def spoilt_bytes(data: bytes, edits: list[tuple[str, float, bytes]]) -> bytes:
    """The data with these edits made to it."""
    for kind, place, chunk in edits:
        at = int(place * len(data))
        if kind == "cut":
            data = data[:at]
        elif kind == "insert":
            data = data[:at] + chunk + data[at:]
        elif kind == "overwrite":
            data = data[:at] + chunk + data[at + len(chunk) :]
        elif kind == "repeat":
            data = data[:at] + data[at : at + 64] * len(chunk) + data[at:]
        else:
            data = data[:at] + data[at + len(chunk) :]
    return data


def swapped(value: Any, place: float, odd: Any) -> Any:
    """The JSON value with one of its parts replaced by something odd."""
    places: list[tuple[Any, Any]] = []
    waiting = [value]
    while waiting:
        holder = waiting.pop()
        keys = holder.keys() if isinstance(holder, dict) else range(len(holder)) if isinstance(holder, list) else ()
        places += [(holder, key) for key in keys]
        waiting += [holder[key] for key in keys]
    if not places:
        return odd
    holder, key = places[min(int(place * len(places)), len(places) - 1)]
    holder[key] = odd
    return value


def spoiling(name: str, data: bytes, tried: Callable[[bytes], None], round_: int) -> Callable[[], None]:
    """One round: the bytes are spoiled, or the values of a JSON text, or the members of a ZIP, in turn."""

    def by_bytes(edits: list[tuple[str, float, bytes]]) -> None:
        tried(spoilt_bytes(data, edits))

    def by_values(swaps: list[tuple[float, Any]]) -> None:
        value = json.loads(json.dumps(JSONS[name]))
        for place, odd in swaps:
            value = swapped(value, place, deepcopy(odd))
        tried(json.dumps(value).encode("utf-8", "surrogatepass"))

    def by_members(edits: list[tuple[str, float, bytes]], which: float) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = {entry: archive.read(entry) for entry in archive.namelist()}
        chosen = sorted(members)[min(int(which * len(members)), len(members) - 1)]
        tried(packed(members | {chosen: spoilt_bytes(members[chosen], edits)}))

    drawn = given(EDITS)(by_bytes)
    if round_ % 2 and name in JSONS:
        drawn = given(SWAPS)(by_values)
    elif round_ % 4 and data.startswith(b"PK"):
        drawn = given(EDITS, PLACE)(by_members)
    return chosen_of(drawn, round_)


def chosen_of(drawn: Callable[[], None], round_: int) -> Callable[[], None]:
    """The same for a round of so many examples, others at every start."""
    chosen = settings(
        max_examples=ROUND, deadline=None, database=None, phases=[Phase.generate, Phase.shrink], print_blob=False,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    return seed(round_ * 7919 + int(monotonic()))(chosen(drawn))


if __name__ == "__main__":
    sys.exit(main())
