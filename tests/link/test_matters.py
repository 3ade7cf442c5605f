"""Which accounts are of one matter."""

from dataclasses import replace

from tests.factory import doc

from rashomon.link.bags import cosine
from rashomon.link.matters import ALIKE, AT_ONCE, _top, matters_of

BLAST = "A blast at the grain market of Orsk tore open the main hall, the mayor Ivor Dunn said."
FERRY = "A ferry sank off Cape Tarn in a storm, and the harbour master Ena Holt called for divers."


def matters(*texts: str) -> list[int]:
    """The matter of each text, numbered in the order in which they come."""
    documents = [doc(text, name=f"doc {number}").document for number, text in enumerate(texts)]
    found = matters_of(documents)
    numbers = list(dict.fromkeys(found[document.id] for document in documents))
    return [numbers.index(found[document.id]) for document in documents]


def test_accounts_of_one_event_are_of_one_matter_and_those_of_another_are_not() -> None:
    told = (
        BLAST,
        FERRY,
        "Ivor Dunn, mayor of Orsk, spoke of a bomb: the market hall is a ruin.",
        "Divers went down to the ferry off Cape Tarn, Ena Holt said.",
    )
    assert matters(*told) == [0, 1, 0, 1]


def test_where_all_accounts_are_of_one_event_its_names_still_tell() -> None:
    told = [f"{opening} at the grain market of Orsk, said the mayor Ivor Dunn." for opening in ("A blast", "Fire", "Smoke")]
    assert matters(*told) == [0, 0, 0]


def test_a_hundred_accounts_of_one_event_are_one_matter() -> None:
    told = [f"Number {number} came from the market of Orsk where a blast tore open the hall." for number in range(100)]
    assert len(set(matters(FERRY, *told))) == 2


def test_a_further_account_changes_nothing_for_the_others() -> None:
    told = (BLAST, FERRY, "Ivor Dunn, mayor of Orsk, spoke of a bomb: the market hall is a ruin.")
    assert matters(*told, "Wheat was late this year.")[:3] == matters(*told)


def test_a_text_without_words_is_a_matter_of_its_own() -> None:
    assert matters("…", BLAST, "—") == [0, 1, 2]


def test_what_came_out_within_days_is_the_sooner_of_one_matter() -> None:
    told = (
        "A blast at the grain market of Orsk hurt the baker Elin Morr. Bread and flour will be dear this winter, traders say.",
        "Fire in the old hall of Orsk: the mayor wants an inquiry into wiring, "
        "and neighbours tell of a smell of gas on the stairs at night.",
    )

    def number(*days: str) -> int:
        documents = [
            replace(doc(text, name=f"doc {at}").document, published_at=day)
            for at, (text, day) in enumerate(zip(told, days, strict=True))
        ]
        return len(set(matters_of(documents).values()))

    likeness = cosine(*(_top(text) for text in told))
    assert ALIKE - AT_ONCE <= likeness < ALIKE
    assert number("2031-05-02", "2031-05-03") == 1
    assert number("2031-05-02", "2031-06-03") == 2
