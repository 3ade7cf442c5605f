"""Features of the words that two spellings share and of those that they do not."""

from rashomon.resolve.known import is_people, known_as, phrase, stand_alone
from rashomon.resolve.known_under import acronym, one_country, one_line_of_aliases
from rashomon.resolve.names import Name
from rashomon.resolve.spelling import Spelling, by_length, pairing, shared, total

_OPENS = ("of", "for", "and", "in", "on", "to", "at")  # what a short form of an organisation's name leaves off begins so


def words_in_common(left: Spelling, right: Spelling) -> float:
    """How much of the shorter name the other has too."""
    return pairing(left, right).shared / max(0.1, min(left.name.weight, right.name.weight))


def each_its_own(left: Spelling, right: Spelling) -> float:
    """That each has words which the other lacks: two given names, two towns, two numbers."""
    if one_line_of_aliases(left, right) or acronym(left, right) or one_country(left, right):
        return 0.0
    pairs = pairing(left, right)
    return -min(1.0, total(pairs.left), total(pairs.right))


def one_has_more(left: Spelling, right: Spelling) -> float:
    """That one name has words more than the other."""
    if one_line_of_aliases(left, right) or acronym(left, right) or one_country(left, right) or short_form(left, right):
        return 0.0
    pairs = pairing(left, right)
    return -min(1.0, abs(total(pairs.left) - total(pairs.right)))


def short_on_page(left: Spelling, right: Spelling) -> float:
    """That the same page uses one as a short form of the other: by first or last name, or by the word that says what it is
    ("the Observatory"), never by a word that goes before that ("Kyrgyz", "UN").
    """
    short, long = by_length(left.name, right.name)
    if not left.docs & right.docs or short.weight >= long.weight or words_in_common(left, right) < 0.9:
        return 0.0
    names = [word for word in long.words if word.kind == "name"]
    if not names or (long.kind != "person" and _goes_on(short, long)):
        return 0.0
    ends = names[:1] + names[-1:] if long.kind == "person" else [long.head]
    if short.kind == "org" and is_people(short.written):
        ends = list(long.words[:1])  # "American" is said of an airline only where it stands for the whole of it
    return float(not shared(left, right, names[-1]).isdisjoint(ends))


def _goes_on(short: Name, long: Name) -> bool:
    """Whether the longer name is of something else that the shorter one owns or houses: the "Bank of Orla Stadium", or that
    the shorter is of a body that needs no other name ("the House" is not the White House).
    """
    held = {word.text for word in short.words}
    more = [word for word in long.words if word.text not in held]
    stops = [at for at, word in enumerate(long.words) if word.text in _OPENS]
    if len(short.words) == 1 and short.words[0].text in stand_alone() and any(word.kind == "name" for word in more):
        return True
    last = next((word for word in reversed(long.words) if word.kind in ("name", "kind")), None)
    return (
        bool(stops) and last in more and any(word.text in held for word in long.words[stops[0] + 1 :] if word.kind != "particle")
    )


def short_form(left: Spelling, right: Spelling) -> float:
    """That the longer name goes on with "of …" or "and …" where the shorter, of two words or more, ends."""
    if bool(known_as(left.written)) != bool(known_as(right.written)):
        return 0.0  # what is known by the shorter name alone is no shorter form: the State Department of another's
    short, long = sorted((phrase(side.written.replace("&", "and").split()) for side in (left, right)), key=len)
    rest = long[len(short) :].split()
    return float(long.startswith(short + " ") and " " in short.removeprefix("the ") and rest[0] in _OPENS)
