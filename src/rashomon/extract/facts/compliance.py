"""Whether rules are kept or broken: "strictly observed the sanctions", "in violation of the ceasefire"."""

from collections.abc import Iterator

from spacy.tokens import Token

from rashomon.extract.clauses import child_of, noun_phrase
from rashomon.extract.facts.scene import Scene
from rashomon.model import Fact
from rashomon.text.lexicon import lexicon

LONG = 10
RULES = frozenset(
    (
        "sanction resolution law rule regulation ceasefire truce agreement "
        "treaty accord deal embargo convention ban order charter"
    ).split()
)


def compliance(scene: Scene) -> Iterator[Fact | None]:
    """Every keeping or breaking of rules, under the rules; `scope` says which it is."""
    for token in scene.tokens:
        side = _side(token)
        if side is not None and (rules := _rules(token)) is not None:
            first = _first(token, rules)
            last = noun_phrase(rules, LONG)[-1] if rules.i > token.i else token
            words = list(scene.tokens[first.i : last.i + 1])[-LONG - 4 :]
            yield scene.fact("evaluation", "rules", words, token, denied=scene.negated(token), scope=side)


def keeps_or_breaks(word: Token) -> bool:
    """Whether the word tells of rules that are kept or broken."""
    return _side(word) is not None and _rules(word) is not None


def _side(word: Token) -> str | None:
    if word.pos_ not in ("VERB", "NOUN"):
        return None
    return next((side for side in ("kept", "broken") if word.lemma_.lower() in lexicon("evaluations")[side]), None)


def _rules(word: Token) -> Token | None:
    """The rules that are kept or broken, if it is rules."""
    preps = ("of", "with", "to") if word.pos_ == "NOUN" else ("with", "by", "to")
    rules = child_of(word, "dobj", "nsubjpass") if word.pos_ == "VERB" else None
    if rules is None:
        rules = next(
            (t for c in word.children if c.dep_ == "prep" and c.lower_ in preps for t in c.children if t.dep_ == "pobj"), None
        )
    if rules is None and word.pos_ == "NOUN":
        rules = child_of(word, "compound")  # "sanctions violations"
    return rules if rules is not None and any(token.lemma_.lower() in RULES for token in (rules, *rules.children)) else None


def _first(word: Token, rules: Token) -> Token:
    if word.pos_ == "NOUN" and word.dep_ == "pobj":
        return word.head
    return word.left_edge if rules.i < word.i else word
