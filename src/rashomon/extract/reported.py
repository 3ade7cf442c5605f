"""Reported speech from the parse: who hangs on which cue verb, and which clause is what was said."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from rashomon.extract.clauses import VERBAL, child_of, phrase, subject_of, verb_group

FINITE = ("VBD", "VBP", "VBZ", "MD")


@dataclass(frozen=True, slots=True)
class Found:
    """A construction in which `anchor` ascribes content to a source; whether that word does so in fact is for the lexicon."""

    anchor: Token
    rule: str  # "clause", "object", "prep:of" …
    source: list[Token]
    cue: list[Token]
    content: list[Token]


def constructions(tokens: Iterable[Token]) -> Iterator[Found]:
    """Every place where the grammar would allow an attribution, whatever the words are."""
    for token in tokens:
        if token.lower_ == "according":  # tagged as a verb, though it is one half of a preposition
            yield from _according(token)
        elif token.lower_ == "officially" and token.dep_ == "advmod" and token.is_sent_start:
            yield from _officially(token)
        elif token.pos_ in VERBAL:
            yield from _of_verb(token)
        elif token.pos_ == "NOUN" and (token.n_lefts or token.n_rights):
            yield from _of_noun(token)


def _of_verb(verb: Token) -> Iterator[Found]:
    if child_of(verb, "agent", "auxpass") is not None:
        yield from _passive(verb, child_of(verb, "agent"))
        return
    subject = subject_of(verb)
    if subject is None or subject.i == verb.i or subject.dep_ == "expl":
        return
    source = _source(subject, verb)
    cue = verb_group(verb)
    framing = {token.i for token in (*cue, *source)}
    for rule, content in _complements(verb):
        kept = [token for token in content if token.i not in framing]
        if kept:
            yield Found(verb, rule, source, cue, kept)


def _source(subject: Token, verb: Token) -> list[Token]:
    if subject.i == verb.i:
        return []
    barred = [verb] if subject.is_ancestor(verb) else []
    return phrase(subject, without=barred)


def _complements(verb: Token) -> Iterator[tuple[str, list[Token]]]:
    clauses = [child for child in verb.children if child.dep_ == "ccomp"]
    if any(child.i > verb.i and child.dep_ in ("ccomp", "xcomp") for child in verb.children):
        clauses = [child for child in clauses if child.i > verb.i]  # a comma splice: what stands before is another sentence
    finite = [child for child in clauses if _is_finite(child)]
    if finite:
        yield "clause", [token for child in finite for token in phrase(child)]
        return
    objects = [child for child in verb.children if child.dep_ in ("dobj", "oprd", "attr") and child.pos_ != "ADV"]
    infinite = [*clauses, *(child for child in verb.children if child.dep_ == "xcomp")]
    held = [token for child in objects for token in phrase(child)]
    if verb.dep_ == "parataxis" and not infinite:
        yield "clause", phrase(verb.head, without=[verb])
    elif verb.dep_ == "advcl" and (mark := child_of(verb, "mark", "advmod")) is not None and mark.lower_ == "as" and not objects:
        yield "as", phrase(verb.head, without=[verb])
    if infinite:
        form = "infinitive" if any(child_of(child, "aux") for child in infinite) else "gerund"
        form = "order" if objects or child_of(infinite[0], "nsubj") else form
        yield form, held + [token for child in infinite for token in phrase(child)]
        return
    for prep in (child for child in verb.children if child.dep_ in ("prep", "dative")):
        target = child_of(prep, "pobj", "pcomp")
        if target is not None:
            yield f"{'object+' if held else ''}{prep.lemma_.lower()}", held + phrase(target)
    if objects:
        yield "object", held


def _is_finite(clause: Token) -> bool:
    if child_of(clause, "mark") is not None and child_of(clause, "mark").lower_ in ("that", "whether", "if"):  # type: ignore[union-attr]
        return True
    verbs = [clause, *(child for child in clause.children if child.dep_ in ("aux", "auxpass", "cop"))]
    return any(verb.tag_ in FINITE for verb in verbs) and not (
        child_of(clause, "aux") is not None and child_of(clause, "aux").tag_ == "TO"  # type: ignore[union-attr]
    )


def _passive(verb: Token, agent: Token | None) -> Iterator[Found]:
    subject = child_of(verb, "nsubjpass", "nsubj")
    doer = child_of(agent, "pobj") if agent is not None else None
    content = phrase(subject) if subject is not None else []
    for child in verb.children:
        if child.dep_ in ("xcomp", "ccomp", "oprd", "prep", "dobj", "attr") and child != agent:
            content += phrase(child)
    if content:
        rule = "passive" if doer is not None else "passive-unnamed"
        cue = verb_group(verb) + ([agent] if agent is not None else [])
        yield Found(verb, rule, phrase(doer) if doer is not None else [], cue, content)


def _of_noun(noun: Token) -> Iterator[Found]:
    owner = child_of(noun, "poss")
    by = next((c for c in noun.children if c.dep_ in ("prep", "agent") and c.lower_ in ("by", "from")), None)
    holder = owner if owner is not None else child_of(by, "pobj") if by is not None else None
    source = phrase(holder) if holder is not None else []
    for clause in noun.children:
        if clause.dep_ in ("acl", "ccomp", "relcl") and (mark := child_of(clause, "mark")) is not None and mark.lower_ == "that":
            said_by = source or _light_subject(noun)
            yield Found(noun, "noun" if said_by else "noun-unnamed", said_by, [noun], phrase(clause))
        elif clause.dep_ == "acl" and clause.tag_ == "VB" and source:
            yield Found(noun, "noun-infinitive", source, [noun], phrase(clause))
        elif clause.dep_ == "prep" and source and clause != by and (target := child_of(clause, "pobj", "pcomp")) is not None:
            yield Found(noun, f"noun {clause.lower_}", source, [noun, clause], phrase(target))


def _light_subject(noun: Token) -> list[Token]:
    """Who makes the claim in "X made the claim that …", "X issued a statement that …"."""
    if noun.dep_ != "dobj" or noun.head.pos_ not in VERBAL:
        return []
    subject = subject_of(noun.head)
    return phrase(subject) if subject is not None else []


def _according(token: Token) -> Iterator[Found]:
    to = child_of(token, "prep")
    name = child_of(to, "pobj") if to is not None else None
    governor = token.head
    while governor.pos_ not in VERBAL and governor.head != governor:
        governor = governor.head
    if name is not None and to is not None:
        content = [t for t in phrase(governor) if t.i not in {x.i for x in token.subtree}]
        yield Found(token, "according", phrase(name), [token, to], content)


def _officially(token: Token) -> Iterator[Found]:
    """ "Officially, three people died, but witnesses say …": the official version, up to what another clause sets against it."""
    governor = token.head
    against = [child for child in governor.children if child.dep_ in ("conj", "cc") and child.i > governor.i]
    content = [each for each in phrase(governor, without=against) if each.i > token.i]
    if content:
        yield Found(token, "officially", [token], [], content)
