"""Speakers are right where the voice is who was meant, or honestly nobody that the page names."""

import json
from pathlib import Path

import pytest

from rashomon.errors import UsageError
from rashomon.measure.speakers import is_right, score
from rashomon.model import Span, Voice

TEXT = "Mayor Ilka Brandt arrived late. She said the bridge was closed. Officials said nothing."


def annotated(path: Path) -> Path:
    rows = [
        {"id": "E1", "source": [[32, 35]], "cue": [[36, 40]], "content": [[41, 62]]},
        {"id": "E2", "source": [[64, 73]], "cue": [[74, 78]], "content": [[79, 86]]},
    ]
    path.write_text(json.dumps({"id": "a", "text": TEXT, "attributions": rows}) + "\n", "utf-8")
    return path


def labelled(path: Path, *labels: dict[str, object]) -> Path:
    path.write_text("".join(json.dumps({"doc": "a", **label}) + "\n" for label in labels), "utf-8")
    return path


def test_the_share_of_right_speakers_is_told_by_kind(tmp_path: Path) -> None:
    labels = labelled(
        tmp_path / "labels.jsonl",
        {"attribution": "E1", "kind": "pronoun", "who": "Ilka Brandt", "also": ["Brandt"]},
        {"attribution": "E2", "kind": "unnamed", "who": None, "also": ["residents"], "unnamed": True},
    )
    figures = score(annotated(tmp_path / "gold.jsonl"), labels)
    assert (figures["accuracy"], figures["by kind"]) == (0.5, {"pronoun": 1.0, "unnamed": 0.0})
    assert figures["speakers"] == {"pronoun": 1, "unnamed": 1, "all": 2}
    assert len(figures["wrong"]) == 1


def test_a_name_is_right_by_voice_or_entity_and_titles_are_ignored() -> None:
    label = {"who": "Ilka Brandt", "also": []}
    voice = Voice.of("d", "named", "Mayor Ilka Brandt’s", Span(0, 19))
    assert is_right(label, voice, None)
    short = Voice.of("d", "named", "Brandt", Span(11, 17))
    assert not is_right(label, short, None)
    assert is_right(label, short, "Ilka Brandt")


def test_nobody_named_must_stay_unnamed_and_the_page_itself_is_no_other() -> None:
    label = {"who": None, "also": ["people who were there"], "unnamed": True}
    assert is_right(label, Voice.of("d", "unnamed", "People who were there", Span(0, 21)), None)
    assert not is_right(label, Voice.of("d", "unnamed", "People", Span(0, 6)), None)
    assert not is_right(label, Voice.of("d", "named", "People who were there", Span(0, 21)), None)
    assert is_right({"who": None, "also": [], "page": True}, Voice.of("d", "outlet", "The Herald"), None)


def test_texts_without_labels_are_refused(tmp_path: Path) -> None:
    gold = annotated(tmp_path / "gold.jsonl")
    with pytest.raises(UsageError, match="labelled"):
        score(gold, labelled(tmp_path / "labels.jsonl", {"doc": "b", "attribution": "E1"}))
    with pytest.raises(UsageError, match="does not exist"):
        score(gold, tmp_path / "none.jsonl")
