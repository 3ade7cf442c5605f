"""Asking: what is known is not asked again, what it will cost is said before, and what is more than the budget is not asked."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from rashomon.llm.prompts import ANSWER, key_of, messages_of, schema_of, tokens_of
from rashomon.llm.proposals import TWICE, checked, reasons_of
from rashomon.llm.questions import Question, questions_of
from rashomon.llm.servers import Reply, Server, Unanswered
from rashomon.model import Failure, Link

PATIENCE = 3  # questions in a row that get no answer, after which the rest is left for another time
BUDGET = 100_000  # tokens of one run
NEWS = 10  # answers after which whoever waits is told how far it is


class Kept(Protocol):
    """The answers that a case holds."""

    def get(self, key: str) -> Mapping[str, Any] | None:
        """The answer that is kept by this key."""
        ...

    def put(self, key: str, answer: Mapping[str, Any]) -> None:
        """Keeps an answer."""
        ...

    def note(self, model: str, tally: str) -> None:
        """Keeps which model was asked, and what came of it."""
        ...


@dataclass(slots=True)
class Tally:
    """What a run asked and got."""

    questions: int = 0
    known: int = 0  # of them answered in an earlier run
    asked: int = 0
    left: int = 0  # not asked, for want of budget, or because the server does not answer
    tokens: int = 0
    links: int = 0
    refused: Counter[str] = field(default_factory=Counter)

    @property
    def told(self) -> str:
        """In a few words, for whoever started it."""
        refused = f"; refused: {', '.join(reasons_of(self.refused))}" if self.refused else ""
        left = f"; {self.left} left for another run" if self.left else ""
        return (
            f"Language model: {self.asked} of {self.questions} questions asked ({self.known} known from before), "
            f"{self.tokens:,} tokens; {self.links} relations proposed{refused}{left}."
        )


class Asking:
    """A model, or what is kept of one: without a server only the answers that are there already count.

    `tell` is given the estimate before anything is asked.
    """

    def __init__(
        self,
        model: str,
        kept: Kept,
        server: Server | None = None,
        *,
        budget: int = BUDGET,
        tell: Callable[[str], None] = lambda _: None,
    ) -> None:
        self.model, self.tally = model, Tally()
        self._kept, self._server, self._budget, self._tell = kept, server, budget, tell

    def __call__(self, tables: Mapping[str, Sequence[Any]]) -> Iterator[Link | Failure]:
        """The links that the model proposes between the facts of the case, and a Failure where it could not be asked."""
        self.tally = Tally()
        questions = questions_of(tables)
        self.tally.questions = len(questions)
        answers = {question.statement.id: self._kept.get(key_of(question, self.model)) for question in questions}
        unknown = [question for question in questions if answers[question.statement.id] is None]
        self.tally.known = len(questions) - len(unknown)
        failures = list(self._ask(unknown, answers))
        links: dict[frozenset[str], Link] = {}
        for question in questions:
            if answer := answers[question.statement.id]:
                found = checked(question, str(answer.get("content")), str(answer.get("finish")), self.model)
                self.tally.refused.update(found.refused)
                for link in found.links:
                    if links.setdefault(frozenset((link.left, link.right)), link) is not link:
                        self.tally.refused[TWICE] += 1  # two statements may each be asked about the other
        self.tally.links = len(links)
        yield from links.values()
        yield from failures
        if self._server is not None:
            self._kept.note(self.model, self.tally.told)

    def _ask(self, questions: Sequence[Question], answers: dict[str, Mapping[str, Any] | None]) -> Iterator[Failure]:
        """Asks as many as the budget allows, the most useful first, and keeps every answer as soon as it is there."""
        self.tally.left = len(questions)
        if self._server is None or not questions:
            return
        costs = [tokens_of(question) for question in questions]
        self._tell(
            f"Language model {self.model}: {len(questions)} questions, {sum(costs):,} tokens at most "
            f"({self.tally.known} more are answered already); the budget is {self._budget:,}."
        )
        unanswered = 0
        for question, cost in zip(questions, costs, strict=True):
            if self.tally.tokens + cost > self._budget:
                return
            try:
                reply = self._server.ask([*messages_of(question)], schema_of(question), ANSWER)
            except Unanswered as error:
                unanswered += 1
                self.tally.tokens += 0 if error.lasting else cost  # it may have been worked on all the same
                yield Failure("ask", "", type(error).__name__, f"{error}. What was answered is kept; run it again for the rest.")
                if error.lasting or unanswered == PATIENCE:
                    return
                continue
            unanswered = 0
            self._keep(question, reply, cost, answers)
            if self.tally.asked % NEWS == 0:
                self._tell(f"Language model {self.model}: {self.tally.asked} of {len(questions)} answered.")

    def _keep(self, question: Question, reply: Reply, cost: int, answers: dict[str, Mapping[str, Any] | None]) -> None:
        tokens = cost if reply.tokens is None else reply.tokens
        answer = {"model": self.model, "content": reply.content, "finish": reply.finish, "tokens": tokens}
        self._kept.put(key_of(question, self.model), answer)
        answers[question.statement.id] = answer
        self.tally.asked += 1
        self.tally.left -= 1
        self.tally.tokens += tokens
