"""ninjs, new and old: headline, byline and body as their parts, HTML in them read as HTML."""

import pytest
from tests.read.capturing import as_json, document, failure, lawful, outcomes, words

from rashomon.model import Document, Failure

HTML = (
    "<p>Three people <b>died</b>&nbsp;in the fire, the mayor said.</p><h2>Later</h2><blockquote><p>Nobody knows.</p></blockquote>"
    "<figure><img src='x'><figcaption>The mill before the fire</figcaption></figure><script>no()</script>"
)
NEW = {
    "uri": "https://agency.example/1", "standard": {"name": "ninjs", "version": "3.0"}, "type": "text",
    "versionCreated": "2031-05-07T10:20:30+02:00", "language": "en-GB", "by": "By Ada Moss", "located": "Milltown",
    "headlines": [{"role": "short", "value": "Fire"}, {"role": "main", "value": "Fire at the mill"}],
    "bodies": [{"role": "main", "contentType": "text/plain", "value": "As text."},
               {"role": "main", "contentType": "text/html", "value": HTML}],
    "people": [{"name": "Bo Lind"}], "organisations": [{"name": "Agency", "rel": "provider"}],
}  # fmt: skip
OLD = {
    "uri": "urn:newsml:agency.example:1", "type": "text", "versioncreated": "2031-05-07T10:20:30Z",
    "headline": "Fire at the mill",
    "byline": "Ada Moss", "body_html": HTML, "body_text": "As text.", "copyrightholder": "Agency", "language": "en",
}  # fmt: skip


@pytest.mark.parametrize(("item", "at"), [(NEW, "2031-05-07T10:20:30+02:00"), (OLD, "2031-05-07T10:20:30Z")])
def test_an_item_of_either_version(item, at):
    made = document(as_json(item), "item.json")
    lawful(made)
    assert (made.title, made.author, made.outlet, made.language, made.published_at) == (
        "Fire at the mill", "Ada Moss", "Agency", "en", at,
    )  # fmt: skip
    assert [(block.kind, block.span.of(made.text)) for block in made.blocks if block.kind != "byline"] == [
        ("title", "Fire at the mill"),
        ("para", "Three people died in the fire, the mayor said."),
        ("heading", "Later"),
        ("quote", "Nobody knows."),
        ("caption", "The mill before the fire"),
    ]


def test_paths_lead_to_the_body_and_its_element():
    made = document(as_json(NEW), "item.json")
    assert made.uri == "https://agency.example/1"
    assert [block.path for block in made.blocks][2] == "bodies[1].value /html/body/p"


def test_a_body_of_text_alone():
    item = {**OLD, "body_html": None}
    assert words(document(as_json(item)), "para") == ["As text."]


def test_a_list_and_an_item_that_is_a_picture():
    picture = {"uri": "urn:x", "type": "picture", "versioncreated": "2031-05-07T10:20:30Z"}
    one, two = outcomes(as_json([OLD, picture]), "items.json")
    assert isinstance(one, Document)
    assert isinstance(two, Failure)
    assert two.item_id == "items.json:[1]"
    assert "no text" in two.message


@pytest.mark.parametrize("body", ["<div>" * 20_000 + "Two died.", "<!-- -->", "<script>x</script>"])
def test_html_that_cannot_be_read_is_a_failure(body):
    assert failure(as_json({**OLD, "body_html": body, "body_text": None})).error == "UnreadableCapture"


def test_fields_of_other_kinds():
    odd = {
        **NEW,
        "headlines": [7, {"value": []}],
        "by": {},
        "language": 3,
        "organisations": "x",
        "versionCreated": 9,
        "bodies": [None, {}],
    }
    assert "no text" in failure(as_json(odd)).message
