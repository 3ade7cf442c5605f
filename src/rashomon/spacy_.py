"""Who says what, as a component of a spaCy pipeline: `nlp.add_pipe("rashomon_statements")`. It needs no import: the package's
entry point tells spaCy where it is.
"""

from dataclasses import dataclass
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from rashomon.extract.documents import extract_one
from rashomon.model import Capture, Statement, Voice
from rashomon.read.drafts import About, finished, whole
from rashomon.read.plain import blocks_of
from rashomon.views.exported import statement_row

NOWHERE = Capture.of("", "", "text/plain", "", 0)  # the text comes from a program, not from a file


@dataclass(frozen=True, slots=True)
class Statements:
    """Puts on each doc what is said in it; `nets` as in `rashomon extract`, which without them goes by rules alone."""

    nets: bool

    def __call__(self, doc: Doc) -> Doc:
        """The same doc, with its statements on `doc._.rashomon_statements`.

        Raises WeightsError if the net's weights are missing or altered.
        """
        doc._.rashomon_statements = statements_in(doc.text, nets=self.nets)
        return doc


@Language.factory("rashomon_statements", assigns=["doc._.rashomon_statements"], default_config={"nets": True})
def rashomon_statements(nlp: Language, name: str, nets: bool) -> Statements:
    """The component. Whatever else stands in the pipeline is neither needed nor changed: the text is parsed by our own model."""
    if not Doc.has_extension("rashomon_statements"):
        Doc.set_extension("rashomon_statements", default=[])
    return Statements(nets)


def statements_in(text: str, *, nets: bool = True) -> list[dict[str, Any]]:
    """The statements of a text, as `rashomon extract` has them, each with its exact words as `quote`. All offsets are half-open
    code points of the text, as `doc.char_span` takes them.
    """
    text = whole(text)
    if not text.strip():
        return []
    document = finished(NOWHERE, "", text, blocks_of(text, "", may_discuss=False), About())
    found = extract_one(document, nets=nets)
    voices = {one.id: one for one in found if isinstance(one, Voice)}
    return [
        {**statement_row(one, voices[one.voice_id]), "quote": [span.of(text) for span in one.content]}
        for one in found
        if isinstance(one, Statement)
    ]
