"""What was stopped or taken up again by whoever runs it: "halted flights", "has resumed production"."""

from collections.abc import Iterator

from spacy.tokens import Token

from rashomon.extract.clauses import child_of, noun_phrase, verb_group
from rashomon.extract.facts.denials import is_real
from rashomon.extract.facts.scene import Scene
from rashomon.model import Fact

STOPPING = frozenset("halt suspend stop pause cease ground".split())
RESUMING = frozenset("resume restart reopen".split())
WORKS = frozenset(
    (
        "flight movement operation production output delivery shipment export import service traffic convoy train ferry work "
        "distribution programme program activity mission talk negotiation search match game race sale supply drilling mining "
        "vaccination transport class"
    ).split()
)
LONG = 10


def works(scene: Scene) -> Iterator[Fact | None]:
    """Every work that somebody is said to have stopped or taken up again; what is closed or open otherwise is in `states`."""
    for token in scene.tokens:
        if token.pos_ == "VERB" and token.lemma_.lower() in STOPPING | RESUMING:
            yield _work(scene, token)


def _work(scene: Scene, verb: Token) -> Fact | None:
    what = child_of(verb, "dobj")
    if what is None or what.lemma_.lower() not in WORKS or what.i < verb.i or not is_real(verb):
        return None
    words = scene.tokens[verb_group(verb)[0].i : noun_phrase(what)[-1].i + 1]
    return scene.fact("status", f"open {what.lemma_.lower()}", list(words)[:LONG], verb, denied=scene.negated(verb))
