"""Who carries whose words. Laws: no long run is missed, what is told stands on both pages, cost stays near-linear."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factory import doc

from rashomon.link import copies as copies_module
from rashomon.link import passages as passages_module
from rashomon.link.copies import QUOTE_RUN, TEXT_RUN, copies_between
from rashomon.model import Block, Document, Span, Statement, Voice
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
    runs = [reason for reason in link.reasons if reason.left and reason.right]
    assert runs
    for reason in runs:
        left, right = reason.left.of(texts[link.left]), reason.right.of(texts[link.right])
        assert words(left).forms == words(right).forms


def test_a_retitled_cut_and_reordered_text_is_found_with_each_of_its_pieces() -> None:
    first = "The mill on the river burned from midnight until the crews of three towns came at dawn with their pumps."
    second = "Nobody knows yet who last locked the gate, and the owner has not been seen since the evening before the fire."
    one, other = page("north", f"Mill burns\n{first} It was cold. {second}"), page("south", f"A night of fire\n{second} {first}")
    (link,) = copies_between([one, other], [], [])
    assert sorted(reason.left.of(one.text) for reason in link.reasons if reason.left) == sorted([first[:-1], second[:-1]])


def test_a_forwarded_post_leads_to_the_page_that_bears_its_authors_name() -> None:
    words_of_it = "Three boats left the north quay before noon and none of them has come back yet."
    channel = page("channel", words_of_it, outlet="Quay Watch")
    other = page("chat", words_of_it, outlet="Chat")
    other = replace(other, blocks=(replace(other.blocks[0], kind="quoted_post", author="Quay Watch"),))
    assert told(channel, other) == [("channel", "chat", "forwarded", "channel")]
    stranger = replace(other, blocks=(replace(other.blocks[0], author="Somebody"),))
    assert told(channel, stranger) == [("channel", "chat", "forwarded", "Somebody")]


def test_a_page_that_prints_its_text_twice_is_linked_to_itself() -> None:
    once = page("north", DISPATCH)
    text = f"{DISPATCH}\n{DISPATCH}"
    twice = replace(once, text=text, blocks=(once.blocks[0], Block(Span(len(DISPATCH) + 1, len(text)), "repeat", "chars")))
    (link,) = copies_between([twice], [], [])
    (reason,) = link.reasons
    assert (link.left, link.right, link.subtype) == (twice.id, twice.id, "printed-twice")
    assert (reason.left, reason.right) == (Span(0, len(DISPATCH) - 1), Span(len(DISPATCH) + 1, len(text) - 1))


@pytest.fixture
def laid_side_by_side(monkeypatch):
    """Counts the pairs that are compared word by word."""
    pairs = []
    compared = copies_module._compared
    monkeypatch.setattr(copies_module, "_compared", lambda *args: pairs.append(args[:2]) or compared(*args))
    return pairs


def test_five_hundred_identical_documents_are_each_tied_to_the_first(laid_side_by_side) -> None:
    pages = [page(f"p{n:03}", DISPATCH, "2031-05-02" if n else "2031-05-01") for n in range(500)]
    found = told(*pages)
    assert len(laid_side_by_side) == 499
    assert {(left, origin) for left, _, _, origin in found} == {("p000", "p000")}
    assert {right for _, right, _, _ in found} == {f"p{n:03}" for n in range(1, 500)}


def test_pages_with_nothing_in_common_are_never_compared(laid_side_by_side) -> None:
    pages = [page(f"p{n}", " ".join(f"w{n}x{at}" for at in range(60))) for n in range(300)]
    assert told(*pages) == []
    assert laid_side_by_side == []


def test_a_document_of_one_repeated_sentence_copies_itself_only() -> None:
    one = page("north", "We will not go from here. " * 5_000)
    (link,) = copies_between([one, page("south", DISPATCH)], [], [])
    assert (link.left, link.right) == (one.id, one.id)
    assert len(link.reasons) <= 20


def test_two_documents_of_two_megabytes_that_differ_in_one_word(laid_side_by_side) -> None:
    forms = [f"word{n}" for n in range(220_000)]
    one = " ".join(forms)
    forms[100_000] = "other"
    assert len(one) > 2_000_000
    left, right = page("north", one), page("south", " ".join(forms))
    (link,) = copies_between([left, right], [], [])
    assert len(laid_side_by_side) == 1
    assert len([reason for reason in link.reasons if reason.left]) == 2


def test_empty_texts_have_no_copies() -> None:
    empty = Document.of(capture_id="cap", name="empty", text="", uri="empty", blocks=())
    assert told(empty, replace(empty, id="other"), page("north", DISPATCH)) == []


@pytest.mark.parametrize(
    "shared",
    [
        "周一夜间河边的老磨坊起火三个城镇的消防队直到黎明才控制住火势",
        "月曜日の夜に川沿いの古い工場で火事があり三つの町の消防隊が明け方に消し止めた",
        "เกิดเหตุเพลิงไหม้โรงสีเก่าริมแม่น้ำเมื่อคืนวันจันทร์เจ้าหน้าที่ดับเพลิงควบคุมได้ตอนเช้า",
    ],
)
def test_in_scripts_without_spaces_a_carried_sentence_is_found_and_a_short_name_is_none(shared: str) -> None:
    assert told(page("north", f"北。{shared}。"), page("south", f"{shared}南東")) == [("north", "south", "same-text", "unknown")]
    assert told(page("north", f"北。{shared[:10]}。"), page("south", f"{shared[:10]}南東")) == []


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


@given(st.lists(token, min_size=25, max_size=40), st.lists(text, min_size=4, max_size=5))
def test_a_run_of_25_words_ties_all_that_carry_it_also_where_they_are_a_crowd(shared, around) -> None:
    pages = [page(f"p{n}", " ".join([*more, *shared, *more[:9]])) for n, more in enumerate(around)]
    before, passages_module.CROWD = passages_module.CROWD, 2
    try:
        pairs = [{left, right} for left, right, kind, _ in told(*pages) if kind != "printed-twice"]
    finally:
        passages_module.CROWD = before
    tied = {"p0"}
    for _ in pages:
        tied |= {name for pair in pairs if pair & tied for name in pair}
    assert tied == {one.name for one in pages}


@given(st.lists(st.integers(0, 10**6), min_size=TEXT_RUN, max_size=30, unique=True))
def test_a_run_of_twelve_rare_words_is_enough(rare) -> None:
    shared = " ".join(f"r{n}" for n in rare)
    assert told(page("north", f"one two {shared} three"), page("south", f"four {shared} five six"))
