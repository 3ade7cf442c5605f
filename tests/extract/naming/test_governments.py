"""States named by where their government sits."""

import pytest
from tests.extract.names_found import named

from rashomon.extract.naming.governments import countries, seats_in


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Russia sent troops. Moscow has denied it.", "org"),
        ("Russia sent troops. The attack was blamed on Moscow.", "org"),
        ("Russia sent troops. Talks between Moscow and Kyiv failed.", "org"),
        ("Russia sent troops. Moscow is unlikely to agree.", "org"),
        ("Russia sent troops. They met in Moscow.", "place"),
        ("Russia sent troops. Moscow is a large city.", "place"),
        ("Russia sent troops. The plane flew from Moscow.", "place"),
        ("MOSCOW, Dec 31 (Reuters) - Russia has denied it.", "place"),
    ],
)
def test_a_seat_is_a_government_where_it_acts_or_is_dealt_with(text: str, kind: str) -> None:
    assert [found for words, found in named(text) if words.lower() == "moscow"][:1] == [kind]


def test_a_seat_counts_only_where_its_state_is_named() -> None:
    assert "moscow" in seats_in(["The Russians left."])
    assert "moscow" not in seats_in(["The Danes left."])
    assert "washington" in seats_in(["A U.S. jet"]) & seats_in(["a US jet"])
    assert "washington" not in seats_in(["He told us."])
    assert "brussels" not in seats_in(["Belgium voted."])  # there it is the Union's


def test_countries_by_every_name() -> None:
    assert {"syria", "uk", "burma"} <= countries()
