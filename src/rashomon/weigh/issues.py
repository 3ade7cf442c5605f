"""Links and people's word to issues: which facts give one answer, and which answers answer one question."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.model import Fact, Judgement, Link
from rashomon.pairs.clusters import clusters
from rashomon.weigh.people import Word, point_id

MEMBER = 2.0  # above any link's score: the facts of one answer go under one question before answers are brought together

Answer = tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Issue:
    """One question with its answers. The first fact of an answer stands for it, that of the first answer for the question.

    `links` hold between facts of two different answers.
    """

    answers: tuple[Answer, ...]
    links: tuple[Link, ...]

    @property
    def id(self) -> str:
        """The point's id."""
        return point_id(self.answers[0][0].id)

    @property
    def facts(self) -> list[Fact]:
        """Every fact, answer by answer."""
        return [fact for answer in self.answers for fact in answer]


def issues_of(facts: Sequence[Fact], links: Iterable[Link], judgements: Iterable[Judgement]) -> list[Issue]:
    """Every question that several facts answer, in the order of `facts`; a person's word outranks every link."""
    told = {fact.id: fact for fact in facts}
    word = Word.of(judgements, facts)
    linked = [link for link in links if link.left in told and link.right in told and not word.rejects_link(link)]
    items = {end for link in linked for end in (link.left, link.right)} | word.judged
    same = [(link.score, link.left, link.right) for link in linked if link.relation == "same"]
    two_answers, two_questions = word.apart(_group_of(clusters(items, same)))
    answers = clusters(items, same, same=word.one_answer, different=two_answers)
    within = [(MEMBER, group[0], item) for group in answers for item in group[1:]]
    across = [(link.score, link.left, link.right) for link in linked]
    joined = (*word.one_answer, *word.one_question, *word.conflict)
    questions = clusters(items, within + across, same=joined, different=two_questions)
    answer_of = _group_of(answers)
    found = _ordered(told, answer_of, questions, linked)
    found = [Issue(issue.answers, tuple(word.links(issue.links, _within(issue, answer_of), told))) for issue in found]
    return list(_without_rejected(found, word))


def _group_of(groups: Iterable[Sequence[str]]) -> dict[str, str]:
    return {item: group[0] for group in groups for item in group}


def _within(issue: Issue, answer_of: Mapping[str, str]) -> dict[str, str]:
    return {fact.id: answer_of[fact.id] for fact in issue.facts}


def _ordered(
    told: Mapping[str, Fact], answer_of: Mapping[str, str], questions: Sequence[Sequence[str]], links: Sequence[Link]
) -> list[Issue]:
    """The issues, with their answers and facts, in the order in which the facts are told."""
    place = {item: number for number, item in enumerate(told)}
    question_of = _group_of(questions)
    between: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        if question_of[link.left] == question_of[link.right] and answer_of[link.left] != answer_of[link.right]:
            between[question_of[link.left]].append(link)
    found = []
    for question in questions:
        groups: dict[str, list[Fact]] = defaultdict(list)
        for item in sorted(question, key=place.__getitem__):
            groups[answer_of[item]].append(told[item])
        found.append(Issue(tuple(map(tuple, groups.values())), tuple(between[question[0]])))
    return sorted(found, key=lambda issue: place[issue.answers[0][0].id])


def _without_rejected(issues: Iterable[Issue], word: Word) -> Iterable[Issue]:
    for issue in issues:
        answers = tuple(answer for answer in issue.answers if not word.rejects_position(answer))
        if answers and not word.rejects_point(issue.facts):
            left = {fact.id for answer in answers for fact in answer}
            yield Issue(answers, tuple(link for link in issue.links if link.left in left and link.right in left))
