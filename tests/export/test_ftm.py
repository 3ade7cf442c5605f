"""What FollowTheMoney itself makes of the export: every entity valid, every reference leading somewhere."""

import json
from dataclasses import replace

import pytest
from tests.cases import told
from tests.export.writing import kept, write

from rashomon.model import Member, Mention


def nodes(tmp_path, tables):
    path = write("ftm", kept(tables, tmp_path / "case"), tmp_path / "case.ftm.json")
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


@pytest.fixture
def tables():
    """The fire, in which the mayor is also named."""
    tables = told()
    tables["entities"] = [replace(one, id="ent1-holt") for one in tables["entities"]]  # no id has a space but in these tables
    tables["members"] = [replace(one, group_id="ent1-holt") for one in tables["members"]]
    wire = tables["documents"][0]
    mention = Mention.of(
        wire.id, next(voice.span for voice in tables["voices"] if voice.doc_id == wire.id and voice.span), "person"
    )
    tables["mentions"].append(mention)
    tables["members"].append(Member("ent1-holt", mention.id, 1.0, (), "hand"))
    return tables


def test_the_library_takes_every_entity(tmp_path, tables):
    model = pytest.importorskip("followthemoney", reason="pip install --no-deps -r locks/ftm.txt").model
    proxies = [model.get_proxy(node) for node in nodes(tmp_path, tables)]
    assert {proxy.schema.name for proxy in proxies} == {"Article", "Person", "Mention", "Event"}
    known = {proxy.id: proxy.schema for proxy in proxies}
    for proxy in proxies:
        proxy.schema.validate(proxy.to_dict())
        for prop, value in proxy.itervalues():
            if prop.type.name == "entity":
                assert known[value].is_a(prop.range), f"{prop.qname} leads to {value}"
            else:
                assert prop.type.validate(value), f"{prop.qname} is {value!r}"


def test_an_article_has_its_text_and_a_mention_its_words(tmp_path, tables):
    found = nodes(tmp_path, tables)
    (mention,) = [node for node in found if node["schema"] == "Mention"]
    assert mention["properties"]["name"] == ["Mayor Ann Holt"]
    article = next(node for node in found if node["id"] == mention["properties"]["document"][0])
    assert article["properties"]["bodyText"] == [tables["documents"][0].text]
    assert article["properties"]["publishedAt"] == ["2026-03-01"]
    assert article["properties"]["language"] == ["eng"]
    assert article["properties"]["peopleMentioned"] == ["Ann Holt"]
    (event,) = [node for node in found if node["schema"] == "Event"]
    assert event["properties"]["summary"][0].startswith(
        "How many people died in the fire? “at least twelve people” / “Thirty-one people”"
    )
    assert len(event["properties"]["proof"]) == 4
