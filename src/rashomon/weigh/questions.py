"""The wording of a point's question: the program's own words and, where two points would read alike, a few of the page's.

An answer is never worded here. Where a fact does not say of what it is, its clause is asked about with a gap. The words
for acts, people and units stand in `resources/questions.yaml`.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from rashomon.model import Document, Fact, FactKind
from rashomon.model.subjects import OF_ONE, THE, THERE, WOUND
from rashomon.text.lexicon import lexicon
from rashomon.text.normal import one_line
from rashomon.weigh.deeds import deed, following
from rashomon.weigh.issues import Issue

PERIODS = ("second", "minute", "hour", "day", "week", "month", "year")
ACCIDENTS = ("crash", "collide", "hit", "sink", "derail", "collapse", "flood", "burn", "explode", "fall")
SOMEBODY = ("person", "people", "name", "it", "he", "she", "they", "some", "all", "one", "man", "woman")  # may be anybody
DEGREES = {"serious": "seriously", "slight": "slightly"}  # how badly those counted were hurt
FIRED = ("shell", "rocket", "missile")
AROUND = 8  # words of the page that tell two like questions apart


def questions_of(issues: Sequence[Issue], documents: Mapping[str, Document]) -> list[str]:
    """One question for each issue. Issues of one question are told apart by place, then by time, then by the words around."""
    asked = [question(issue, documents) for issue in issues]
    for part in (_where, _when, lambda issue: _around(issue.answers[0][0], documents)):
        alike = Counter(asked)
        asked = [_narrowed(text, part(issue)) if alike[text] > 1 else text for text, issue in zip(asked, issues, strict=True)]
    return asked


def question(issue: Issue, documents: Mapping[str, Document]) -> str:
    """The question by itself."""
    first = issue.answers[0][0]
    clauses = [one_line(fact.span.of(documents[fact.doc_id].text)) for fact in issue.facts]
    if first.kind == "happened":
        asked = _happened(issue.facts, clauses, documents)
    else:
        asked = ASK[first.kind](first) or f"{_PLAIN[first.kind](first)}: “{_gap(first, clauses[0])}”?"
    return _with_names(asked, first, documents[first.doc_id].text)


def _with_names(asked: str, fact: Fact, text: str) -> str:
    """What the page never writes without a capital is a name: "Orla", not "the orla"; a full name as the page has it."""
    words = fact.about.split()
    if fact.kind == "identity" and len(words) > 2:
        return _as_written(asked, f"the {' '.join(words[1:])}", words[1:], text)
    if fact.kind == "status" and words[0] in OF_ONE and words[1] != THE.strip():
        name = fact.about.partition(" ")[2].split(", ")[0]
        return _as_written(asked, name.title(), name.split(), text)
    noun = words[-1]
    name = noun.capitalize()
    is_name = re.search(rf"\b{re.escape(name)}\b", text) and not re.search(rf"\b{re.escape(noun)}\b", text)
    return re.sub(rf"\bthe {re.escape(noun)}\b", name, asked) if is_name else asked


def _as_written(asked: str, called: str, name: Sequence[str], text: str) -> str:
    """The question with the name as the page has it: "MacDonald", "Ana de la Ruiz"."""
    between = r"\b[^,;:\n]{0,40}?\b"
    found = re.search(rf"\b{between.join(map(re.escape, (name[0], *name[1:][-1:])))}\b", text, re.IGNORECASE)
    return asked.replace(called, found.group()) if found else asked


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


def _gap(fact: Fact, clause: str) -> str:
    """The words of the page with a gap for the answer."""
    before, _, after = clause.partition(one_line(fact.value))
    ahead, behind = before.split()[-AROUND:], after.split()[:AROUND]
    return " ".join((*ahead, "…", *behind)).strip(" ,.;:–—-")


def _around(fact: Fact, documents: Mapping[str, Document]) -> str:
    """A few words of the clause that are not the answer itself."""
    before, _, after = fact.span.of(documents[fact.doc_id].text).partition(fact.value)
    ahead, behind = one_line(before).split()[-AROUND:], one_line(after).split()[:AROUND]
    words = behind if len(behind) >= len(ahead) else ahead
    return f"(“{' '.join(words).strip(' ,.;:–—-')}”)" if words else ""


def _how_many(fact: Fact) -> str:
    act, unit = _act(fact.about), fact.unit or fact.about
    if fact.about.startswith("distance "):
        return f"How far is it from {fact.about.partition(' ')[2].title()}?"
    if unit == "person":
        if not act and not fact.scope and not _known_people(fact.about):
            return ""
        befell = act.get("persons", "were there")
        if fact.scope in DEGREES:
            return f"How many people {befell.replace('were ', f'were {DEGREES[fact.scope]} ', 1)}?"
        people = _people(fact.scope) if fact.scope or act else _people(_known_people(fact.about))
        return f"How many {people} {befell}?"
    if unit in PERIODS and act:
        return f"How many {unit}s did the {_noun(fact.about)} last?"
    if _is_measured(unit):
        return ""
    is_act = unit in lexicon("acts").get(fact.about, {}).get("nouns", ()) and unit not in FIRED  # raids are not in an attack
    return f"How many {_plural(unit)} {'were there' if is_act else act.get('things', 'were there')}?"


def _is_measured(unit: str) -> bool:
    units = lexicon("units")
    return unit in (*units["money"], *units["measures"], "percent", "time")


def _how_much(fact: Fact) -> str:
    unit = fact.unit or fact.about
    if unit in lexicon("units")["money"]:
        return "How much money"
    return "How often" if unit == "time" else "How many people" if unit == "person" else f"How {_measure(unit)}"


def _people(scope: str | None) -> str:
    irregular: dict[str, str] = lexicon("questions")["people"]
    return irregular.get(scope, _plural(scope)) if scope else "people"


def _known_people(about: str) -> str | None:
    return None if about in ("person", "people") else about


def _measure(unit: str) -> str:
    irregular: dict[str, str] = lexicon("questions")["units"]
    return irregular.get(unit, f"many {unit}s")


def _happened(facts: Sequence[Fact], clauses: Sequence[str], documents: Mapping[str, Document]) -> str:
    """In the page's words where a clause can be turned round, else in the program's."""
    if facts[0].about.startswith("telling "):  # a post that another one contradicts as a whole
        post = next((clause for fact, clause in zip(facts, clauses, strict=True) if fact.polarity == "affirmed"), clauses[0])
        return f"Is it as told: “{' '.join(post.split()[: 2 * AROUND]).strip(' ,.;:–—-')}”?"
    of, done_to = _parted(facts[0].about)
    if of == THERE:
        return f"Was there any {done_to}?"
    act = lexicon("acts").get(of)
    if act is None or act.get("befalls") != "persons":  # "ten people killed in Orla": they did not kill
        verbs = tuple(act.get("verbs", ())) if act else (of,)
        for fact, clause in zip(facts, clauses, strict=True):
            if asked := deed(clause, verbs, documents[fact.doc_id].text):
                return f"{asked}?"
    if done_to:
        return f"Did anyone {_verb(of)} the {done_to}?"
    if act is not None:
        return str(lexicon("questions")["happened"][of]) + "?"
    for fact, clause in zip(facts, clauses, strict=True):
        if told := following(clause, one_line(fact.value), of):
            return f"Did anyone {of} {told}?"
    return f"Did this happen: “{' '.join(clauses[0].split()[: 2 * AROUND]).strip(' ,.;:–—-')}”?"


def _who(fact: Fact) -> str:
    return _act(fact.about).get("who", f"Who was behind the {_noun(fact.about)}") + "?"


def _label(fact: Fact) -> str:
    asked: dict[str, str] = lexicon("questions")["labels"]
    return f"What {asked.get(fact.about, f'is the {fact.about} called')}?"


def _identity(fact: Fact) -> str:
    asked, _, who = fact.about.partition(" ")
    if (who or asked) in SOMEBODY:
        return "" if asked == "age" or fact.low is not None else "What names are given?"
    if asked in ("colour", "calibre"):
        return f"What {asked} was the {who}?"
    if asked == "home":
        return f"Where does the {who} live?"
    if asked == "age" or fact.low is not None:
        return f"How old is the {who or asked}?"
    return f"What is the name of the {who}?" if asked == "name" and who else f"Who is the {fact.about}?"


def _state(fact: Fact) -> str:
    state, _, of = fact.about.partition(" ")
    words = lexicon("questions")
    if state in OF_ONE:
        who = of.split(", ")[0]
        of = who if who.startswith(THE) else who.title()
    if of in SOMEBODY:
        asked = words["somebody's states"].get(state)
        return f"{asked}?" if asked else ""
    asked = words["states"].get(state)
    return f"{asked.format(of)}?" if asked and of else f"What is the state of the {fact.about}?"


def _time(fact: Fact) -> str:
    step, _, who = fact.about.partition(" ")
    lives = lexicon("lives")
    if who and step in lives:
        return f"{lives[step]['asked'].format(who.capitalize())}?"
    return f"When was the {_noun(fact.about)}?"


def _why(fact: Fact) -> str:
    if fact.about == "intent":
        return "Was it done on purpose?"
    if fact.about == WOUND:
        return "What did the victims die of?"
    return f"What led to the {_noun(fact.about)}?" if _act(fact.about) else f"What was the reason: {fact.about}?"


def _how(fact: Fact) -> str:
    if fact.about in ACCIDENTS:
        return f"How did the {_noun(fact.about)} come about?"
    return f"How was the {_noun(fact.about)} carried out?" if _act(fact.about) else f"What did the {fact.about} do?"


def _parted(about: str) -> tuple[str, str]:
    """The act and what it was done to; a class of acts may itself be two words."""
    of = next((name for name in (about, " ".join(about.split()[:2])) if name in lexicon("acts")), about.split()[0])
    return of, about.removeprefix(of).strip()


def _act(about: str) -> dict[str, str]:
    """The words for the act class that `about` is or begins with; none where it is no act."""
    acts: dict[str, dict[str, str]] = lexicon("questions")["acts"]
    of, _ = _parted(about)
    return acts.get(of) or ({"act": str(_listed(of, "nouns"))} if of in lexicon("acts") else {})


def _judged(fact: Fact) -> str:
    if fact.scope in ("kept", "broken"):
        return "Are the rules kept?"
    return "How is what was done judged?" if fact.about == "deed" else f"How is the {_noun(fact.about)} judged?"


def _noun(about: str) -> str:
    """The happening as a noun; what is no act is its own."""
    _, done_to = _parted(about)
    act = _act(about).get("act")
    return about if act is None else f"{act} ({done_to})" if done_to else act


def _verb(of: str) -> str:
    return str(_listed(of, "verbs")) if of in lexicon("acts") else of


def _listed(of: str, words: str) -> str:
    """The first word that the list of acts has for the class, or its name."""
    return next(iter(lexicon("acts")[of].get(words) or ()), of)


def _plural(noun: str) -> str:
    if re.search(r"(?<![su])s$", noun) or noun in lexicon("questions")["people"].values():
        return noun
    if re.search(r"(?:ss|us|x|z|ch|sh)$", noun):
        return f"{noun}es"
    return re.sub(r"(?<=[^aeiou])y$", "ie", noun) + "s"


ASK: dict[FactKind, Callable[[Fact], str]] = {
    "quantity": _how_many,
    "actor": _who,
    "label": _label,
    "identity": _identity,
    "time": _time,
    "place": lambda fact: f"Where was the {_noun(fact.about)}?",
    "cause": _why,
    "manner": _how,
    "status": _state,
    "evaluation": _judged,
}

# How the page's own words are asked about, with a gap for the answer, where the fact does not say of whom or of what it is.
_PLAIN: dict[FactKind, Callable[[Fact], str]] = {
    "quantity": _how_much,
    "identity": lambda _: "How old",
    "status": lambda _: "What is the state of things",
}
