"""What the page of an entity shows: its spellings, its documents, its first use, and why each place is taken for it."""

from tests.resolve.naming import case

from rashomon.model import Entity, Member
from rashomon.model.rows import TABLES
from rashomon.views.entities import EntityView, entity_views
from rashomon.views.records import Records

LATER = "[Kassym-Jomart Tokayev]person spoke in [Almaty]place. [Tokayev]person left."
EARLIER = "[Qasym-Zhomart Toqaev]person was in [Almaty]place. \n[Tokayev]named said so."
JUDGED = "[officials]unnamed said so. \n[the ministry]unnamed said so."


def views(*texts: str, dates: tuple[str | None, ...], same: tuple[str, str] | None = None) -> dict[str, EntityView]:
    """The views of accounts that appeared on these days, by name."""
    told = case(*texts)
    for account, date in zip(told.accounts, dates, strict=True):
        object.__setattr__(account.document, "published_at", date)
    if same:
        left, right = (voice.id for voice in told.voices if voice.name in same)
        told.judge(left, "same", right)
    found = told.resolved()
    tables = {name: [] for name in TABLES} | {
        "documents": [account.document for account in told.accounts],
        "mentions": told.mentions,
        "voices": told.voices,
        "entities": [one for one in found if isinstance(one, Entity)],
        "members": [one for one in found if isinstance(one, Member)],
    }
    return {view.name: view for view in entity_views(Records(tables, "x"))}


def test_an_entity_has_its_spellings_documents_and_first_use() -> None:
    found = views(LATER, EARLIER, dates=("2022-01-07", "2022-01-05"))
    president = next(view for view in found.values() if view.kind == "person")
    assert {spelling.words: spelling.count for spelling in president.spellings} == {
        "Kassym-Jomart Tokayev": 1,
        "Qasym-Zhomart Toqaev": 1,
        "Tokayev": 1,
    }
    assert [witness.published_at for witness in president.witnesses] == ["2022-01-05", "2022-01-07"]
    assert president.first is not None
    assert president.first.words == "Qasym-Zhomart Toqaev"
    assert found["Almaty"].spellings[0].documents == 2


def test_the_first_use_is_in_the_earliest_dated_document() -> None:
    found = views(LATER, EARLIER, dates=(None, "2022-01-05"))
    assert found["Almaty"].first.witness.published_at == "2022-01-05"
    undated = views(LATER, EARLIER, dates=(None, None))
    assert undated["Almaty"].first == undated["Almaty"].uses[0]


def test_every_use_has_its_exact_words_and_reasons() -> None:
    for view in views(LATER, EARLIER, dates=("2022-01-07", "2022-01-05")).values():
        for use in view.uses:
            assert use.reasons
            assert len(use.words) == len(use.span)


def test_voices_that_a_person_joined_have_no_uses_but_documents() -> None:
    found = views(JUDGED, dates=("2022-01-05",), same=("officials", "the ministry"))
    (view,) = found.values()
    assert (view.uses, view.first, view.voices, len(view.witnesses)) == ((), None, 2, 1)
