"""Which noun a number counts, and whether that noun stands for people."""

from collections.abc import Iterator
from functools import lru_cache

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from rashomon.extract.acts import act_of, acts_lexicon, befalls_people
from rashomon.extract.clauses import child_of
from rashomon.text.lexicon import lexicon
from rashomon.text.nations import nation

SKIPPED = frozenset(
    "other others more further another additional least some of the those these their its his her our same such".split()
)
TOLLS = frozenset("toll number count figure total tally".split())
WHEN = frozenset("yesterday today tomorrow tonight monday tuesday wednesday thursday friday saturday sunday overnight".split())
SIDES = frozenset("government regime army military coalition police rebel opposition insurgent force troop militia".split())
BODIES = frozenset(
    (
        "group organisation organization gang bomber suspect perpetrator killer team crew unit company state authority "
        "mob shooter ring brigade"
    ).split()
)
HUMAN = (
    "woman",
    "people",
    "person",
    "children",
    "fighter",
    "worker",
    "holder",
    "seeker",
    "goer",
)  # what a noun for people ends in
BELONGING = frozenset(["member", "police", "personnel"])  # told apart by what they belong to: an "army officer" is no policeman
SEEN = 4096  # words of which it is remembered whether they are of a country
FAR = 12  # tokens back from a bare number to the toll that it is given for
AHEAD = 6  # tokens from a number to its noun, or from the noun to what befell it


def persons(noun: Token) -> tuple[bool, str | None]:
    """Whether the noun counts people, and what it restricts them to ("children" -> child)."""
    listed = lexicon("units")["persons"]
    if noun.pos_ == "PROPN" and noun.ent_type_ == "PERSON":  # Richard Cousins is no cousin
        return False, None
    for form in (noun.lemma_.lower(), noun.lower_, noun.lemma_, noun.lower_.rstrip("s"), noun.text.rstrip("s")):
        if form in listed:
            return True, _sort(noun, listed[form])
    lemma = singular(noun)
    if noun.tag_ in ("NNS", "NNPS") and (noun.ent_type_ == "NORP" or _is_people(noun.text)):
        return True, people_of(noun.text) or lemma
    if lemma.endswith(HUMAN):
        return True, lemma
    return _is_victim(noun), None


def _is_victim(noun: Token) -> bool:
    """Whether it is said of them what is said of people only: "two comuneros were murdered", whatever a comunero is."""
    if noun.tag_ not in ("NNS", "NNPS") or act_of(noun) is not None or noun.lemma_.lower() in lexicon("units")["animals"]:
        return False
    done = [child for child in noun.children if child.dep_ == "acl" and child.tag_ == "VBN"]
    done += [noun.head] if noun.dep_ in ("nsubjpass", "dobj") else []
    return any(verb.pos_ == "VERB" and verb.lemma_.lower() in lexicon("units")["victims"] for verb in done)


def _sort(noun: Token, scope: str | None) -> str | None:
    """One word for one sort of people: "members of the police" are police, "British nationals" are Britons."""
    if scope in BELONGING:
        bodies = lexicon("units")["bodies"]
        return next((bodies[word.lemma_.lower()] for word in _said_of(noun) if word.lemma_.lower() in bodies), scope)
    if scope == "citizen":
        return next((people for word in _said_of(noun) if (people := people_of(word.text)) is not None), scope)
    return scope


def _said_of(noun: Token) -> Iterator[Token]:
    """The words that say which: "army officers", "members of the National Police", "citizens of Norland"."""
    for child in noun.children:
        if child.dep_ in ("compound", "amod", "nmod") and child.i < noun.i:
            yield child
        elif child.dep_ == "prep" and child.lower_ == "of":
            for whole in child.children:
                if whole.dep_ == "pobj":
                    yield whole
                    yield from (word for word in whole.children if word.dep_ in ("compound", "amod", "nmod"))


@lru_cache(SEEN)
def _is_people(word: str) -> bool:
    """Whether the word is one for the people of a country: "Brits", also where the tagger knows no such name."""
    code = nation([word])
    return code in lexicon("countries") and word in lexicon("countries")[code]["people"]


@lru_cache(SEEN)
def people_of(word: str) -> str | None:
    """What a country's people are called, from any word for the country or them: "briton" from "British"."""
    code = nation([word])
    called: list[str] = lexicon("countries")[code]["people"] if code in lexicon("countries") else []
    if not called:
        return None
    return next((one for one in called if f"{one}s" in called), f"{called[0]} national").lower()


def is_thing(noun: Token) -> bool:
    """Something and not somebody: nobody by name, no people, no side and no body of people."""
    if noun.pos_ != "NOUN" or noun.ent_type_ in ("PERSON", "ORG", "GPE", "NORP"):
        return False
    return not persons(noun)[0] and noun.lemma_.lower() not in SIDES | BODIES


def name_around(word: Token) -> Tokens | None:
    """The whole name in which the word stands."""
    return next((name for name in word.doc.ents if name.start <= word.i < name.end), None)


def singular(noun: Token) -> str:
    """The noun's base form, lower case, also where the tagger takes a plural for a name ("Americans")."""
    lemma = noun.lemma_.lower()
    if (
        lemma != noun.lower_
        or noun.tag_ not in ("NNP", "NNPS", "NNS")
        or not lemma.endswith("s")
        or lemma.endswith(("ss", "us", "is"))
    ):
        return lemma
    if lemma.endswith(("ches", "shes", "xes", "sses")):
        return lemma[:-2]
    return f"{lemma[:-3]}y" if lemma.endswith("ies") and len(lemma) > 4 else lemma[:-1]


def noun_of(number: Token) -> Token | None:
    """The noun that the number counts: its head, what follows "of", else the nearest noun after it."""
    head = number.head
    if (
        number.dep_ in ("nummod", "amod", "det", "compound", "quantmod", "nmod", "advmod")
        and head.i > number.i
        and _is_noun(head)
    ):
        near = _apart(number, head) < AHEAD and not _parted(number, head) and head.lower_ not in WHEN
        return head if near else None
    for child in number.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            if child.i + 1 < number.sent.end and child.nbor().lower_ in ("our", "their", "ours", "us", "them"):
                return _own_of(child)
            counted = next((noun for noun in child.children if noun.dep_ == "pobj" and _is_noun(noun)), None)
            return counted or _noun_after(child)
    return _noun_after(number)


def toll_of(number: Token) -> Token | None:
    """The toll that a bare number is given for: "the number of the crew stood at 10", "and that of the guests at 40"."""
    for token in reversed(number.doc[max(number.sent.start, number.i - FAR) : number.i]):
        if (token.like_num and token.head != number) or token.text in (";", ":"):  # the 9.1 of "9.1 million" is its own
            return None
        if token.lemma_.lower() in TOLLS or is_that_of(token):
            return token
    return None


def is_that_of(token: Token) -> bool:
    """Whether it stands for a toll that was named before: "the number of dead at 61 and that of wounded at 45"."""
    return token.lower_ == "that" and token.i + 1 < token.sent.end and token.nbor().lower_ == "of"


def numbered_by(toll: Token) -> Token | None:
    """What the toll is of: the people in "the number of people in custody"."""
    for child in toll.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            return next((noun for noun in child.children if noun.dep_ == "pobj" and _is_noun(noun)), None)
    return None


def _own_of(of: Token) -> Token | None:
    """The noun in "twelve of our miners"; none in "twelve of our own lie dead", whatever the parse takes for it."""
    noun = next((word for word in of.children if word.dep_ == "pobj" and _is_noun(word)), None)
    return None if noun is None or (noun.nbor(-1).lower_ == "own" and not persons(noun)[0]) else noun


def _apart(number: Token, noun: Token) -> int:
    return sum(token.text != "-" for token in number.doc[number.i + 1 : noun.i + 1])


def _parted(number: Token, noun: Token) -> bool:
    """Whether a dash or a colon stands between them: "Injures Seven - Governor"."""
    return any(
        token.text in ("-", "–", "—", "--", ":", ";", "|") and token.whitespace_ for token in number.doc[number.i + 1 : noun.i]
    )


def _is_titled_verb(token: Token) -> bool:
    """Whether a headline's capital made a name of it: the second verb of "Blast Kills Five Injures Seven"."""
    listed, word = acts_lexicon(), token.lower_
    return token.pos_ == "PROPN" and word.endswith("s") and word in listed.forms and word.removesuffix("s") not in listed.nouns


def _is_noun(token: Token) -> bool:
    return (token.pos_ in ("NOUN", "PROPN") and not _is_titled_verb(token)) or (
        token.pos_ in ("ADJ", "VERB") and befalls_people(act_of(token) or "") and token.dep_ != "ROOT"
    )


def _noun_after(number: Token) -> Token | None:
    """In a headline's parse the noun may hang anywhere; it still comes right after its number."""
    found: Token | None = None
    sentence = number.sent
    for token in number.doc[number.i + 1 : min(number.i + AHEAD, sentence.end)]:
        if token.lower_ in WHEN or token.lower_ in ("a", "an"):  # "comments: 38 A strike has hit"
            return found
        if token.pos_ in ("NOUN", "PROPN") and token.lower_ not in SKIPPED and not _is_titled_verb(token):
            found = token
        elif token.lower_ == "others":
            return token
        elif token.tag_ == "VBN" and not befalls_people(act_of(token) or "") and _is_before_noun(token):  # "one confirmed death"
            continue
        elif found is not None or not (token.pos_ in ("ADJ", "ADV", "DET", "NUM") or token.lower_ in SKIPPED):
            return found
    return found


def _is_before_noun(token: Token) -> bool:
    return token.i + 1 < token.sent.end and token.nbor().pos_ == "NOUN"


def part_of(number: Token) -> str | None:
    """What a number is only a part of, or the group that it numbers: "two of the dead were nurses", "12 of
    them soldiers", "a family of five".
    """
    if number.dep_ == "pobj" and number.head.lower_ == "of" and number.head.head.pos_ in ("NOUN", "PROPN"):
        group = number.head.head.lemma_.lower()
        return None if group in TOLLS or act_of(number.head.head) else group
    after = number.doc[number.i + 1 : min(number.i + 3, number.sent.end)]
    bare = len(after) and not any(word.pos_ in ("NOUN", "PROPN", "ADJ") for word in after[1:])
    if bare and (people := people_of(after[0].text)) is not None:
        return people  # "five were British, three Romanian"
    if len(after) < 2 or after[0].lower_ != "of" or after[1].lower_ not in ("the", "them", "those", "these", "whom"):
        return None
    verb = number.head if number.dep_ == "nsubj" else None
    said = next((child for child in verb.children if child.dep_ == "attr"), None) if verb is not None else None
    whose = child_of(verb, "acomp", "attr") if verb is not None else None
    if whose is not None and (people := people_of(whose.text)) is not None:
        return people  # "five of the injured are British"
    behind = after[-1].nbor() if after[-1].i + 1 < number.sent.end else None
    if said is None and after[1].lower_ in ("them", "whom") and behind is not None and behind.pos_ == "NOUN":
        said = behind  # "12 of them soldiers"
    return (persons(said)[1] or said.lemma_.lower()) if said is not None else "part"
