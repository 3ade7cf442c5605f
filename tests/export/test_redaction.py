"""Whoever is left out is gone from every byte of every format; all else stays where it stood."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cases import Story, told
from tests.export.unpacking import letters, said
from tests.export.writing import kept, material, write

from rashomon.errors import UsageError
from rashomon.export import FORMATS
from rashomon.export.originals import names_in_file
from rashomon.export.redaction import BLOCK, Redaction
from rashomon.model import Capture, Entity, Failure, Judgement, Link, Member, Mention, Reason

WITNESS = "Zorav Quéllbrik"
GONE = ("zorav", "quellbrik", "vrenn")  # in the letters of any output, whatever stands between them


def story():
    """A case in which a witness is everywhere: on the page, in its name, address, title, in ids, and in people's words."""
    story = Story()
    first = story.account(
        "[[Captain Zorav Quéllbrik]who said [forty people died]content.]run "
        "ZORAV QUELLBRIK\u00ad was there; so was Zo\u0301rav.\n"
        "[Quéllbrik]again said [the Quéllbrik depot burned down]cause near [Homs]town.",
        name="interview_zorav-quellbrik.html",
        uri="https://paper.example/zorav%20qu%C3%A9llbrik/ZoravQuellbrik?by=quellbrik+zorav",
        title="Zorav Que\u0301llbrik speaks",
        author="Zorav Quéllbrik",
        outlet="Quellbrik’s Paper",
        published_at="2026-03-01",
        language="en",
    )
    second = story.account(
        "[Sixty people died]content, said [Vrenn]who, who is no other. [A neighbour \U0001f525 of Zorav]other said [so]too.",
        name="two.txt",
        published_at="2026-03-02",
    )
    thread = story.account("[Dozens died]content here", name="thread.json", posts=("quellbrik99",), outlet="Forum")
    captain, again = (story.voice(first, "named", first.words(label)[0], label) for label in ("who", "again"))
    vrenn, neighbour = (
        story.voice(second, "named", "Vrenn", "who"),
        story.voice(second, "unnamed", *second.words("other"), "other"),
    )
    poster = story.voice(thread, "poster", "quellbrik99")
    entity = Entity(f"ent1-{WITNESS}", "person", WITNESS, ("Quéllbrik", "Vrenn"))
    story.tables["entities"].append(entity)
    story.tables["members"] += [Member(entity.id, voice.id, 1.0, (), "hand") for voice in (captain, again, vrenn)]
    mention = Mention.of(first.document.id, first.spans["who"][0], "person", "geonames:169577")
    town = Mention.of(first.document.id, first.spans["town"][0], "place", "geonames:169577")
    story.tables["mentions"] += [mention, town]
    story.tables["entities"].append(Entity("ent1-homs", "place", "Homs", (), 169577))
    story.tables["members"].append(Member("ent1-homs", town.id, 1.0, (), "hand"))
    story.tables["members"].append(Member(entity.id, mention.id, 1.0, (Reason("Zorav alone", 1.0),), "hand"))
    forty, sixty, dozens = (
        story.says(voice, page, "content", mode)
        for voice, page, mode in ((captain, first, "quoted"), (vrenn, second, "reported"), (poster, thread, "asserted"))
    )
    burned = story.says(again, first, "cause", "reported")
    story.says(neighbour, second, "too", "reported", nested_in=sixty.id)
    story.point(
        f"How many died at {WITNESS}’s depot?",
        "quantity",
        "conflict",
        [story.fact(forty, first, "forty", low=40.0, high=40.0, unit="person", where="Quellbrik depot")],
        [story.fact(sixty, second, "Sixty", low=60.0, high=60.0, scope="Zorav's men")],
        [story.fact(dozens, thread, "Dozens", low=24.0)],
        reason="Zorav ~ Vrenn",
    )
    story.point("Who burned it?", "actor", "agree", [story.fact(burned, first, "the Quéllbrik depot", "actor")])
    reasons = (Reason("credits Zorav Quellbrik", 1.0, first.spans["content"][0], second.spans["content"][0]),)
    about = {"by": "hand", "score": 0.9, "reasons": reasons, "subtype": "same-quote", "origin": WITNESS}
    story.tables["links"].append(Link.of(first.document.id, second.document.id, "copies", **about))
    story.tables["failures"].append(Failure("read", "zorav_quellbrik.pdf", "UnreadableCapture", "zorav_quellbrik.pdf is empty"))
    story.tables["judgements"].append(
        Judgement("jud1-a", forty.id, "", "note", "vrenn@desk", "2026-03-04T09:00:00+00:00", None, "Quéllbrik told me himself")
    )
    return story.tables


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    return kept(story(), tmp_path_factory.mktemp("witness") / "zorav-quellbrik-case")


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_of_them_is_left_in_any_byte(case, tmp_path, form):
    open_name = tmp_path / "open"
    write(form, case, open_name)
    assert any(gone in letters(text) for _, text in said(open_name) for gone in GONE), "the test would prove nothing"
    out = write(form, case, tmp_path / "out", [WITNESS])
    for name, text in said(out):
        for gone in GONE:
            assert gone not in letters(text), f"{gone} is left in {name}"


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_case_gives_the_same_bytes(case, tmp_path, form):
    for redact in ([], [WITNESS]):
        one, other = (write(form, case, tmp_path / f"{name}{len(redact)}", redact) for name in ("one", "other"))
        assert list(said(one)) == list(said(other))
        if one.is_file():
            assert one.read_bytes() == other.read_bytes()


def test_offsets_stay_true_and_other_words_stay(case, tmp_path):
    whole, redacted = material(case), material(case, [WITNESS])
    for before, after in zip(whole.tables["documents"], redacted.tables["documents"], strict=True):
        assert len(before.text) == len(after.text)
        assert all(new in (old, BLOCK) for old, new in zip(before.text, after.text, strict=True))
    for before, after in zip(whole.claims, redacted.claims, strict=True):
        assert (before.fact.span, before.fact.low) == (after.fact.span, after.fact.low)
        assert after.fact.value in after.quote
        assert after.position.value == after.fact.value or after.position.value in [
            one.fact.value for one in redacted.claims if one.position == after.position
        ]
    values = [claim.fact.value for claim in redacted.claims]
    assert values == ["forty", "Sixty", "Dozens", f"the {BLOCK * 9} depot"]


def test_no_id_of_before_is_left_for_whoever_would_try_names(case, tmp_path):
    write("jsonl", case, tmp_path / "open")
    write("jsonl", case, tmp_path / "out", [WITNESS])
    tables = ("documents", "statements", "facts", "points")
    ids = {json.loads(line)["id"] for name in tables for line in _lines(tmp_path / "open", name)}
    text = " ".join(path.read_text("utf-8") for path in (tmp_path / "out").iterdir())
    assert not [one for one in ids if f'"{one}"' in text]
    said_in = {row["id"] for row in map(json.loads, _lines(tmp_path / "out", "statements"))}
    assert {row["statement"] for row in map(json.loads, _lines(tmp_path / "out", "facts"))} <= said_in


def _lines(folder, name):
    return (folder / f"{name}.jsonl").read_text("utf-8").splitlines()


def test_a_place_that_is_left_out_is_on_no_map(case, tmp_path):
    assert [mention.norm for mention in material(case, [WITNESS]).tables["mentions"]] == [None, "geonames:169577"]
    tables = story()
    tables["entities"].append(Entity("ent1-near", "place", "Ar Rastan", (), 172946))  # in the region of Homs, by the gazetteer
    assert any("Homs" in str(row.get("place")) for row in material(kept(tables, tmp_path / "open")).rows["entities"])
    without = material(kept(tables, tmp_path / "other"), ["Homs"])
    assert [mention.norm for mention in without.tables["mentions"]] == [None, None]
    assert not [row for row in without.rows["entities"] if "place" in row]


def test_by_id_by_name_and_by_alias_the_same_is_meant(case):
    named = [material(case, [one]).rows["documents"] for one in (WITNESS, "quéllbrik", f"ent1-{WITNESS}")]
    assert named[0][0]["text"] == named[2][0]["text"]
    assert GONE[0] not in letters(named[1][0]["text"])


def test_a_voice_without_an_entity_is_left_out_by_its_id(tmp_path):
    tables = told()
    nurse = next(voice for voice in tables["voices"] if voice.name == "a nurse")
    redacted = material(kept(tables, tmp_path / "case"), [nurse.id])
    assert not [row for row in redacted.rows["documents"] if "a nurse" in row["text"]]
    assert "Mayor Ann Holt" in redacted.rows["documents"][0]["text"]


def test_whoever_is_not_there_cannot_be_left_out(case):
    with pytest.raises(UsageError, match="no voice or entity of the case has that name"):
        material(case, ["Nobody Inparticular"])
    with pytest.raises(UsageError):
        material(case, [WITNESS, "ent1-0123456789abcdef"])
    with pytest.raises(UsageError):
        material(case, [" "])


@pytest.mark.parametrize(
    ("media_type", "data", "why"),
    [
        ("text/html", "<p>Que&#769;llbrik</p>", "holds a name"),
        ("text/html", "<p>Zo<b>rav</b></p>", "holds a name"),
        ("text/html", "<p>ZORAV&nbsp;QUELLBRIK</p>", "holds a name"),
        ("application/json", '{"from": "Qu\\u00e9llbrik"}', "holds a name"),
        ("text/plain", "Zorav Quéllbrik".encode("utf-16"), "holds a name"),
        ("application/pdf", "%PDF", "cannot be searched"),
        ("text/plain", b"\x00\x01\x02" * 40, "cannot be read"),
        ("text/html", "<p>Another one</p>", ""),
    ],
)
def test_an_original_is_handed_on_only_if_no_name_can_be_in_it(media_type, data, why):
    data = data.encode() if isinstance(data, str) else data
    capture = Capture.of("/found/a", "", media_type, "", len(data))
    found = names_in_file(Redaction((WITNESS, "Quéllbrik"), ("zorav",)), capture, data)
    assert (why in found) if why else found == ""


@pytest.mark.parametrize(
    ("names", "text", "left"),
    [
        (["Ann Holt"], "ann_holt.html", "████████.html"),
        (["Ann Holt"], "/x/AnnHolt-2.txt", "/x/███████-2.txt"),
        (["Ann Holt"], "Ann\nHolt and ANN  HOLT", "███\n████ and █████████"),
        (["Müller"], "MULLER, Mu\u0308ller, m%C3%BCller", "██████, ███████, ███████████"),
        (["IS"], "IS is there, ISIS too", "██ is there, ISIS too"),
        (["IS"], "/is/map-is.html", "/██/map-██.html"),
        (["Ann"], "Ann can plan", "███ can plan"),
        (["Assad"], "pro-Assad, Assads, \U0001f525 Assad", "pro-█████, █████s, \U0001f525 █████"),
        (["Straße"], "STRASSE", "███████"),
    ],
)
def test_a_name_is_found_however_it_is_typed(names, text, left):
    assert Redaction(tuple(names)).blacked(text) == left


def test_a_surname_that_is_a_word_goes_with_its_capital_only():
    redaction = Redaction((), parts=("holt",), common=("white",))
    assert redaction.blacked("White said white; holt fled from Holtville") == "█████ said white; ████ fled from Holtville"


@given(st.text(max_size=40), st.sampled_from(["Ann Holt", "Qué", "IS", "Ḩāfiẓ"]), st.text(max_size=40))
def test_blocks_keep_every_place_and_leave_nothing_to_find(before, name, after):
    redaction = Redaction((name,))
    text = f"{before} {name} {after}"
    blacked = redaction.blacked(text)
    assert len(blacked) == len(text)
    assert name not in blacked
