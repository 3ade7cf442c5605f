"""What a server may do wrong, and what is made of it."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from tests.llm.scripted import fails, says, scripted

from rashomon.errors import MissingExtra, UsageError
from rashomon.llm.servers import PATIENCE, TRIES, Server, Unanswered

MESSAGES = [{"role": "user", "content": "?"}]
SCHEMA = {"type": "object"}


def ask(script, **more):
    """The reply or what was raised, how long was waited each time, and what the server was asked."""
    waited = []
    with scripted(*script) as held:
        server = Server(held.url, "a-model", wait=waited.append, **more)
        try:
            return server.ask(MESSAGES, SCHEMA, 50), waited, held
        except Unanswered as error:
            return error, waited, held


def test_a_question_carries_the_schema_and_no_tools():
    reply, waited, held = ask([says("yes")], key="secret")
    assert (reply.content, reply.finish, reply.tokens, waited) == ("yes", "stop", 100, [])
    (asked,) = held.asked
    assert asked.keys() == {"model", "messages", "temperature", "max_tokens", "stream", "response_format"}
    assert (asked["model"], asked["max_tokens"], asked["messages"]) == ("a-model", 50, MESSAGES)
    assert asked["response_format"]["json_schema"]["schema"] == SCHEMA
    assert held.headers[0]["authorization"] == "Bearer secret"


def test_a_server_that_says_later_is_asked_later():
    reply, waited, _ = ask([fails(429, retry_after="7"), says("yes")])
    assert (reply.content, waited) == ("yes", [7.0])
    date = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)
    reply, (waited,), _ = ask([fails(503, retry_after=date), says("yes")])
    assert reply.content == "yes"
    assert 25 < waited <= 30
    _, waited, _ = ask([fails(429, retry_after="soon"), fails(429), says("yes")])
    assert waited == [1.0, 3.0]


def test_a_server_that_says_much_later_ends_the_run():
    error, waited, held = ask([fails(429, retry_after=str(int(PATIENCE) + 1))])
    assert error.lasting
    assert "come back in 61 s" in str(error)
    assert (waited, len(held.asked)) == ([], 1)


def test_a_server_that_never_gets_better_is_left_after_four_tries():
    error, waited, held = ask([fails(500, "boom")])
    assert not error.lasting
    assert "4 tries" in str(error)
    assert "boom" in str(error)
    assert (len(waited), len(held.asked)) == (TRIES - 1, TRIES)


def test_silence_is_a_fault_like_another():
    reply, waited, _ = ask([fails(200, silent=0.6), says("yes")], timeout=0.2)
    assert (reply.content, waited) == ("yes", [1.0])


@pytest.mark.parametrize(
    ("status", "said"), [(401, "RASHOMON_LLM_KEY"), (403, "RASHOMON_LLM_KEY"), (404, "--model"), (302, "302")]
)
def test_a_refusal_is_lasting_and_says_what_to_do(status, said):
    error, waited, held = ask([fails(status, location="http://127.0.0.1:1/elsewhere")])
    assert error.lasting
    assert said in str(error)
    assert (waited, len(held.asked)) == ([], 1)  # nobody is followed elsewhere with the key


def test_a_server_that_knows_no_schema_is_asked_without_one():
    with scripted(fails(400, "response_format is not supported"), says("yes")) as held:
        server = Server(held.url, "m", wait=lambda _: None)
        assert server.ask(MESSAGES, SCHEMA, 50).content == "yes"
        server.ask(MESSAGES, SCHEMA, 50)
    assert ["response_format" in asked for asked in held.asked] == [True, False, False]


def test_a_server_that_refuses_the_question_itself_is_not_asked_for_ever():
    error, _, held = ask([fails(400, "too long")])
    assert error.lasting
    assert len(held.asked) == 2


def test_no_server_is_told_at_once():
    with pytest.raises(Unanswered, match="cannot be reached") as raised:
        Server("http://127.0.0.1:9/v1", "m", wait=lambda _: None).ask(MESSAGES, SCHEMA, 50)
    assert raised.value.lasting


@pytest.mark.parametrize("body", ["", "{", "[]", '{"choices": []}', '{"choices": [{"message": null}]}', "[" * 100_000, "<html>"])
def test_what_is_no_chat_completion_is_no_answer(body):
    error, _, _ = ask([fails(200, body)])
    assert isinstance(error, Unanswered)
    assert "none of chat completions" in str(error)


def test_an_answer_without_end_is_cut():
    error, _, _ = ask([fails(200, "x" * 1_500_000)])
    assert "without end" in str(error)


def test_odd_answers_are_read_as_what_they_are():
    refused, _, _ = ask([says("", refusal="I will not.")])
    assert refused.finish == "refusal"
    called, _, _ = ask([says(None, finish="tool_calls", tool_calls=[{"id": "1"}], tokens=None)])
    assert (called.finish, called.tokens) == ("tool_calls", None)


def test_what_is_no_address_is_told():
    with pytest.raises(UsageError, match="give one like http"):
        Server("localhost:8080", "m")


def test_without_httpx_the_pip_line_is_named(monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "httpx", None)
    with pytest.raises(MissingExtra, match=r"pip install 'rashomon\[llm\]'"):
        Server("http://127.0.0.1:9/v1", "m")
