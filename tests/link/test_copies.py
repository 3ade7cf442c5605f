"""Who carries whose words. Laws: no long run is missed, what is told stands on both pages, cost stays near-linear."""

from random import Random
from time import perf_counter

from hypothesis import given
from hypothesis import strategies as st
from tests.factory import doc

from rashomon.link.copies import QUOTE_RUN, TEXT_RUN, copies_between
from rashomon.model import Document, Statement, Voice
from rashomon.text.shingles import words

DISPATCH = (
    "A fire broke out in the old mill on the river shortly before midnight and spread to two barns before crews from three "
    "towns brought it under control at dawn."
)
QUOTE = "“We heard one bang, then the whole roof of the mill came down on us,” Ann Lee said."


def page(name: str, text: str, at: str | None = None, outlet: str | None = None) -> Document:
    return doc(text, name=name, published_at=at, outlet=outlet or name).document


def told(*pages: Document, statements: list[Statement] | None = None, voices: list[Voice] | None = None) -> list[tuple]:
    names = {one.id: one.name for one in pages}
    found = copies_between(pages, statements or [], voices or [])
    return [(names[link.left], names[link.right], link.subtype, names.get(link.origin, link.origin)) for link in found]


def test_a_carried_dispatch_is_found_and_the_earlier_page_is_its_origin() -> None:
    one = page("north", f"{DISPATCH} Nobody was hurt.", "2031-05-02T08:00")
    other = page("south", f"Our town slept badly. {DISPATCH}", "2031-05-02T11:00")
    assert told(one, other) == [("north", "south", "same-text", "north")]
    assert told(other, one) == told(one, other)


def test_an_agency_that_is_credited_is_the_origin() -> None:
    assert told(page("north", f"{DISPATCH} (AFP)"), page("south", DISPATCH)) == [("north", "south", "same-text", "AFP")]


def test_the_origin_of_pages_of_one_day_is_unknown() -> None:
    pages = (page("north", DISPATCH, "2031-05-02"), page("south", DISPATCH, "2031-05-02T11:00"))
    assert told(*pages) == [("north", "south", "same-text", "unknown")]


def test_one_quotation_of_one_speaker_in_two_reports_is_the_same_quote() -> None:
    left = doc(f"It burned for hours. {QUOTE}".replace("Ann Lee", "[Ann Lee]voice"), name="north")
    voice = Voice.of(left.document.id, "named", "Ann Lee", left.spans["voice"][0])
    at = left.document.text.index("“")
    content = type(left.spans["voice"][0])(at, left.document.text.index("”") + 1)
    said = Statement.of(doc_id=left.document.id, voice_id=voice.id, content=(content,), mode="quoted", by="test")
    right = page("south", f"What neighbours told us. {QUOTE}")
    assert told(left.document, right, statements=[said], voices=[voice]) == [("north", "south", "same-quote", "Ann Lee")]


def test_two_reports_of_one_fact_in_other_words_are_no_copies() -> None:
    one = page("north", "Ten people were killed when the mill on the river burned down on Monday night, police said.")
    other = page("south", "Police say ten people died on Monday night in a blaze that destroyed the river mill.")
    assert told(one, other) == []


def test_an_outlets_standing_text_is_no_copy() -> None:
    foot = "Follow us every day for the newest reports from the river towns and write to the desk whenever you saw something."
    bodies = [" ".join(f"w{n}x{at}" for at in range(120)) for n in range(4)]
    pages = [page(f"p{n}", f"{body}\n{foot}", outlet="north") for n, body in enumerate(bodies)]
    assert told(*pages) == []


def test_debris_is_no_copy() -> None:
    one, other = (doc(DISPATCH, name=name, kind="boilerplate").document for name in ("north", "south"))
    assert told(one, other) == []


def test_the_evidence_is_the_same_words_on_both_pages() -> None:
    one, other = page("north", f"First. {DISPATCH}"), page("south", f"{DISPATCH.upper()} Last.")
    (link,) = copies_between([one, other], [], [])
    texts = {one.id: one.text, other.id: other.text}
    for reason in link.reasons:
        assert reason.left is not None
        assert reason.right is not None
        left, right = reason.left.of(texts[link.left]), reason.right.of(texts[link.right])
        assert words(left).forms == words(right).forms


token = st.sampled_from([f"w{n}" for n in range(6)])
text = st.lists(token, max_size=70)


def longest_run(left: list[str], right: list[str]) -> int:
    """By brute force."""
    best = 0
    for here in range(len(left)):
        for there in range(len(right)):
            length = 0
            while here + length < len(left) and there + length < len(right) and left[here + length] == right[there + length]:
                length += 1
            best = max(best, length)
    return best


@given(text, text, text, text, st.lists(token, min_size=10, max_size=40))
def test_no_run_of_25_words_is_missed_and_nothing_short_is_told(before, after, ahead, behind, shared) -> None:
    left, right = [*before, *shared, *after], [*ahead, *shared, *behind]
    found = told(page("north", " ".join(left)), page("south", " ".join(right)))
    run = longest_run(left, right)
    if run >= 25:
        assert found
    if found and run < QUOTE_RUN:
        assert len(left) >= 40  # many short runs added up


@given(st.lists(st.integers(0, 10**6), min_size=TEXT_RUN, max_size=30, unique=True))
def test_a_run_of_twelve_rare_words_is_enough(rare) -> None:
    shared = " ".join(f"r{n}" for n in rare)
    assert told(page("north", f"one two {shared} three"), page("south", f"four {shared} five six"))


def _seconds(count: int) -> float:
    random = Random(1)
    pages = []
    for n in range(count):
        body = " ".join(f"w{random.randrange(20_000)}" for _ in range(150))
        pages.append(page(f"p{n}", f"{body} {DISPATCH}" if n % 20 == 0 else body))
    start = perf_counter()
    copies_between(pages, [], [])
    return perf_counter() - start


def test_eight_times_the_pages_do_not_cost_sixty_four_times_as_much() -> None:
    _seconds(20)
    assert _seconds(800) < 28 * max(_seconds(100), 0.02)
