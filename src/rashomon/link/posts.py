"""Who has which post, told by how accounts call them: "the driver, Ana Ruiz" in one is "the driver" in another."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from rashomon.model import Document, Fact
from rashomon.model.subjects import OF_ONE, THE, first_and_last

_NAME = r"(?:[A-Z][\w'’-]+|al-[A-Z]\w+)(?: (?:[A-Z][\w'’-]+|al-[A-Z]\w+)){1,2}"


def of_one_person(facts: Iterable[Fact], documents: Mapping[str, Document], called: Callable[[str, str], str]) -> list[Fact]:
    """The facts, those of one person under name and post wherever only one name goes with that post.

    `called` gives the name by which all accounts know whom a document calls so.
    """
    told = [(fact, tuple(called(fact.doc_id, way) for way in ways_called(fact)) if is_of_one(fact) else ()) for fact in facts]
    posts = {part for _, parts in told for part in parts if part.startswith(THE)}
    who: dict[str, set[str]] = defaultdict(set)
    for _, parts in told:
        for name in parts:
            for post in parts:
                if not name.startswith(THE) and post.startswith(THE):
                    who[post].add(name)
    for post, name in _told_together(posts, documents, called):
        who[post].add(name)
    return [replace(fact, about=_about(fact, parts, who)) if parts else fact for fact, parts in told]


def is_of_one(fact: Fact) -> bool:
    """Whether it tells what became of one person or of the post that one has."""
    return fact.kind == "status" and fact.about.split()[0] in OF_ONE


def ways_called(fact: Fact) -> list[str]:
    """How the person is called whom it tells of: by name, by post, or by both."""
    return fact.about.partition(" ")[2].split(", ")


def _about(fact: Fact, parts: tuple[str, ...], who: Mapping[str, set[str]]) -> str:
    """Name first, then the posts that nobody else has; of who goes without a name, the one name that goes with the post."""
    names = {part for part in parts if not part.startswith(THE)}
    if not names:
        names = next((who[part] for part in parts if len(who.get(part, ())) == 1), set())
    own = {post for post, having in who.items() if having == names}
    return f"{fact.about.split()[0]} {', '.join((*sorted(names), *sorted(own)) if names else parts)}"


def _told_together(
    posts: Iterable[str], documents: Mapping[str, Document], called: Callable[[str, str], str]
) -> Iterable[tuple[str, str]]:
    """Every post with a name right beside it: "the driver, Ana Ruiz", "driver Ana Ruiz", "Ana Ruiz, the driver"."""
    words = "|".join(sorted(re.escape(post.removeprefix(THE)) for post in posts))
    if not words:
        return
    before = rf"\b(?P<post>(?i:{words})),? (?:(?:Mr|Mrs|Ms|Dr)\.? )?(?P<name>{_NAME})"
    after = rf"\b(?P<name>{_NAME}),? (?:\d+, )?(?:the|its|an?|who is the) (?:[\w-]+ ){{0,3}}?(?P<post>(?i:{words}))\b"
    for document in documents.values():
        for pattern in (before, after):
            for match in re.finditer(pattern, document.text):
                yield f"{THE}{match['post'].lower()}", called(document.id, first_and_last(match["name"]))
