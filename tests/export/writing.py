"""What the tests of exports share: a case with its originals, and a format written from it as the command does."""

from dataclasses import replace

from tests.cases import Story, case_of

from rashomon.export import FORMATS
from rashomon.export.material import Material
from rashomon.store.case import Case
from rashomon.web.freeze import report_page


def material(case, redact=()):
    return Material.of(case, report_page, redact=redact)


def write(form, case, out, redact=()):
    FORMATS[form](material(case, redact), out)
    return out


def kept(tables, folder):
    """A case of these tables in which every capture has an original: the text that was read from it."""
    case = Case.create(folder)
    texts = {document.capture_id: document.text for document in tables["documents"]}
    captures = {}
    for capture in tables["captures"]:
        data = texts.get(capture.id, "").encode("utf-8", "surrogatepass")
        new = case.captures.keep(capture.uri, data, media_type=lambda *_: "text/plain", method="file")
        captures[capture.id] = replace(new, captured_at=capture.captured_at)
    documents = [replace(document, capture_id=captures[document.capture_id].id) for document in tables["documents"]]
    return case_of({**tables, "captures": list(captures.values()), "documents": documents}, folder)


def astral(folder):
    """A case with emoji before, in and between its statements: whatever counts in other units goes astray here."""
    story = Story()
    page = story.account(
        "\U0001f525 [Ann \U0001f9d1]who [said]cue [two \U0001f480 died]content, e\u0301, and [one]other [three fled]more",
        name="a.txt",
    )
    ann, other = story.voice(page, "named", page.words("who")[0], "who"), story.voice(page, "named", "one", "other")
    marks = {"source": tuple(page.spans["who"]), "cue": tuple(page.spans["cue"])}
    said = story.says(ann, page, "content", **marks)
    story.says(other, page, "more", "reported")
    story.point("How many?", "quantity", "agree", [story.fact(said, page, "two")])
    return kept(story.tables, folder)
