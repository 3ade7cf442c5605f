"""news-please: its articles with what the crawler knows of them."""

from tests.read.capturing import as_json, document, failure, lawful, outcomes, words

from rashomon.model import Document, Failure

ARTICLE = {
    "authors": ["Ada Moss", "Bo Lind"], "date_download": "2031-05-08 01:00:00", "date_modify": "2031-05-07 12:00:00",
    "date_publish": "2031-05-07 10:20:30", "description": "A fire.", "filename": "fire.html.json", "image_url": None,
    "language": "en", "localpath": "/data/fire.html", "title": "Fire at the mill", "title_page": "Fire at the mill - News",
    "title_rss": None, "source_domain": "news.example", "url": "https://news.example/fire",
    "maintext": "Three people died in the fire at the mill, the mayor said.\nTwo people are still missing, the police said.",
}  # fmt: skip


def test_an_article():
    made = document(as_json(ARTICLE), "fire.html.json")
    lawful(made)
    assert (made.name, made.title, made.outlet, made.author) == (
        "fire.html.json", "Fire at the mill", "news.example", "Ada Moss, Bo Lind",
    )  # fmt: skip
    assert (made.published_at, made.language, made.uri) == ("2031-05-07T10:20:30", "en", "https://news.example/fire")
    assert words(made, "title") == ["Fire at the mill"]
    assert words(made, "para") == ARTICLE["maintext"].split("\n")
    assert made.blocks[1].path == "maintext, chars 0-58"


def test_a_list_of_them_and_its_first_versions():
    first = {**{key: value for key, value in ARTICLE.items() if key != "maintext"}, "text": "Nobody died in the fire, he said."}
    one, two, three = outcomes(as_json([ARTICLE, first, {**ARTICLE, "maintext": None}]), "all.json")
    assert isinstance(one, Document)
    assert isinstance(two, Document)
    assert (two.name, words(two, "para")) == ("all.json:1", ["Nobody died in the fire, he said."])
    assert isinstance(three, Failure)
    assert three.item_id == "all.json:[2]"


def test_fields_of_other_kinds_and_none():
    odd = {**ARTICLE, "authors": None, "date_publish": "None", "language": 7, "title": None, "title_page": {}, "url": []}
    made = document(as_json(odd), "a.json")
    assert (made.title, made.author, made.published_at, made.uri) == (None, None, None, "a.json")
    assert "no text" in failure(as_json({**ARTICLE, "maintext": " "})).message


def test_in_a_file_of_json_lines_the_text_is_exact():
    line = {**ARTICLE, "text": "  Exactly  this.\n", "id": "x"}
    made = document(as_json(line), "a.jsonl")
    assert (made.name, made.text) == ("x", "  Exactly  this.\n")
