"""A person's word on who speaks: every room after this one, and the shelf, gets the statement as the person corrected it.

What was found stays in its part, so that a word taken back brings it back.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from rashomon.model import Judgement, Statement, Voice

BY = "judgement"


def corrected(statements: Iterable[Statement], voices: Iterable[Voice], judgements: Iterable[Judgement]) -> Iterator[Statement]:
    """The statements, those of a wrong speaker said by the right one where a person named a voice of the same document."""
    said = {one.left: one.right for one in judgements if one.relation == "wrong-speaker" and one.right}
    homes = {voice.id: voice.doc_id for voice in voices if voice.id in said.values()} if said else {}
    for statement in statements:
        right = said.get(statement.id, "")
        if homes.get(right) == statement.doc_id:
            yield replace(statement, voice_id=right, by=BY, score=1.0)
        else:
            yield statement
