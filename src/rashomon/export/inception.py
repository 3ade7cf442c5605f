"""Documents for INCEpTION (UIMA CAS JSON 0.4.0), and the corrected ones back. UIMA counts places in UTF-16 units.

Every piece of a statement is a span of the layer `webanno.custom.Statement`. An annotator says what is wrong in its features
`verdict`, `speaker` and `note`, or moves the span, or takes it out.
"""

import json
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from rashomon.errors import UsageError
from rashomon.export.material import Material
from rashomon.export.regions import Compared, Seen, Spoken, spoken, words_on
from rashomon.export.reviews import Review
from rashomon.export.whole import whole_file
from rashomon.export.zips import BROKEN, GROWN, put
from rashomon.model import Document, Span
from rashomon.store.case import Case
from rashomon.text.utf16 import Utf16

STATEMENT, VOICE = "webanno.custom.Statement", "webanno.custom.Voice"
TITLE = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"
FEATURES = {
    STATEMENT: ("statement", "voice", "mode", "denied", "hedged", "verdict", "speaker", "note"),
    VOICE: ("statement", "role"),  # where the page names who speaks (source), and the word that says so (cue)
    TITLE: ("documentTitle", "documentId", "documentUri"),
}
Node = dict[str, Any]


def write_inception(material: Material, out: Path) -> None:
    """Writes one ZIP with a CAS for each document, named by its place in the case and its id."""
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        for number, one in enumerate(spoken(material), 1):
            name = f"{number:04}-{''.join(letter if letter.isalnum() else '-' for letter in one.document.id)}.json"
            put(archive, name, (json.dumps(_cas(one), ensure_ascii=False, indent=1) + "\n").encode())
    with whole_file(out) as path:
        path.write_bytes(made.getvalue())


def _cas(one: Spoken) -> Node:
    """One document as a CAS: its types, its text, and its annotations."""
    document, text = one.document, Utf16(one.document.text)
    sofa = {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaNum": 1, "sofaID": "_InitialView", "mimeType": "text/plain"}
    titled = {"documentTitle": document.title or document.name, "documentId": document.id, "documentUri": document.uri}
    whole = (TITLE, Span(0, len(document.text)), {"language": document.language or "x-unspecified", **titled})
    layers = [whole, *sorted(_layers(one), key=lambda layer: (layer[1], layer[0]))]
    structures = [
        {"%ID": number, "%TYPE": kind, "@sofa": 1, "begin": text.units(span.start), "end": text.units(span.end), **features}
        for number, (kind, span, features) in enumerate(layers, 2)
    ]
    members = [each["%ID"] for each in structures]
    return {
        "%TYPES": {kind: _type(kind, names) for kind, names in FEATURES.items()},
        "%FEATURE_STRUCTURES": [{**sofa, "sofaString": document.text}, *structures],
        "%VIEWS": {"_InitialView": {"%SOFA": 1, "%MEMBERS": members}},
    }


def _layers(one: Spoken) -> Iterator[tuple[str, Span, Node]]:
    for statement, voice in one.statements:
        marks = {"denied": str(statement.denied).lower(), "hedged": str(statement.hedged).lower()}
        said = {"statement": statement.id, "voice": voice.name or one.document.name, "mode": statement.mode, **marks}
        yield from ((STATEMENT, span, said) for span in statement.content)
        for role in ("source", "cue"):
            yield from ((VOICE, span, {"statement": statement.id, "role": role}) for span in getattr(statement, role))


def _type(kind: str, names: tuple[str, ...]) -> Node:
    above = "uima.tcas.DocumentAnnotation" if kind == TITLE else "uima.tcas.Annotation"
    return {"%NAME": kind, "%SUPER_TYPE": above, **{name: {"%NAME": name, "%RANGE": "uima.cas.String"} for name in names}}


def read_inception(data: bytes, name: str, case: Case, user: str) -> list[Review]:
    """The words of whoever annotated the documents of a ZIP; `name` stands for its place in a message.

    Raises UsageError for what is no CAS JSON, or of another case.
    """
    try:
        with ZipFile(BytesIO(data)) as archive:
            if sum(inner.file_size for inner in archive.infolist()) > GROWN:
                raise UsageError(f"{name} unpacks to more than {GROWN // 2**20} MB; that is no export of annotated documents")
            found = {inner: archive.read(inner) for inner in archive.namelist() if inner.endswith(".json")}
    except BROKEN as error:
        raise UsageError(f"{name} cannot be unpacked: {error}") from error
    if not found:
        raise UsageError(f"{name} holds no .json: export the annotated documents as UIMA CAS JSON 0.4.0")
    return [review for inner, text in found.items() for review in _words_in(text, f"{name}/{inner}", case, user)]


def _words_in(data: bytes, name: str, case: Case, user: str) -> list[Review]:
    try:
        return read_cas(_parsed(data, name), name, case, user)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError(f"{name} is damaged ({type(error).__name__}: {error}); export the annotations once more") from error


def _parsed(data: bytes, name: str) -> Node:
    try:
        cas = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{name} is no JSON ({error}): export the annotated documents as UIMA CAS JSON 0.4.0") from error
    if not isinstance(cas, dict) or "%FEATURE_STRUCTURES" not in cas:
        raise UsageError(f"{name} is no UIMA CAS JSON 0.4.0: it has no %FEATURE_STRUCTURES")
    return cas


def read_cas(cas: Node, name: str, case: Case, user: str) -> list[Review]:
    """The words of whoever annotated one document."""
    structures = cas["%FEATURE_STRUCTURES"]
    listed = structures if isinstance(structures, list) else list(structures.values())
    text = next((str(one.get("sofaString")) for one in listed if one.get("%TYPE") == "uima.cas.Sofa"), "")
    key = next((str(one.get("documentId")) for one in listed if one.get("%TYPE") == TITLE), "")
    compared = Compared(case)
    document = compared.document(key, text, name)
    return list(words_on(document, compared.statements(document), _seen(document, listed), name, user, ""))


def _seen(document: Document, structures: list[Mapping[str, Any]]) -> dict[str, Seen]:
    text = Utf16(document.text)
    spans: dict[str, list[Span]] = {}
    told: dict[str, dict[str, str]] = {}
    for one in structures:
        if one.get("%TYPE") == STATEMENT and one.get("statement"):
            key = str(one["statement"])
            spans.setdefault(key, []).append(Span(text.points(int(one["begin"])), text.points(int(one["end"]))))
            told.setdefault(key, {}).update({name: str(one[name]) for name in ("verdict", "speaker", "note") if one.get(name)})
    return {
        key: Seen(key, tuple(sorted(content)), *(told[key].get(name, "") for name in ("verdict", "speaker", "note")))
        for key, content in spans.items()
    }
