"""Telegram's exports: each message its writer's, forwarded ones their origin's."""

from hypothesis import given
from hypothesis import strategies as st
from tests.read.capturing import as_json, block_of, document, failure, lawful, outcomes, words

from rashomon.model import Document, Failure


def message(key, text, **more):
    return {
        "id": key,
        "type": "message",
        "date": "2031-05-07T01:00:00",
        "date_unixtime": "1935903900",
        "from": "Ada Moss",
        "text": text,
        **more,
    }


CHAT = {
    "name": "Dockers", "type": "public_channel", "id": 77,
    "messages": [
        {"id": 1, "type": "service", "date_unixtime": "1935903000", "actor": "Ada", "action": "create_channel", "text": ""},
        message(2, "The silo is gone."),
        message(3, ["Read ", {"type": "link", "text": "https://n.example"}, " and ", {"type": "bold", "text": "stay away"}, "."]),
        message(4, "", photo="(File not included.)"),
        message(5, "Who says so?", reply_to_message_id=2, **{"from": "Bo Lind"}),
        message(6, "I am free and safe.", forwarded_from="Temir Asanov"),
        message(7, "Nobody knows who wrote this.", forwarded_from=None),
        message(8, "An answer to a picture.", reply_to_message_id=4),
    ],
}  # fmt: skip


def test_a_chat_becomes_one_document():
    made = document(as_json(CHAT), "result.json")
    lawful(made)
    assert (made.title, made.outlet) == ("Dockers", "Dockers")
    assert words(made, "post") == [
        "The silo is gone.", "Read https://n.example and stay away.", "Who says so?", "An answer to a picture.",
    ]  # fmt: skip


def test_times_are_utc_and_answers_name_their_post():
    made = document(as_json(CHAT))
    block = block_of(made, "Who says so")
    assert (block.author, block.posted_at, block.post, block.reply_to) == ("Bo Lind", "2031-05-07T07:05:00Z", "5", "2")
    assert block.path == "messages[4]"
    assert block_of(made, "to a picture").reply_to is None


def test_a_forwarded_message_is_its_origins_word():
    made = document(as_json(CHAT))
    block = block_of(made, "free and safe")
    assert (block.kind, block.author, block.post) == ("quoted_post", "Temir Asanov", "6")
    assert block_of(made, "Nobody knows").author is None


def test_a_local_time_is_better_than_none():
    made = document(as_json({**CHAT, "messages": [{"id": 1, "type": "message", "date": "2031-05-07T01:00:00", "text": "Late."}]}))
    assert made.blocks[0].posted_at == "2031-05-07T01:00:00"


def test_an_account_is_a_document_for_each_chat():
    quiet = {"name": "Quiet", "type": "personal_chat", "id": 78, "messages": []}
    one, silent, other = outcomes(
        as_json({"chats": {"about": "", "list": [CHAT, quiet, {**CHAT, "id": 79, "name": "B"}]}}), "result.json"
    )
    assert isinstance(one, Document)
    assert (one.name, one.blocks[0].path) == ("result.json:77", "chats.list[0].messages[1]")
    assert isinstance(silent, Failure)
    assert "'Quiet'" in silent.message
    assert isinstance(other, Document)
    assert other.title == "B"


def test_a_chat_of_pictures_only_is_a_failure():
    assert "no message with a text" in failure(as_json({**CHAT, "messages": [message(1, "", photo="x")]})).message


@given(
    st.lists(
        st.one_of(st.text(), st.lists(st.one_of(st.text(), st.fixed_dictionaries({"type": st.just("bold"), "text": st.text()}))))
    )
)
def test_every_word_of_every_message_is_kept(texts):
    made = outcomes(
        as_json({**CHAT, "messages": [message(n, text) for n, text in enumerate(texts)]}).encode("utf-8", "surrogatepass")
    )[0]
    wanted = [
        text if isinstance(text, str) else "".join(part if isinstance(part, str) else part["text"] for part in text)
        for text in texts
    ]
    wanted = [text.strip() for text in wanted if text.strip()]
    if not wanted:
        assert isinstance(made, Failure)
        return
    assert isinstance(made, Document)
    lawful(made)
    assert words(made) == wanted


def test_a_signed_post_of_a_channel_is_its_writers():
    made = document(as_json({**CHAT, "messages": [message(1, "Signed.", author="Cy Doe", **{"from": "Dockers"})]}))
    assert made.blocks[0].author == "Cy Doe"


def test_what_a_message_quotes_is_not_its_writers():
    text = [{"type": "blockquote", "text": "Nobody died."}, "\nThree ", {"type": "bold", "text": "did"}, "."]
    made = document(as_json({**CHAT, "messages": [message(1, text), message(2, text, forwarded_from="Bo")]}))
    assert [(block.kind, block.author, block.span.of(made.text), block.post) for block in made.blocks] == [
        ("quoted_post", None, "Nobody died.", "1"),
        ("post", "Ada Moss", "Three did.", "1"),
        ("repeat", None, "Nobody died.", "2"),
        ("quoted_post", "Bo", "Three did.", "2"),
    ]


def test_an_edited_message_says_since_when_it_is_so():
    edited = message(1, "Four died.", edited="2031-05-07T02:00:00", edited_unixtime="1935907500")
    never = message(2, "Five died.", edited="1970-01-01T01:00:00", edited_unixtime="0")
    made = document(as_json({**CHAT, "messages": [edited, never]}))
    assert [(block.path, block.posted_at) for block in made.blocks] == [
        ("messages[0] (edited 2031-05-07T08:05:00Z)", "2031-05-07T07:05:00Z"),
        ("messages[1]", "2031-05-07T07:05:00Z"),
    ]


def test_an_answer_to_another_chat_answers_nothing_here():
    answer = message(2, "To whom?", reply_to_message_id=1, reply_to_peer_id="channel9")
    made = document(as_json({**CHAT, "messages": [message(1, "Here."), answer, message(3, "So.", reply_to_message_id=1)]}))
    assert [block.reply_to for block in made.blocks] == [None, None, "1"]


def test_the_question_of_a_poll_and_words_that_stand_in_the_entities_alone():
    poll = {**message(1, ""), "poll": {"question": "Who did it?", "answers": []}}
    entities = {**message(2, None), "text_entities": [{"type": "plain", "text": "Nobody "}, {"type": "bold", "text": "knows."}]}
    assert words(document(as_json({**CHAT, "messages": [poll, entities]}))) == ["Who did it?", "Nobody knows."]


def test_chats_that_were_left_are_read_too():
    made = document(as_json({"about": "", "left_chats": {"list": [CHAT]}}), "result.json")
    assert made.blocks[0].path == "left_chats.list[0].messages[1]"


def test_two_messages_of_one_number_are_two_posts():
    made = document(as_json({**CHAT, "messages": [message(1, "One."), message(1, "Other.", **{"from": "Bo"})]}))
    assert len({block.post for block in made.blocks}) == 2


ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.text(max_size=8),
    st.lists(st.none()),
    st.dictionaries(st.text(max_size=3), st.none()),
)
FIELDS = (
    "id",
    "date",
    "date_unixtime",
    "from",
    "text",
    "text_entities",
    "reply_to_message_id",
    "forwarded_from",
    "edited_unixtime",
    "poll",
)


@given(st.lists(st.dictionaries(st.sampled_from(FIELDS), ODD), max_size=4))
def test_fields_of_any_kind_and_none(messages):
    given_ = [{"id": 0, "type": "message", "text": "Words."}, *({"type": "message", "id": 1, **more} for more in messages)]
    made = document(as_json({"name": None, "type": None, "id": 7, "messages": given_}))
    lawful(made)
    assert made.text.startswith("Words.")
