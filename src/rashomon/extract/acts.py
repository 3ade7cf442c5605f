"""Which words of a parse tell of an act, and of which kind: `resources/acts.yaml` says what counts as one kind."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from rashomon.text.lexicon import lexicon

NAMING = ("compound", "amod", "nmod")  # "attack helicopter", "killing spree": the act only qualifies another noun
TELLING = frozenset(["VERB", "AUX", "NOUN", "PROPN", "ADJ"])
OPENED = frozenset("open return exchange hold cease draw trade".split())  # fire of guns, which burns nothing
PLANS = frozenset(  # what is executed and not put to death
    "operation order plan mission strategy philosophy policy warrant search will contract programme program play manoeuvre "
    "maneuver task project".split()
)
SAID = frozenset(  # what is dismissed and not sacked
    "claim report allegation accusation charge suggestion idea notion criticism concern possibility theory rumour rumor case "
    "appeal complaint lawsuit motion figure number account argument warning call demand threat story".split()
)
UNTRUTHS = frozenset("nonsense propaganda lie lies fake fabrication speculation fiction hoax joke rumour rumor".split())
SHOTS = frozenset(
    "bullet round shot shell rocket missile mortar gas teargas grenade pellet canister projectile flare torpedo weapon gun rifle "
    "pistol cannon artillery salvo volley".split()
)
HARM = frozenset({"kill", "injure"})


@dataclass(frozen=True, slots=True)
class Act:
    """A word that tells of an act, and the class of that act ("kill", "protest")."""

    word: Token
    of: str

    @property
    def verbal(self) -> bool:
        """Told by a verb, so that it has a subject and may be denied."""
        return self.word.pos_ in ("VERB", "AUX")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The list of acts, turned round: from a word to its class."""

    verbs: dict[str, str]
    phrases: dict[str, list[tuple[tuple[str, ...], str]]]  # first verb -> the words that must go with it
    nouns: dict[str, str]
    adjectives: dict[str, str]
    persons: frozenset[str]  # classes that befall people
    within: dict[str, str]
    forms: dict[str, str]  # "Killed" in a Headline Like This, which the tagger takes for a name


@cache
def acts_lexicon() -> Lexicon:
    """The acts as read from their list, once a process."""
    verbs: dict[str, str] = {}
    nouns: dict[str, str] = {}
    adjectives: dict[str, str] = {}
    within: dict[str, str] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    persons = set()
    for name, entry in lexicon("acts").items():
        for verb in entry.get("verbs", ()):
            first, *rest = verb.split()
            if rest:
                phrases[first].append((tuple(rest), name))
            else:
                verbs.setdefault(verb, name)
        nouns.update({noun: name for noun in entry.get("nouns", ()) if noun not in nouns})
        adjectives.update(dict.fromkeys(entry.get("adjectives", ()), name))
        if entry.get("befalls") == "persons":
            persons.add(name)
        if "within" in entry:
            within[name] = entry["within"]
    forms = {form: name for verb, name in verbs.items() if name in persons for form in _forms(verb)}
    return Lexicon(verbs, phrases, nouns, adjectives, frozenset(persons), within, forms)


def _forms(verb: str) -> tuple[str, ...]:
    stem = verb.removesuffix("e")
    return verb, f"{verb}s", f"{stem}ed", f"{stem}ing"


def acts_in(tokens: Iterable[Token]) -> Iterator[Act]:
    """Every act told in the words of a parse, in reading order."""
    for token in tokens:
        of = act_of(token)
        if of is not None:
            yield Act(token, of)


def act_of(token: Token) -> str | None:
    """The class of the act that this word tells of, or None. Nouns that only qualify another one tell of none."""
    pos = token.pos_
    if pos not in TELLING:
        return None
    listed, lemma = acts_lexicon(), token.lemma_.lower()
    if pos in ("VERB", "AUX"):
        if lemma == "execute" and _is_carried_out(token, listed):
            return None
        told = _of_phrase(token, lemma, listed) or listed.verbs.get(lemma) or _participle(token, listed)
        return _of_office(token, lemma) if told == "resign" or lemma == "fire" else told
    if pos in ("NOUN", "PROPN"):
        if token.dep_ in NAMING and token.head.pos_ in ("NOUN", "PROPN"):
            return None
        if lemma == "fire" and _is_gunfire(token):
            return None
        titled = listed.forms.get(token.lower_) if token.is_title and pos == "PROPN" else None
        singular = token.lower_.removesuffix("s")  # the tagger takes "Protests" for a name, and a name for its own base form
        return listed.nouns.get(lemma) or listed.nouns.get(singular) or listed.adjectives.get(token.lower_) or titled
    return listed.adjectives.get(token.lower_) or (listed.verbs.get(lemma) if token.tag_ == "VBN" else None)


def _is_carried_out(verb: Token, listed: Lexicon) -> bool:
    """Whether a deed or a plan is executed, and nobody: "the strikes were executed to", "executing the strategy"."""
    return any(noun.lemma_.lower() in PLANS or noun.lemma_.lower() in listed.nouns for noun in _done_to(verb))


def _of_office(verb: Token, lemma: str) -> str | None:
    """That somebody lost an office, unless a word was dismissed or a shot fired."""
    if lemma == "dismiss" and _is_of_words(verb):
        return None
    if lemma != "fire":
        return "resign"
    fired = _done_to(verb)
    from_a_post = any(child.lower_ == "from" for child in verb.children) and not any(
        word.lemma_.lower() in SHOTS for word in fired
    )
    whom = any(word.lemma_.lower() in lexicon("units")["persons"] for word in fired)
    return "resign" if fired and (whom or (from_a_post and verb.dep_ != "acl")) else "shoot"


def _is_of_words(verb: Token) -> bool:
    """As in "dismissed the figure", "dismissed it as laughable", "as propaganda"; not "dismissed as head of the office"."""
    called = (word for prep in verb.children if prep.lower_ == "as" for word in prep.children)
    return any(word.pos_ == "ADJ" or word.lemma_.lower() in UNTRUTHS for word in called) or any(
        child.lemma_.lower() in SAID for child in verb.children if child.dep_ in ("dobj", "nsubjpass")
    )


def _done_to(verb: Token) -> list[Token]:
    """What the verb is done to, and what a participle stands behind: "fired the shot", "the shot fired"."""
    done = [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")]
    return [*done, verb.head] if verb.dep_ == "acl" else done


def _is_gunfire(noun: Token) -> bool:
    """As in "opened fire", "came under fire", "a line of fire"."""
    head = noun.head
    if noun.dep_ == "pobj":
        return head.lower_ == "under" or (head.lower_ == "of" and head.head.lemma_.lower() in ("line", "exchange", "hail"))
    return noun.dep_ in ("dobj", "nsubjpass") and head.lemma_.lower() in OPENED


def _participle(token: Token, listed: Lexicon) -> str | None:
    return listed.adjectives.get(token.lower_) if token.tag_ in ("VBN", "VBD", "JJ") else None


def _of_phrase(verb: Token, lemma: str, listed: Lexicon) -> str | None:
    """As in "blew up" by its particle, "opened fire" by its object, "shot dead" by what stands beside it."""
    for rest, name in listed.phrases.get(lemma, ()):
        beside = {child.lemma_.lower() for child in verb.children} | {t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 3]}
        if all(word in beside for word in rest):
            return name
    return None


def wide(of: str) -> str:
    """The class under which an act's place, time and doer are asked: a blast is an attack."""
    return acts_lexicon().within.get(of, of)


def befalls_people(of: str) -> bool:
    """Whether the act befalls people, so that a bare number beside it counts people."""
    return of in acts_lexicon().persons
