"""Which place an entity is."""

from tests.factory import doc

from rashomon.model import Entity, Member, Mention
from rashomon.resolve.case import resolve

HOMS, HIMS, KYIV = "geonames:169577", "geonames:169577;near;60km;NE", "geonames:703448"


def entities(*texts: tuple[str, list[str | None]]) -> list[Entity]:
    pages = [doc(marked, name=f"doc{at}") for at, (marked, _) in enumerate(texts)]
    mentions = [
        Mention.of(page.document.id, span, "place", norm)
        for page, (_, norms) in zip(pages, texts, strict=True)
        for span, norm in zip(sorted(page.spans["place"]), norms, strict=True)
    ]
    tables = {"documents": [page.document for page in pages], "mentions": mentions}
    found = resolve({**tables, "voices": [], "statements": [], "judgements": []})
    return [one for one in found if isinstance(one, Entity) and not isinstance(one, Member)]


def test_a_place_entity_is_what_most_of_its_mentions_mean() -> None:
    (one,) = entities(("[Homs]place and [Homs]place", [HOMS, HIMS]), ("[Homs]place", [KYIV]))
    assert (one.name, one.place) == ("Homs", 169577)


def test_two_names_of_one_place_are_one_entity() -> None:
    (one,) = entities(("In [Kyiv]place", [KYIV]), ("In [Kiev]place", [KYIV]))
    assert one.place == 703448
    (one,) = entities(("In [Astana]place", ["geonames:1526273"]), ("In [Nursultan]place", ["geonames:1526273"]))
    assert {one.name, *one.aliases} == {"Astana", "Nursultan"}


def test_a_part_of_a_place_is_not_tied_to_it() -> None:
    found = entities(("In [Homs]place", [HOMS]), ("In [Karm]place", [f"{HOMS};part"]))
    assert {(one.name, one.place) for one in found} == {("Homs", 169577), ("Karm", None)}


def test_an_unknown_place_has_none() -> None:
    (one,) = entities(("In [Xyzzy]place", [None]))
    assert one.place is None
