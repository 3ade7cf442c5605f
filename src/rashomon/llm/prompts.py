"""How a question is put: the rule, the captured words as data between lines that they cannot forge, the form of the answer."""

import json
from hashlib import sha256
from typing import Any, get_args

from rashomon.llm.questions import Clause, Question
from rashomon.model import LinkRelation
from rashomon.text.fences import Fence

PROMPT = 1  # raise it when anything below changes: answers to another wording are other answers
RELATIONS = tuple(one for one in get_args(LinkRelation) if one != "copies")
MOST = 8  # relations of one answer
ANSWER = 700  # tokens of an answer, at most
LETTERS = 3  # of a token, so that an estimate is rather too high: English has some four

TASK = """You compare what accounts of one event say. You are given clauses B1, B2, … of one statement and clauses A1, A2, … of
other accounts; each has an `answer`, and the kind of question that it answers. Find the pairs of one A and one B of one kind that
answer the same question, and say how the two answers stand to each other:
"same" (one answer), "conflict" (both cannot be true), "update" (the later replaces the earlier, as a toll that rises) or
"compatible" (both can be true). Most clauses have nothing to do with each other: leave those out. An empty list is a good answer.
For each pair copy the words that give the answer, letter for letter: quote_a out of the clause A, quote_b out of the clause B.
Whatever is not copied exactly is thrown away. Answer with JSON alone:
{"relations": [{"a": "A1", "b": "B1", "relation": "conflict", "quote_a": "…", "quote_b": "…"}]}"""

TEXT = {"type": "string"}


def schema_of(question: Question) -> dict[str, Any]:
    """The form of the answer: a server that binds its model to it can name no clause that there is not."""
    a, b = ({**TEXT, "enum": [one.label for one in side]} for side in (question.others, question.own))
    pair = {"a": a, "b": b, "relation": {**TEXT, "enum": list(RELATIONS)}, "quote_a": TEXT, "quote_b": TEXT}
    return _object({"relations": {"type": "array", "maxItems": MOST, "items": _object(pair)}})


def data_of(question: Question) -> str:
    """The captured words of a question, as JSON: a clause a line, none of which can begin a line of its own."""
    return "\n".join(json.dumps(_line(clause), ensure_ascii=False) for clause in (*question.others, *question.own))


def messages_of(question: Question) -> list[dict[str, str]]:
    """The question as it is sent. The fence's word is another each time, so it is no part of what an answer is kept by."""
    fence = Fence()
    return [
        {"role": "system", "content": f"{TASK}\n{fence.rule}"},
        {"role": "user", "content": fence.around(data_of(question))},
    ]


def key_of(question: Question, model: str) -> str:
    """By what an answer is kept: the model, the wording of the question, and what it is about."""
    return sha256("\x1f".join((model, str(PROMPT), data_of(question))).encode("utf-8", "surrogatepass")).hexdigest()


def tokens_of(question: Question) -> int:
    """How many tokens the question and its answer may cost, rather too many than too few."""
    return -(-sum(len(one["content"]) for one in messages_of(question)) // LETTERS) + ANSWER


def _line(clause: Clause) -> dict[str, str]:
    fact = clause.fact
    return {"clause": clause.label, "who": clause.voice, "kind": fact.kind, "answer": fact.value, "words": clause.words}


def _object(parts: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": parts, "required": list(parts), "additionalProperties": False}
