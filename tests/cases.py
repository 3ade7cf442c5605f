"""A small case, told by hand: `told()` gives its tables, for whatever shows a case without running the pipeline.

Four accounts of one fire: a wire text, a paper that carries it, a paper with its own source, and a thread. The dead are
disputed and later revised, the cause is denied, and nearly every word that a capture can choose for itself is hostile.
"""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Self

from tests.factory import Planted, doc

from rashomon.model import (
    Capture,
    Document,
    Entity,
    Event,
    Fact,
    Failure,
    Judgement,
    Link,
    Member,
    Mode,
    Point,
    Position,
    Reason,
    Relation,
    Run,
    Span,
    Standing,
    Statement,
    Voice,
    VoiceKind,
)
from rashomon.model.rows import TABLES, as_cells

HOSTILE = '"><script>document.title="ran"</script><img src=http://evil.example/x onerror=alert(1)>&amp;\'{{ 7*7 }}]]>'


@dataclass
class Story:
    """Tables as they grow: an account, what is said in it, what it answers."""

    tables: dict[str, list[Any]] = field(default_factory=lambda: {name: [] for name in TABLES})

    def account(self, marked: str, *, name: str, uri: str | None = None, posts: tuple[str, ...] = (), **about: Any) -> Planted:
        capture = Capture.of(uri or f"/found/{name}", "2026-03-02T08:00:00+00:00", "text/html", f"{name:0>64}"[-64:], len(marked))
        planted = doc(marked, name=name, **about)
        blocks = planted.document.blocks
        if posts:
            named = zip(blocks, posts, strict=True)
            blocks = tuple(replace(block, kind="post", post=author, author=author) for block, author in named)
        document = replace(planted.document, capture_id=capture.id, uri=capture.uri, blocks=blocks)
        self.tables["captures"].append(capture)
        self.tables["documents"].append(document)
        return Planted(document, planted.spans)

    def voice(self, account: Planted, kind: VoiceKind, name: str, label: str | None = None) -> Voice:
        voice = Voice.of(account.document.id, kind, name, account.spans[label][0] if label else None)
        if voice not in self.tables["voices"]:
            self.tables["voices"].append(voice)
        return voice

    def says(self, voice: Voice, account: Planted, label: str, mode: Mode = "quoted", **marks: Any) -> Statement:
        content = tuple(account.spans[label])
        statement = Statement.of(doc_id=voice.doc_id, voice_id=voice.id, content=content, mode=mode, by="hand", **marks)
        self.tables["statements"].append(statement)
        return statement

    def fact(self, statement: Statement, account: Planted, value: str, kind: str = "quantity", **rest: Any) -> Fact:
        span = statement.content[0]
        assert value in span.of(account.document.text)
        about = {"about": "kill", "kind": kind, "value": value, "span": span, **rest}
        fact = Fact.of(doc_id=account.document.id, statement_id=statement.id, **about)
        self.tables["facts"].append(fact)
        return fact

    def point(
        self, question: str, kind: str, relation: Relation, *answers: list[Fact], reason: str = "told apart by hand"
    ) -> Point:
        point = Point(
            f"poi1-{len(self.tables['points'])}", "eve1-root", question, kind, relation, None, (Reason(reason, 0.8),), 0.9
        )
        self.tables["points"].append(point)
        for place, facts in enumerate(answers):
            position = Position(f"pos{point.id[3:]}-{place}", point.id, facts[0].value)
            self.tables["positions"].append(position)
            self.tables["answers"] += [Member(position.id, fact.id, 1.0, (), "hand") for fact in facts]
            documents = [self._document(fact.doc_id) for fact in facts]
            dates = [document.published_at for document in documents if document.published_at]
            reasons = (Reason("same words: the wire ~ the paper", 1.0),) if len(facts) > 1 else ()
            low, high = max(1, len(facts) - 1), len(facts)
            self.tables["standings"].append(
                Standing(position.id, len(facts), len(set(documents)), low, high, min(dates, default=None), reasons)
            )
        return point

    def same(self, name: str, *voices: Voice) -> Self:
        entity = Entity(f"ent1-{name}", "person", name, ())
        self.tables["entities"].append(entity)
        self.tables["members"] += [Member(entity.id, voice.id, 1.0, (), "hand") for voice in voices]
        return self

    def copied(self, first: Planted, later: Planted, label: str, origin: str | None) -> Self:
        reasons = (Reason("shared words", 1.0, first.spans[label][0], later.spans[label][0]),)
        link = {"by": "hand", "score": 0.9, "reasons": reasons, "subtype": "same-text", "origin": origin}
        self.tables["copies"].append(Link.of(first.document.id, later.document.id, "copies", **link))
        return self

    def _document(self, doc_id: str) -> Document:
        return next(document for document in self.tables["documents"] if document.id == doc_id)


def told(hostile: str = "") -> dict[str, list[Any]]:
    """The tables of the fire; `hostile` goes into every word that a capture gives and we do not look for."""
    story = Story()
    wire = story.account(
        "[[Mayor Ann Holt]who said [“at least twelve people died” in the fire]content.]run\n"
        f"[No one set it, [she]again added]cause. {hostile}",
        name=f"wire{hostile}.html",
        uri=f"javascript:alert(1)//{hostile}",
        outlet=f"Wire{hostile}",
        title=f"Fire in Port Lys{hostile}",
        author=f"A. Reporter{hostile}",
        published_at="2026-03-01",
        language="en",
    )
    paper = story.account(
        "[[Mayor Ann Holt]who said [“at least twelve people died” in the fire]content.]run",
        name="paper.html",
        uri=f"https://paper.example/fire?x={hostile}",
        outlet="The Paper",
        published_at="2026-03-01T18:30",
    )
    other = story.account(
        "[Thirty-one people died in the blaze]content, [a nurse]who told us.\n[“It was arson,” [said the union]told]cause",
        name="other.txt",
        outlet=None,
        title=None,
        published_at="2026-03-03",
    )
    thread = story.account(
        f"[Dozens died and nobody says so]content {hostile}\nSecond post",
        name="thread.json",
        posts=(f"ash{hostile}", "b"),
        outlet="Forum",
    )
    mayor, again = (
        story.voice(wire, "named", f"Mayor Ann Holt{hostile}", "who"),
        story.voice(paper, "named", "Mayor Ann Holt", "who"),
    )
    nurse, ash = story.voice(other, "unnamed", "a nurse", "who"), story.voice(thread, "poster", f"ash{hostile}")
    union, outlet = story.voice(other, "named", "the union", "told"), story.voice(wire, "outlet", f"Wire{hostile}")
    story.same(f"Ann Holt{hostile}", mayor, again)
    twelve = story.says(mayor, wire, "content", "mixed")
    twelve_again = story.says(again, paper, "content", "mixed")
    thirty = story.says(nurse, other, "content", "reported", hedged=True)
    dozens = story.says(ash, thread, "content", "asserted")
    denial = story.says(mayor, wire, "cause", "reported", denied=True)
    arson = story.says(union, other, "cause", "quoted", nested_in=thirty.id)
    story.says(outlet, wire, "run", "asserted")
    story.point(
        "How many people died in the fire?",
        "quantity",
        "conflict",
        [
            story.fact(twelve, wire, "at least twelve people", low=12.0),
            story.fact(twelve_again, paper, "at least twelve people", low=12.0),
        ],
        [story.fact(thirty, other, "Thirty-one people", low=31.0, high=31.0)],
        [story.fact(dozens, thread, "Dozens", low=24.0)],
        reason=f"no figure is both 12 and 31{hostile}",
    )
    story.point(
        f"Was it set?{hostile}",
        "cause",
        "conflict",
        [story.fact(denial, wire, "No one set it", "cause", polarity="denied")],
        [story.fact(arson, other, "arson", "cause")],
    )
    story.copied(wire, paper, "run", wire.document.id)
    story.tables["events"].append(Event("eve1-root", None, "fire", f"Fire in Port Lys{hostile}", None, None))
    story.tables["failures"].append(
        Failure("read", f"empty{hostile}.html", "UnreadableCapture", f"it is empty{hostile}. Capture it anew.")
    )
    story.tables["judgements"].append(
        Judgement("jud1-a", thirty.voice_id, ash.id, "different", f"desk{hostile}", "2026-03-04T09:00:00+00:00", None)
    )
    story.tables["runs"].append(Run("run1-a", "read", "1", "ab", "", "2026-03-02T08:00:00+00:00", "2026-03-02T08:00:09+00:00"))
    return story.tables


def case_of(tables: dict[str, list[Any]], folder: Path) -> Path:
    """A case folder that holds these tables, and no originals but those that a test keeps itself."""
    from rashomon.store.case import Case
    from rashomon.store.shelf import build

    case = Case.create(folder)
    with case.lock():
        build(case.path, case.drafts, as_cells(tables), "told by hand")
    return folder


__all__ = ["HOSTILE", "Span", "Story", "case_of", "told"]
