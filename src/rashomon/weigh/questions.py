"""The wording of a point's question: the program's own words and, where two points would read alike, a few of the page's.

An answer is never worded here. The words for acts, people and units stand in `resources/questions.yaml`.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from rashomon.model import Document, Fact, FactKind
from rashomon.text.lexicon import lexicon
from rashomon.text.normal import one_line
from rashomon.weigh.issues import Issue

AROUND = 8  # words of the page that tell two like questions apart


def questions_of(issues: Sequence[Issue], documents: Mapping[str, Document]) -> list[str]:
    """One question for each issue. Issues of one question are told apart by place, then by time, then by the words around."""
    asked = [question(issue) for issue in issues]
    for part in (_where, _when, lambda issue: _around(issue.answers[0][0], documents)):
        alike = Counter(asked)
        asked = [_narrowed(text, part(issue)) if alike[text] > 1 else text for text, issue in zip(asked, issues, strict=True)]
    return asked


def question(issue: Issue) -> str:
    """The question by itself."""
    first = issue.answers[0][0]
    return ASK[first.kind](first)


def _narrowed(text: str, part: str) -> str:
    return f"{text.removesuffix('?')} {part}?" if part else text


def _where(issue: Issue) -> str:
    place = _commonest(fact.where for fact in issue.facts if fact.kind not in ("label", "place"))
    return f"in {place}" if place else ""


def _when(issue: Issue) -> str:
    when = _commonest(fact.when for fact in issue.facts if fact.kind != "time")
    return f"({when[:10]})" if when else ""


def _commonest(values: Iterable[str | None]) -> str:
    """The value that most facts have, the first of equals."""
    counts = Counter(value for value in values if value)
    return max(counts, key=counts.__getitem__, default="")


def _around(fact: Fact, documents: Mapping[str, Document]) -> str:
    """A few words of the clause that are not the answer itself."""
    before, _, after = fact.span.of(documents[fact.doc_id].text).partition(fact.value)
    ahead, behind = one_line(before).split()[-AROUND:], one_line(after).split()[:AROUND]
    words = behind if len(behind) >= len(ahead) else ahead
    return f"(“{' '.join(words).strip(' ,.;:–—-')}”)" if words else ""


def _how_many(fact: Fact) -> str:
    act = _act(fact.about)
    if fact.unit == "person":
        suffered = act.get("persons", f"were in the {_noun(fact.about)}")
        return f"How many {_people(fact.scope)} {suffered}?"
    unit = fact.unit or fact.about
    if unit in lexicon("units")["money"]:
        return f"How much money is it: the {_noun(fact.about)}?"
    if unit in lexicon("units")["measures"] or unit == "percent":
        return f"How {_measure(unit)} is it: the {_noun(fact.about)}?"
    return f"How many {_plural(unit)} {act.get('things', 'were there')}?"


def _people(scope: str | None) -> str:
    irregular: dict[str, str] = lexicon("questions")["people"]
    return irregular.get(scope, _plural(scope)) if scope else "people"


def _measure(unit: str) -> str:
    irregular: dict[str, str] = lexicon("questions")["units"]
    return irregular.get(unit, f"many {unit}s")


def _happened(fact: Fact) -> str:
    return f"Did the {_noun(fact.about)} happen?"


def _who(fact: Fact) -> str:
    return _act(fact.about).get("who", f"Who was behind the {_noun(fact.about)}") + "?"


def _label(fact: Fact) -> str:
    asked: dict[str, str] = lexicon("questions")["labels"]
    return f"What {asked.get(fact.about, f'is the {fact.about} called')}?"


def _identity(fact: Fact) -> str:
    return f"How old is the {fact.about}?" if fact.low is not None else f"Who is the {fact.about}?"


def _act(about: str) -> dict[str, str]:
    """The words for the act class that `about` is or begins with."""
    acts: dict[str, dict[str, str]] = lexicon("questions")["acts"]
    return acts.get(about) or acts.get(about.split()[0], {})


def _noun(about: str) -> str:
    """The happening as a noun; what is no act is its own."""
    act = _act(about).get("act")
    if act is None:
        nouns = lexicon("acts").get(about, {}).get("nouns") or [about]
        return str(nouns[0])
    _, _, rest = ("", "", "") if about in lexicon("questions")["acts"] else about.partition(" ")
    return f"{act} ({rest})" if rest else act


def _plural(noun: str) -> str:
    if re.search(r"(?:s|x|z|ch|sh)$", noun):
        return noun if noun.endswith("s") else f"{noun}es"
    return re.sub(r"(?<=[^aeiou])y$", "ie", noun) + "s"


ASK: dict[FactKind, Callable[[Fact], str]] = {
    "quantity": _how_many,
    "happened": _happened,
    "actor": _who,
    "label": _label,
    "identity": _identity,
    "time": lambda fact: f"When was the {_noun(fact.about)}?",
    "place": lambda fact: f"Where was the {_noun(fact.about)}?",
    "cause": lambda fact: f"Why the {_noun(fact.about)}?",
    "manner": lambda fact: f"How did the {_noun(fact.about)} go?",
    "status": lambda fact: f"What is the state of the {fact.about}?",
    "evaluation": lambda fact: f"How is the {_noun(fact.about)} judged?",
}
