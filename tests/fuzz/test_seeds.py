"""The fuzzer begins with files that are right: each gives a document, and is of the format that it is named for."""

import io

import pytest
from tests.fuzz.run import read, spoilt_bytes
from tests.fuzz.seeds import seeds

from rashomon.model import Capture, Document
from rashomon.read.found import Found, Tally
from rashomon.read.openings import files_in, is_archive, opened
from rashomon.read.readers import READERS, reader_of
from rashomon.read.samples import Sample

MADE = seeds()
REFUSING = {"application/x-empty", "application/octet-stream"}  # kinds of which never a document comes
SHOWN = {"text/html; profile=reddit", "text/html; profile=forum"}  # saved pages, tried in their own tests


def samples(name: str) -> list[Sample]:
    file, data = MADE[name]
    raw = io.BytesIO(data)
    found = opened(file, raw, Tally()) if is_archive(raw) else files_in(file, data, Tally())
    return [Sample(Capture.of(one.uri, "", "", "0", len(one.data)), one.data) for one in found if isinstance(one, Found)]


@pytest.mark.parametrize("name", MADE)
def test_each_is_read(name):
    assert any(isinstance(made, Document) for sample in samples(name) for made in reader_of(sample).read(sample))


def test_there_is_one_for_every_reader():
    tried = {reader_of(sample).media_type for name in MADE for sample in samples(name)}
    assert {reader.media_type for reader in READERS} - tried <= REFUSING | SHOWN


@pytest.mark.parametrize("name", MADE)
def test_half_of_each_and_each_with_a_hole_in_it(name):
    file, data = MADE[name]
    for edits in ([("cut", 0.5, b"")], [("drop", 0.4, b"." * 40)], [("overwrite", 0.6, b"\x00" * 8)]):
        read(file, spoilt_bytes(data, edits))
