"""What somebody or something is called, where the word takes a side, and on whom it is put."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from rashomon.extract.acts import act_of
from rashomon.extract.clauses import child_of
from rashomon.extract.facts.happened import object_of
from rashomon.extract.facts.nouns import name_around, persons
from rashomon.extract.facts.scene import Scene
from rashomon.extract.reading import Reading
from rashomon.model import Fact
from rashomon.text.lexicon import lexicon
from rashomon.text.normal import folded

FLAT = ("compound", "amod", "nmod")
NAMES = ("ORG", "NORP", "PERSON", "GPE")
CONFLICT_FREE = frozenset(
    ["group", "faction", "attack", "government", "authority", "fighter", "gunman"]
)  # only where a name goes with them
CALLING = frozenset("call brand label describe dub term consider regard designate denounce deem".split())
STREET = frozenset("protest protester protestor demonstration demonstrator riot rioter uprising revolution".split())
WAR = frozenset("rebel insurgent militant fighter opposition airstrike jihadist militia".split())
POLITICS = frozenset(  # whose opposition is no armed one
    "party politician leader candidate lawmaker mp deputy senator figure media press newspaper channel website voter bloc".split()
)
NEAR = 7  # tokens back to a "not"
BACK = 40  # tokens over which "the group" looks back for its name
LONG = 8  # words of a verb with its particle: "put the animal down"


@dataclass(frozen=True, slots=True)
class Word:
    """A label: the words before its last one, on whom it is put, and its side."""

    before: tuple[str, ...]
    of: str
    side: str


@cache
def _listed() -> dict[str, list[Word]]:
    """Labels by their last word, the longest first."""
    found: dict[str, list[Word]] = {}
    for of, sides in lexicon("labels").items():
        if of in ("modifiers", "deeds"):
            continue
        for side, entries in sides.items():
            for entry in entries:
                *before, last = entry.split()
                found.setdefault(last, []).append(Word(tuple(before), of, side))
    return {last: sorted(words, key=lambda word: -len(word.before)) for last, words in found.items()}


@cache
def _names() -> dict[str, str]:
    """Every known form of an organisation's or people's name -> one key for it."""
    known = {folded(form): folded(forms[0]) for forms in lexicon("aliases") for form in forms}
    for country in lexicon("countries").values():
        people = country["people"]
        known.update({folded(name): folded(people[0]) for name in (*people, *country["names"]) if people})
    return known


def tells_of_crowds(reading: Reading) -> bool:
    """Whether the document tells of people on the streets more than of a war: an unnamed "terrorist" is then one of them."""
    words = Counter(token.lemma_.lower() for passage in reading.passages for token in passage.tokens)
    return sum(words[word] for word in STREET) > max(1, sum(words[word] for word in WAR))


def labels(scene: Scene) -> Iterator[Fact | None]:
    """Every label, with the one it is put on in `where`: a known name, a people, or nobody named."""
    last: tuple[int, str] | None = None
    done = -1
    for token in scene.tokens:
        if token.i <= done or token.pos_ not in ("NOUN", "PROPN", "ADJ"):
            continue
        found = _label(token)
        if found is None:
            continue
        word, words = found
        done = token.i
        name = _name_beside(token) or _subject_name(token)
        if name is None and last is not None and token.i - last[0] < BACK and _points_back(token) and word.of == "fighters":
            name = last[1]
        if name is not None and word.of == "fighters":
            last = token.i, name
        if token.lemma_.lower() in CONFLICT_FREE and not word.before and (name is None or not token.is_lower):
            continue
        if token.lemma_.lower() == "regime" and _is_system(token):
            continue
        if (token.lower_ == "resistance" and not _points_back(token)) or _is_simile(token):
            continue
        if token.dep_ == "attr" and any(child.lower_ == "if" for child in token.head.children):
            continue  # "if these are terrorists, why": nobody is called so
        if word.of == "state" and name is None and not _points_back(token):
            continue  # dictatorships and democracies in general
        of = "crowd" if scene.crowd and word.of == "fighters" and (name is None or _is_people(name)) else word.of
        where = None if of == "crowd" else name
        yield scene.fact(
            "label", of, words, token, denied=_is_denied_label(scene, token), scope=word.side, where=where or f"unnamed {of}"
        )


def deeds(scene: Scene) -> Iterator[Fact | None]:
    """Verbs that take a side: what was "liberated" here was "occupied" there."""
    for token in scene.tokens:
        if token.pos_ != "VERB" or (found := _deeds().get(token.lemma_.lower())) is None or scene.negated(token):
            continue  # that one did not shoot says nothing about what the killing is called
        if token.lemma_.lower() == "execute" and act_of(token) is None:  # a plan
            continue
        target = object_of(token)
        if target is None or (target.pos_ not in ("NOUN", "PROPN", "PRON")):
            continue
        for rest, of, side in found:
            particle = next((child for child in token.children if child.dep_ == "prt" and child.lower_ == rest), None)
            if not rest or particle is not None:
                where, last = _target(target), particle or token  # "put the bear down" is no putting
                words = list(scene.tokens[token.i : last.i + 1])[:LONG]
                if where is not None and (fact := scene.fact("label", of, words, token, scope=side, where=where)) is not None:
                    yield fact if fact.polarity == "affirmed" else None  # denied is that it was done, not what it is called
                break


@cache
def _deeds() -> dict[str, list[tuple[str, str, str]]]:
    """By verb: its particle, what the deed is, its side."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for of, sides in lexicon("labels")["deeds"].items():
        for side, verbs in sides.items():
            for verb in verbs:
                first, _, rest = verb.partition(" ")
                found.setdefault(first, []).append((rest, of, side))
    return found


def _target(target: Token) -> str | None:
    """Whom or what a deed befell: people of one kind, a named place, a thing by its noun; nobody for "it"."""
    human, scope = persons(target)
    if human:
        return scope or "person"
    if target.pos_ == "PRON":
        return None
    return _key(target) if target.pos_ == "PROPN" else target.lemma_.lower()


def _label(token: Token) -> tuple[Word, list[Token]] | None:
    doc = token.doc
    if token.dep_ in FLAT and token.head.i > token.i and token.head.i - token.i < 4:
        modifier = lexicon("labels")["modifiers"].get(token.lower_)
        opposed = token.i > 1 and token.doc[token.i - 1].text == "-" and token.doc[token.i - 2].lower_ in ("anti", "counter")
        in_politics = token.lower_ == "opposition" and (token.dep_ == "compound" or token.head.lemma_.lower() in POLITICS)
        if modifier is None or opposed or in_politics or _label_of(token.head) is not None:
            return None
        head = token.head
        of = (
            "attack"
            if act_of(head) in ("attack", "strike", "explode", "shoot") and modifier[0] == "fighters" and modifier[1] == "hostile"
            else modifier[0]
        )
        bears_it = of == "attack" or persons(head)[0]  # "regime airbase" says of the state what "regime" does
        return Word((), of, modifier[1]), list(doc[token.i : head.i + 1]) if bears_it else [token]
    found = _label_of(token)
    if found is None:
        return None
    start = token.i - len(found.before)
    while start > 0 and doc[start - 1].dep_ == "amod" and doc[start - 1].head.i == token.i:
        start -= 1
    return found, list(doc[start : token.i + 1])


def _label_of(token: Token) -> Word | None:
    doc = token.doc
    if token.ent_type_ in ("PERSON", "FAC", "WORK_OF_ART") and token.text[0].isupper():
        return None
    lemma = token.lemma_.lower() if token.pos_ != "PROPN" else token.lower_.removesuffix("s")
    for word in _listed().get(lemma, ()):
        size = len(word.before)
        if size <= token.i and all(doc[token.i - size + at].lemma_.lower() == before for at, before in enumerate(word.before)):
            return word
        if size == 1 and any(child.lower_ == word.before[0] for child in token.children if child.dep_ in FLAT):
            return word
    return None


def _name_beside(token: Token) -> str | None:
    """The name in the label's own phrase: "ISIL terrorists", "rebel group Jaish al-Islam", "the Syrian regime"."""
    if (known := _known_name(token)) is not None:
        return known
    for child in token.children:
        if child.dep_ in (*FLAT, "appos", "poss") and (child.ent_type_ in NAMES or folded(child.text) in _names()):
            return _key(child)
    if token.dep_ in ("appos", "compound") and token.head.ent_type_ in NAMES:
        return _key(token.head)
    before = token.nbor(-1) if token.i else None
    return _key(before) if before is not None and before.ent_type_ in ("ORG", "NORP") and before.sent == token.sent else None


def _known_name(token: Token) -> str | None:
    """The key of a known name that runs up to the word: "the Islamic State group"."""
    start = token.i
    while start > token.sent.start and token.i - start < NEAR and token.doc[start - 1].is_title:
        start -= 1
    for first in range(start, token.i):
        for last in (token.i, token.i - 1):
            key = _names().get(folded(token.doc[first : last + 1].text))
            if key is not None and last >= first and not _is_people(key):
                return key
    return None


def _subject_name(token: Token) -> str | None:
    """The name that the sentence says is so: "X is a terrorist group", "X, considered a terrorist group by Y"."""
    verb = token.head
    if token.dep_ == "attr":
        subject = child_of(verb, "nsubj")
    elif token.dep_ in ("oprd", "dobj", "pobj") and (verb.lemma_.lower() in CALLING or verb.head.lemma_.lower() in CALLING):
        calling = verb if verb.lemma_.lower() in CALLING else verb.head
        subject = child_of(calling, "nsubjpass", "dobj")
        if subject is None and calling.dep_ in ("acl", "relcl"):
            subject = calling.head
    else:
        return None
    if subject is None:
        return None
    return _key(subject) if subject.ent_type_ in NAMES else _name_beside(subject) if subject.i != token.i else None


def _key(name: Token) -> str:
    entity = name_around(name)
    words = [t.text for t in (entity if entity is not None else [name]) if t.dep_ not in ("det", "case") and t.pos_ != "PUNCT"]
    text = folded(" ".join(words)).removeprefix("the ")
    known = _names()
    return known.get(text) or known.get(text.removesuffix(" group")) or known.get(folded(name.text)) or text


def _is_people(name: str) -> bool:
    return name in _peoples()


@cache
def _peoples() -> frozenset[str]:
    return frozenset(folded(country["people"][0]) for country in lexicon("countries").values() if country["people"])


def _points_back(token: Token) -> bool:
    return any(child.lower_ in ("the", "this", "that", "these", "those") for child in token.children)


def _is_system(token: Token) -> bool:
    """A regime of sanctions or of visas is nobody's government."""
    return any(child.dep_ == "compound" and child.pos_ == "NOUN" for child in token.children)


def _is_simile(token: Token) -> bool:
    """As in "treated him like a terrorist": nobody is called so."""
    return token.dep_ == "pobj" and token.head.lower_ == "like"


def _is_denied_label(scene: Scene, token: Token) -> bool:
    """As in "not terrorists", "not an act of aggression by terrorist gangs": the label is refused."""
    of_noun = token.dep_ == "pobj" and token.head.head.pos_ == "NOUN"  # not as in "not authorised by the regime"
    if _after_not(token) or (of_noun and _after_not(token.head.head)):
        return True
    return token.dep_ in ("attr", "oprd") and scene.negated(token.head)


def _after_not(token: Token) -> bool:
    """Whether "not" stands before the phrase, with nothing but its own words and quotation marks between."""
    at = token.i - 1
    while (
        at > token.sent.start
        and token.i - at < NEAR
        and (token.doc[at].pos_ in ("DET", "ADJ", "PUNCT") or token.doc[at].dep_ in FLAT)
    ):
        at -= 1
    if at < token.sent.start or token.doc[at].lower_ != "not":
        return False
    return token.doc[at + 1].lower_ not in ("only", "just")
