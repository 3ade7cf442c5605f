"""Who says what in a few invented news texts: enough to tell a broken net or decoder from one that is a little better or worse.

Annotated as in PolNeAR before the program read them, save that what is said inside another's words is annotated too: of the
n-th attribution of a text the source stands under `s{n}`, the cue under `c{n}` and the content under `t{n}`.
"""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.factory import doc

from rashomon.inference.attributor import ascriptions_in
from rashomon.measure.attribution import figures, score, spans_of

TEXTS = [
    "[Mayor Ilka Brandt]s1 [said]c1 on Monday [that the bridge over the Tessel had been closed since dawn]t1. "
    "[“We could hear the steel moving,”]t2 [she]s2 [told reporters]c2 at the town hall. "
    "[According to]c3 [the river police]s3, [nobody was on it when the first cable broke]t3. Trains stood still until evening.",
    "[The ministry]s1 [denied]c1 [that soldiers had crossed the border]t1. "
    "[“Not one of our men has left his barracks,”]t2 [its spokesman, Jonas Pell,]s2 [said]c2. "
    "[Villagers on the other side]s3 [say]c3 [they counted forty trucks before midnight]t3.",
    "[Four people died when a ferry sank off Port Marrow]t1, [the coast guard]s1 [said]c1, [and eleven are still missing]t1. "
    "[Survivors]s2 [described]c2 [a loud bang below the deck]t2. "
    "[One of them, a cook,]s3 [said]c3 [the captain “never touched the radio”]t3. The ferry had left the port at nine.",
    "[The opposition]s1 [accused]c1 the government of [hiding the true number of the dead]t1. "
    "[[Premier Anselm Roth]s2]s3 [called]c2 [the charge “a shameless lie”]t2 and [said]c3 "
    "[that every name would be published]t3. "
    "[His party’s newspaper]s4 [wrote]c4 [that the list was ready]t4.",
    "[A report by the auditors]s1 [found]c1 [that half of the pumps had not been serviced for six years]t1. "
    "[The company]s2 [believes]c2 [that the figure is too high]t2. "
    "[It]s3 [announced]c3 on Friday [that it would open its books]t3. The pumps were built in 1987.",
    "[“The dam is safe,”]t1 [the engineer]s1 [insisted]c1. [“I would sleep under it.”]t1 "
    "[Residents were told to leave all the same]t2, "
    "[according to]c2 [two officials who spoke on condition of anonymity]s2.",
    "[Officials]s1 [expect]c1 [the water to rise until Thursday]t1. "
    "[They]s2 [warned]c2 [that the lower villages could be cut off]t2. "
    "Asked whether the army would help, [a general]s3 [replied]c3, [“Ask the minister.”]t3",
    "[Edith Marlow, who chairs the committee,]s1 [told the council]c1 "
    "[that [the police]s2 [had claimed]c2 [the road was open]t2]t1. [She]s3 [said]c3 [she did not believe them]t3. "
    "The council sat until midnight and went home without a vote.",
    "[The strike]t1 [was described by]c1 [the union]s1 as [the largest in the history of the port]t1. "
    "[The harbour company]s2 [said]c2 [it knew of no more than two hundred workers who had stayed away]t2. "
    "[Shots]t3 [were reported]c3 [near the northern gate]t3.",
    "[“We waited all night on the roof,”]t1 [said]c1 [Tomas Ferrin, 34, a teacher]s1. "
    "[“Nobody came. Then the neighbours brought a boat.”]t1 "
    "[The fire brigade]s2 [said]c2 [its crews had been turned back twice by the current]t2.",
    "In a statement, [the airline]s1 [said]c1 [[the pilots]s2 [had reported]c2 "
    "[a smell of smoke ten minutes after takeoff]t2]t1. [Investigators]s3 [think]c3 [that a battery caught fire]t3, "
    "but [they]s4 [cautioned]c4 [that the recorders had yet to be read]t4.",
    "The talks ended at noon, and the delegates left by the back door. [The Red Cross]s1 [put]c1 [the number at sixty]t1. "
    "[A guard, speaking at the gate,]s2 [said]c2: [“They walked out one by one. Some of them were barefoot.”]t2 "
    "[His brother]s3 [added]c3 [that two had to be carried]t3.",
]
Row = dict[str, Any]
ROLES = {"source": "s", "cue": "c", "content": "t"}


def annotated(name: str, marked: str) -> Row:
    planted = doc(marked, name=name)
    numbers = sorted({label[1:] for label in planted.spans})
    attributions = [
        {role: [(span.start, span.end) for span in planted.spans[letter + number]] for role, letter in ROLES.items()}
        for number in numbers
    ]
    return {"id": name, "text": planted.document.text, "attributions": attributions}


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    return [annotated(f"text {at}", marked) for at, marked in enumerate(TEXTS)]


# Measured with the net's first version: the program 0.958, 0.930 and 0.761, the net by itself 0.928, 0.899 and 0.754; a floor
# is about 0.08 below. With a net that hears nothing the program has 0.780, 0.746 and 0.780; with every role one piece too far
# 0.914, 0.543 and 0.171.
@pytest.mark.parametrize(
    ("measure", "floor"),
    [("relation/content", 0.88), ("relation/content+source", 0.85), ("relation/content-exact", 0.68)],
)
def test_the_program_finds_who_says_what(rows: list[Row], tmp_path: Path, measure: str, floor: float) -> None:
    path = tmp_path / "texts.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    assert score(path)[measure]["F1"] >= floor


@pytest.mark.parametrize(
    ("measure", "floor"),
    [("relation/content", 0.85), ("relation/content+source", 0.82), ("relation/content-exact", 0.67)],
)
def test_so_does_the_net_by_itself(rows: list[Row], measure: str, floor: float) -> None:
    found = [[spans_of(one) for one in ascriptions_in(row["text"])] for row in rows]
    assert figures((row["text"], row["attributions"], own) for row, own in zip(rows, found, strict=True))[measure]["F1"] >= floor


def test_the_texts_are_annotated_in_full(rows: list[Row]) -> None:
    attributions = [one for row in rows for one in row["attributions"]]
    assert (len(rows), len(attributions)) == (12, 36)
    assert all(one["cue"] and one["content"] for one in attributions)
    assert sum(not one["source"] for one in attributions) == 1  # "shots were reported"
