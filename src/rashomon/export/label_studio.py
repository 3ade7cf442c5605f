"""Tasks for Label Studio, and the corrected tasks back: who says what, painted on the text, with room for a verdict.

Label Studio counts places in UTF-16 units. Beside the tasks stands the labelling interface that they are made for.
"""

import json
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

from rashomon.export.material import Material
from rashomon.export.regions import VERDICTS, Compared, Seen, Spoken, spoken, words_on
from rashomon.export.reviews import Review
from rashomon.export.whole import whole_file
from rashomon.model import Document, Span, Statement, Voice
from rashomon.store.case import Case
from rashomon.text.utf16 import Utf16

INTERFACE = f"""<View>
  <Labels name="label" toName="text">
    <Label value="content" background="#2b6cb0"/>
    <Label value="source" background="#b7791f"/>
    <Label value="cue" background="#718096"/>
  </Labels>
  <Text name="text" value="$text"/>
  <Choices name="mode" toName="text" perRegion="true" whenTagName="label" whenLabelValue="content">
    <Choice value="quoted"/><Choice value="reported"/><Choice value="mixed"/><Choice value="asserted"/>
  </Choices>
  <TextArea name="voice" toName="text" perRegion="true" editable="false" whenTagName="label" whenLabelValue="content"/>
  <Header value="Your word on the statement"/>
  <Choices name="verdict" toName="text" perRegion="true" whenTagName="label" whenLabelValue="content">
    {"".join(f'<Choice value="{verdict}"/>' for verdict in VERDICTS)}
  </Choices>
  <TextArea name="speaker" toName="text" perRegion="true" placeholder="who says it" whenTagName="label" whenLabelValue="content"/>
  <TextArea name="note" toName="text" perRegion="true" placeholder="a note" whenTagName="label" whenLabelValue="content"/>
  <Relations><Relation value="says"/></Relations>
</View>
"""
Node = dict[str, Any]


def write_label_studio(material: Material, out: Path) -> None:
    """Writes one JSON file of tasks, a document each, and beside it `<name>.config.xml` with the labelling interface."""
    tasks = [_task(number, one) for number, one in enumerate(spoken(material), 1)]
    with whole_file(out.with_name(f"{out.stem}.config.xml")) as path:
        path.write_text(INTERFACE, "utf-8")
    with whole_file(out) as path:
        path.write_text(json.dumps(tasks, ensure_ascii=False, indent=1) + "\n", "utf-8")


def _task(number: int, one: Spoken) -> Node:
    document, text = one.document, Utf16(one.document.text)
    about = {"title": document.title, "outlet": document.outlet, "date": document.published_at, "uri": document.uri}
    regions = [region for statement, voice in one.statements for region in _regions(document, text, statement, voice)]
    made = {"model_version": f"rashomon {version('rashomon')}", "result": regions}
    data = {"text": document.text, "document": document.id, "name": document.name, **about}
    return {"id": number, "data": data, "predictions": [made]}


def _regions(document: Document, text: Utf16, statement: Statement, voice: Voice) -> Iterator[Node]:
    """A statement's pieces, what is known of the first, and who says it as relations between them."""
    for role in ("content", "source", "cue"):
        for number, span in enumerate(getattr(statement, role)):
            place = _place(document, text, span)
            yield {
                "id": f"{statement.id}-{role}{number}",
                **_part("label", "labels"),
                "value": {**place, "labels": [role]},
            }
    first = {"id": f"{statement.id}-content0"}
    place = _place(document, text, statement.content[0])
    yield {**first, **_part("mode", "choices"), "value": {**place, "choices": [statement.mode]}}
    yield {**first, **_part("voice", "textarea"), "value": {**place, "text": [voice.name or document.name]}}
    for number, _ in enumerate(statement.source):
        ends = {"from_id": f"{statement.id}-source{number}", "to_id": first["id"]}
        yield {"type": "relation", **ends, "direction": "right", "labels": ["says"]}


def _part(name: str, kind: str) -> Node:
    return {"type": kind, "from_name": name, "to_name": "text"}


def _place(document: Document, text: Utf16, span: Span) -> Node:
    return {"start": text.units(span.start), "end": text.units(span.end), "text": span.of(document.text)}


def read_label_studio(tasks: list[Node], name: str, case: Case, user: str) -> list[Review]:
    """The words of whoever annotated the tasks; a task without annotations says nothing.

    Raises UsageError for tasks that are of another case, or of no document in it.
    """
    compared, found = Compared(case), list[Review]()
    for task in tasks:
        place = f"{name}, task {task.get('id')}"
        for one in task.get("annotations") or ():
            if one.get("was_cancelled"):
                continue
            data = task["data"]
            document = compared.document(str(data.get("document")), str(data.get("text")), place)
            said = compared.statements(document)
            at = str(one.get("updated_at") or one.get("created_at") or "")
            found += words_on(document, said, _seen(document, one.get("result") or (), said), place, _annotator(one, user), at)
    return found


def _seen(document: Document, result: Any, statements: list[Statement]) -> dict[str, Seen]:
    """The statements that are still there, with what was said of each."""
    text, known = Utf16(document.text), {statement.id for statement in statements}
    spans: dict[str, list[Span]] = {}
    told: dict[str, dict[str, str]] = {}
    for region in result:
        key, _, piece = str(region.get("id", "")).rpartition("-")
        value = region.get("value") or {}
        if key not in known:
            continue
        if region.get("type") == "labels" and piece.startswith("content"):
            spans.setdefault(key, []).append(Span(text.points(int(value["start"])), text.points(int(value["end"]))))
        elif region.get("from_name") in ("verdict", "speaker", "note"):
            words = value.get("choices") or value.get("text") or []
            told.setdefault(key, {})[str(region["from_name"])] = " ".join([words] if isinstance(words, str) else words).strip()
    return {
        key: Seen(key, tuple(sorted(content)), *(told.get(key, {}).get(part, "") for part in ("verdict", "speaker", "note")))
        for key, content in spans.items()
    }


def _annotator(annotation: Node, user: str) -> str:
    by = annotation.get("completed_by")
    if isinstance(by, dict):
        return str(by.get("email") or by.get("id") or user)
    return user if by is None else f"annotator {by}" if isinstance(by, int) else str(by)
