"""Transcripts: every word with its time, each speaker's own; sentences whole."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.read.capturing import document, failure, lawful, outcomes, words

from rashomon.model import Document
from rashomon.read.sniff import sniff

VTT = """WEBVTT - At the mill

STYLE
::cue { color: red }

NOTE made by hand

intro
00:01.000 --> 00:04.000 align:start
<v Ilka Brandt>Three people <i>died</i> in the

2
00:04.000 --> 00:06.500
<v Ilka Brandt>fire &amp; two are missing.

00:07.000 --> 00:09.000
<v.loud Bo Lind>Nobody died.</v>

00:10.000 --> 00:12.000
[applause]

01:00:12.000 --> 01:00:14.000
Back to the studio.
"""
SRT = """1
00:00:01,000 --> 00:00:04,000
Three people died in the

2
00:00:04,000 --> 00:00:06,500
fire. {\\an8}Two are missing.

3
00:00:20,000 --> 00:00:22,000
- Who says so?
- The mayor.
"""


def said(made: Document) -> list[tuple[str, str | None, str, str]]:
    return [(block.kind, block.author, block.path, block.span.of(made.text)) for block in made.blocks]


def test_what_a_named_speaker_says_is_a_post_with_its_times():
    made = document(VTT, "a.vtt")
    lawful(made)
    assert made.title == "At the mill"
    assert said(made) == [
        ("post", "Ilka Brandt", "00:00:01.000 --> 00:00:04.000, 00:00:04.000 --> 00:00:06.500 (from 25)",
         "Three people died in the fire & two are missing."),
        ("post", "Bo Lind", "00:00:07.000 --> 00:00:09.000", "Nobody died."),
        ("boilerplate", None, "00:00:10.000 --> 00:00:12.000", "[applause]"),
        ("para", None, "01:00:12.000 --> 01:00:14.000", "Back to the studio."),
    ]  # fmt: skip


def test_srt_without_speakers():
    made = document(SRT, "a.srt")
    lawful(made)
    assert [(kind, text) for kind, _, _, text in said(made)] == [
        ("para", "Three people died in the fire. Two are missing."),
        ("para", "Who says so?"),
        ("para", "The mayor."),
    ]


def test_the_time_of_every_word_can_be_told():
    made = document(SRT, "a.srt")
    block = made.blocks[0]
    cue = re.findall(r"(\S+) --> \S+(?: \(from (\d+)\))?", block.path)
    starts = {start: int(at or 0) for start, at in cue}
    assert block.span.of(made.text)[starts["00:00:04.000"] :].startswith("fire.")


def test_a_pause_ends_a_sentence_and_so_does_another_speaker():
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\nand then\n\n00:09.000 --> 00:10.000\nthe mill burned\n"
    assert words(document(text)) == ["and then", "the mill burned"]


def test_names_before_the_words_hold_until_another_speaks():
    lines = ["BRANDT: Three died.", "Two are missing.", ">> Who says so?", "BRANDT: I do.", "Update: four died."]
    cues = "".join(f"00:{n:02d}.000 --> 00:{n:02d}.900\n{line}\n\n" for n, line in enumerate(lines))
    made = document(f"WEBVTT\n\n{cues}")
    assert [(author, text) for _, author, _, text in said(made)] == [
        ("BRANDT", "Three died."), ("BRANDT", "Two are missing."), (None, "Who says so?"), ("BRANDT", "I do."),
        ("BRANDT", "Update: four died."),
    ]  # fmt: skip


def test_captions_that_roll_up_say_each_line_once():
    lines = ["three people died in", "three people died in\nthe fire at the mill", "the fire at the mill\non Monday night."]
    cues = "".join(f"00:{n:02d}.000 --> 00:{n + 1:02d}.000\n{line}\n\n" for n, line in enumerate(lines))
    assert document(f"WEBVTT\n\n{cues}").text == "three people died in the fire at the mill on Monday night."


def test_the_type_is_told_from_the_content():
    assert sniff(VTT.encode(), "capture") == sniff(SRT.encode(), "capture") == "text/vtt"
    assert sniff(b"\xef\xbb\xbf" + SRT.replace("\n", "\r\n").encode(), "capture") == "text/vtt"
    assert sniff(b"The film lasts from 00:00:01,000 --> 00:00:04,000, he said.", "a.txt") == "text/plain"


@pytest.mark.parametrize("text", ["WEBVTT\n", "WEBVTT\n\n00:01.000 --> 00:02.000\n\n", "1\n00:00:01,000 --> 00:00:04,000\n\n"])
def test_a_transcript_in_which_nothing_is_said(text):
    assert "nothing is said" in failure(text, "a.vtt").message


@given(st.lists(st.text(st.sampled_from("abc <>&-.[]:AB\n\r"), max_size=30), max_size=8))
def test_whatever_stands_in_the_cues_nothing_is_raised(texts):
    cues = "".join(f"00:{n:02d}.000 --> 00:{n:02d}.900\n{text}\n\n" for n, text in enumerate(texts))
    for made in outcomes(f"WEBVTT\n\n{cues}"):
        if isinstance(made, Document):
            lawful(made)
        else:
            assert made.error == "UnreadableCapture"


@given(st.lists(st.text(st.characters(categories=["Ll"]), min_size=3, max_size=30), min_size=1, max_size=8, unique=True))
def test_every_word_is_kept(texts):
    cues = "".join(f"{n}\n00:00:{n:02d},000 --> 00:00:{n:02d},900\n{text}\n\n" for n, text in enumerate(texts))
    assert document(cues, "a.srt").text.replace("\n\n", " ") == " ".join(texts)


def test_two_very_long_cues_take_no_longer_than_their_words():
    long = "word " * 100_000
    text = f"WEBVTT\n\n00:01.000 --> 00:02.000\n{long}\n\n00:02.000 --> 00:03.000\n{long}\n"
    assert len(document(text).text.split()) >= 199_000
