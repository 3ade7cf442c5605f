"""What became of one person (dead, hurt, alive, held, free) and of the post that one has; asked under who it is (`bearers`)."""

from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Token

from rashomon.extract.clauses import child_of, governor, noun_phrase, subject_of, verb_group
from rashomon.extract.facts.bearers import bearers
from rashomon.extract.facts.denials import NOT, is_real
from rashomon.extract.facts.happened import object_of
from rashomon.extract.facts.hunts import HUNTED
from rashomon.extract.facts.scene import Scene
from rashomon.model import Fact
from rashomon.model.subjects import THE
from rashomon.text.lexicon import lexicon

STANDING = frozenset(  # with a word for how somebody stands: "is dead", "was taken to hospital", "escaped unhurt"
    "be find pronounce declare shoot pull take recover bring escape emerge remain stay keep put place hold set rush lie".split()
)
ANNOUNCING = frozenset("announce confirm report mourn say deny accept submit tender".split())
INTENDING = frozenset("intend plan refuse decide agree".split())  # to leave a post: nobody's fate is a plan
PLAN = frozenset("intention plan".split())
HEALERS = frozenset("doctor surgeon nurse medic paramedic physician midwife".split())  # where the hurt are taken they work
FILM = frozenset("film camera video tape".split())
LONG = 10  # words of an answer

Told = tuple[str, str]  # the question and the answer


def fates(scene: Scene) -> Iterator[Fact | None]:
    """Every fate told of a named person or of the one who has a post; `scope` says which fate."""
    for token in scene.tokens:
        if token.pos_ == "VERB":
            lemma, whole = token.lemma_.lower(), _with_particle(token)
            if (told := _listed("suffered").get(whole)) is not None:
                yield from _suffered(scene, token, told)
            elif (told := _listed("done").get(whole)) is not None and (lemma != "fire" or child_of(token, "auxpass")):
                yield from _done(scene, token, told)
        elif token.pos_ in ("ADJ", "NOUN", "ADV"):
            if (told := _stand(token)) is not None:
                yield from _stood(scene, token, told)
            elif (told := _listed("nouns").get(token.lemma_.lower())) is not None:
                yield from _told_by_noun(scene, token, told)


@cache
def _listed(how: str) -> dict[str, Told]:
    """By word: what it tells, of those told in this way."""
    questions = lexicon("fates").items()
    return {
        word: (question, answer)
        for question, answers in questions
        for answer, ways in answers.items()
        for word in ways.get(how, ())
    }


def _with_particle(verb: Token) -> str:
    """The verb with what makes it another one: "step down", "let go"."""
    after = next((one for one in verb.children if one.dep_ in ("prt", "xcomp") or one.lower_ == "down"), None)
    whole = f"{verb.lemma_.lower()} {after.lemma_.lower()}" if after is not None else ""
    return whole if whole in _listed("suffered") or whole in _listed("done") else verb.lemma_.lower()


def _stand(word: Token) -> Told | None:
    """How somebody stands by the word, or by it and the one before: "intensive care"."""
    listed = _listed("states")
    return listed.get(word.lower_) or (listed.get(f"{word.nbor(-1).lower_} {word.lower_}") if word.i > 0 else None)


def _suffered(scene: Scene, verb: Token, told: Told) -> Iterator[Fact | None]:
    """As in "the driver died", "Ruiz has fled to Norland"."""
    subject = subject_of(verb.head.head if verb.dep_ == "acl" and verb.head.lemma_.lower() in PLAN else verb)
    if subject is not None and child_of(verb, "nsubjpass", "agent") is None and not _is_of_things(verb):
        yield from _fates(scene, verb, subject, told, verb_group(verb))


def _done(scene: Scene, verb: Token, told: Told) -> Iterator[Fact | None]:
    """As in "Ruiz was arrested", "killed the officer in command"."""
    whom = object_of(verb) or _passed_on(verb)
    if whom is None or _is_from_hospital(verb) or _is_on_film(verb):
        return
    end = noun_phrase(whom)[-1] if whom.i > verb.i else child_of(verb, "xcomp") or verb
    yield from _fates(scene, verb, whom, told, scene.tokens[verb_group(verb)[0].i : max(end.i, verb.i) + 1])


def _is_of_things(verb: Token) -> bool:
    """As in "recovered the wreck"."""
    return verb.lemma_.lower() == "recover" and child_of(verb, "dobj") is not None


def _is_from_hospital(verb: Token) -> bool:
    """As in "was released from hospital", where nobody was held."""
    return any(noun.lemma_.lower() == "hospital" for prep in verb.children if prep.lower_ == "from" for noun in prep.children)


def _is_on_film(verb: Token) -> bool:
    """As in "was captured on video"."""
    return any(noun.lemma_.lower() in FILM for prep in verb.children if prep.lower_ == "on" for noun in prep.children)


def _passed_on(verb: Token) -> Token | None:
    """The subject that a passive shares with the one it is joined to: "was neither suspended nor detained"."""
    if verb.dep_ != "conj" or verb.tag_ != "VBN" or child_of(verb, "aux", "nsubj") is not None:
        return None
    return child_of(verb.head, "nsubjpass")


def _stood(scene: Scene, word: Token, told: Told) -> Iterator[Fact | None]:
    """As in "was found dead", "is in intensive care"."""
    verb = governor(word)
    near = word.head if word.dep_ == "pobj" else word
    if verb.lemma_.lower() not in STANDING or near.head != verb or near.lower_ == "of" or _is_for_something(verb, word):
        return
    if (subject := child_of(verb, "nsubjpass") or child_of(verb, "dobj") or subject_of(verb)) is not None:
        first = min(one.i for one in (*verb_group(verb), word))
        yield from _fates(scene, verb, subject, told, scene.tokens[first : word.i + 1])


def _is_for_something(verb: Token, word: Token) -> bool:
    """As in "rushed to hospital to visit the wounded", "is free to speak", "the surgeon is in surgery": nobody's fate."""
    if any(
        child.dep_ in ("xcomp", "advcl") and child_of(child, "aux") is not None for one in (verb, word) for child in one.children
    ):
        return True
    subject = child_of(verb, "nsubj")
    return subject is not None and subject.lemma_.lower() in HEALERS


def _told_by_noun(scene: Scene, noun: Token, told: Told) -> Iterator[Fact | None]:
    """As in "announced the death of Ruiz", "the body of the driver was pulled out"."""
    of = next((child for child in noun.children if child.lower_ == "of"), None)
    whose = (child_of(of, "pobj") if of is not None else None) or child_of(noun, "poss")
    is_body = noun.lemma_.lower() == "body" and noun.dep_ == "nsubjpass"
    is_told = noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_.lower() in ANNOUNCING
    if whose is None or (whose.pos_ == "PRON" and noun.head.lemma_.lower() == "accept"):  # of whom, only the page knows
        return
    if is_body or is_told:
        yield from _fates(scene, noun.head, whose, told, noun_phrase(noun), noun)


def _fates(
    scene: Scene, verb: Token, whom: Token, told: Told, words: Sequence[Token], noun: Token | None = None
) -> Iterator[Fact | None]:
    """That it became of each person in the phrase of `whom`; a post may also be left by a plan."""
    question, answer = told
    planned = question == "office" and _is_planned(verb)
    if not planned and not is_real(verb):
        return
    denied = scene.negated(noun if noun is not None else verb) or (planned and _is_unplanned(verb))
    if denied and answer == "hurt" and child_of(verb, "advmod") is not None:  # "was not seriously hurt"
        return
    for called in bearers(whom):
        if answer == "fled" and called.removeprefix(THE) in HUNTED:  # who was caught or shot later on
            continue
        yield scene.fact("status", f"{question} {called}", list(words)[:LONG], verb, denied=denied, scope=answer)


def _is_planned(verb: Token) -> bool:
    """Whether a post is to be left, or is not: "will resign", "did not intend to step down", "no plans to quit"."""
    helping = [child.lower_ for child in verb.children if child.dep_ == "aux"]
    if "will" in helping or (verb.dep_ == "ccomp" and "would" in helping):
        return True
    return (verb.dep_ == "xcomp" and verb.head.lemma_.lower() in INTENDING) or verb.head.lemma_.lower() in PLAN


def _is_unplanned(verb: Token) -> bool:
    """Whether the plan itself is denied."""
    return verb.head.lemma_.lower() == "refuse" or any(child.lower_ in NOT for child in verb.head.children)
