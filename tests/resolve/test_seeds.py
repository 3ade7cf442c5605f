"""Two real captures in one case: a thread and a news page that spell two presidents seven ways."""

from hashlib import sha256
from pathlib import Path

import pytest

from rashomon.extract.documents import extract
from rashomon.model import Capture, Document, Entity, Mention, Original, Voice
from rashomon.read.captures import read
from rashomon.resolve.case import resolve


@pytest.fixture(scope="module")
def entities(shared: Path) -> list[Entity]:
    originals = []
    for path in sorted((shared / "data" / "seeds").glob("*.txt")):
        data = path.read_bytes()
        capture = Capture.of(path.name, "2026-01-01T00:00:00Z", "text/plain", sha256(data).hexdigest(), len(data))
        originals.append(Original(capture, data))
    documents = [one for one in read({"originals": originals}) if isinstance(one, Document)]
    said = list(extract({"documents": documents}))
    tables = {
        "documents": documents,
        "mentions": [one for one in said if isinstance(one, Mention)],
        "voices": [one for one in said if isinstance(one, Voice)],
        "statements": [],
        "judgements": [],
    }
    return [one for one in resolve(tables) if isinstance(one, Entity)]


def _with(entities: list[Entity], name: str) -> list[Entity]:
    return [one for one in entities if name in (one.name, *one.aliases)]


@pytest.mark.parametrize("spellings", [["Toqaev", "Tokaev", "Tokayev"], ["Nazarbaev", "Nazarbayev", "Nursultan Nazarbaev"]])
def test_each_president_is_one_person(entities: list[Entity], spellings: list[str]) -> None:
    (president,) = {one for name in spellings for one in _with(entities, name)}
    assert president.kind == "person"
    assert set(spellings) <= {president.name, *president.aliases}


def test_daughter_family_and_city_are_not_the_president(entities: list[Entity]) -> None:
    (president,) = _with(entities, "Nursultan Nazarbaev")
    assert not {"Darigha", "Nur-Sultan", "Nazarbaev family"} & {president.name, *president.aliases}
    assert [one.kind for one in _with(entities, "Nur-Sultan")] == ["place"]
    assert _with(entities, "Darigha")
