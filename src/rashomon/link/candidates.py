"""Facts about the same thing brought together, without comparing all pairs: one group is one question of the case.

The machine is that of rashomon.pairs: keys make candidate pairs, a list of weighted features scores them, clusters join
the surest first and never put two numbers that one voice gives in one account under one question.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence, Set
from datetime import date, timedelta
from functools import cache, lru_cache
from itertools import combinations
from typing import get_args

from rashomon.link import denials, quantities
from rashomon.link.bags import SEEN, cosine, stems
from rashomon.link.fates import is_fate, one_person
from rashomon.link.tellings import Telling, is_age_of_somebody, is_clock, of_act, theme
from rashomon.link.updates import revised
from rashomon.model import FactKind
from rashomon.model.subjects import GUILT, PRESENT
from rashomon.pairs.blocks import candidate_pairs
from rashomon.pairs.clusters import clusters
from rashomon.pairs.scorer import Scorer
from rashomon.text.gazetteer import Place
from rashomon.text.lexicon import lexicon
from rashomon.text.normal import folded
from rashomon.text.places.closeness import distance, holds
from rashomon.text.times.almanac import day_of

Question = tuple[Telling, ...]

SURE = 0.5  # score from which two facts are about the same thing
RARE = 3  # heaviest words of a fact's surroundings that are keys of their own
SINGLE = ("quantity", "time", "identity")  # kinds of which one voice in one account gives one answer to a question
SIDE = 0.3  # of the weight of one matter where the question is a side one
ANYBODY = ("", "person", "people", "it", "that", "which", "who", "all", "some", "anybody", "none", "what", "most")
ASSERTED = (PRESENT, GUILT)  # of which the denial names nothing that the assertion names
ONLY = ("quantity", "status")
SEXES = {"man", "woman", "child"}
YEARS_OFF = 5
OF_THINGS = ("open", "damage", "control")  # states of which a page tells of many things
LONG_AGO = 31  # days after which an account tells of something else than of what then happened
SURROUNDINGS = 30.0  # km around a town that accounts call by its name
SELF = 40  # tellings of one voice on one theme in one account, or of one act by some country, that are held against each other


def questions_of(tellings: Sequence[Telling]) -> list[Question]:
    """The tellings in groups that answer one question, each in the order of `tellings`."""
    known = {telling.fact.id: telling for telling in tellings}
    themes = {telling.fact.id: theme(telling.fact) for telling in tellings}
    nobody = {themes[telling.fact.id][:-1] for telling in tellings if quantities.is_nobody(telling.fact)}
    denied = denials.meeting_keys(tellings)
    keys = {telling.fact.id: [*_keys(telling, nobody), *denied.get(telling.fact.id, ())] for telling in tellings}
    links = []
    for left, right in candidate_pairs(keys):
        if themes[left] != themes[right] and not _meet(known[left], known[right]):
            continue
        sure = _scorer(known[left].fact.kind).score(known[left], known[right])
        if sure >= SURE:
            links.append((sure, left, right))
    groups = clusters(known, links, apart=_apart(tellings))
    return [tuple(sorted((known[item] for item in group), key=lambda one: (one.rank, one.fact.id))) for group in groups]


def _meet(one: Telling, other: Telling) -> bool:
    """Whether two are of one question though their themes differ: nobody at all is befallen by what befell some, whatever sort
    of people they are; and a denial may use another word for the deed.
    """
    return quantities.is_nobody(one.fact) != quantities.is_nobody(other.fact) or denials.denies(one, other)


def _keys(telling: Telling, nobody: Set[tuple[str, ...]]) -> Iterator[Hashable]:
    base = theme(telling.fact)
    yield base
    if base[:-1] in nobody:  # whatever sort of people the others count
        yield *base[:-1], "nobody, or some"
    if telling.fact.kind != "label":
        if telling.main:
            yield *base, "the account's own matter"
        for near in ((telling.fact.when or "")[:10], telling.fact.where):
            if near:
                yield *base, near
        for word in sorted(telling.words, key=lambda word: (-telling.words[word], word))[:RARE]:
            yield *base, word


def _apart(tellings: Sequence[Telling]) -> Iterator[tuple[str, str]]:
    """Pairs that one voice tells in one account and that exclude each other, as of two things; and acts of two countries."""
    told: dict[tuple[str, ...], list[Telling]] = defaultdict(list)
    for telling in tellings:
        if telling.fact.kind in SINGLE:
            told[(*theme(telling.fact), telling.fact.doc_id, telling.voice)].append(telling)
        elif telling.fact.kind == "happened" and telling.fact.scope:
            told[theme(telling.fact)].append(telling)
    for group in told.values():
        for one, other in combinations(group[:SELF], 2):
            if _are_two(one, other):
                yield one.fact.id, other.fact.id


def _are_two(one: Telling, other: Telling) -> bool:
    if one.fact.kind == "happened":
        return _other_doers(one, other) < 0
    return (quantities.two_counts(one.fact, other.fact) and not revised(one, other)) or _day_gap(one, other) > 0


@cache
def _scorer(kind: FactKind) -> Scorer[Telling]:
    """What is asked of two facts of a kind: of those that may be asked together half are about another kind."""
    everything = get_args(FactKind)
    features: tuple[tuple[str, Callable[[Telling, Telling], float], float, Sequence[str]], ...] = (
        ("one referent", _one_referent, 3.0, ("label", "identity", "happened")),
        ("both on what their accounts are about", _same_matter, 2.5, everything),
        ("of one account, which points back to it", _same_account, 1.0, everything),
        ("words around", lambda one, other: cosine(one.words, other.words), 5.0, everything),
        ("time", _same_time, 3.0, ("quantity", "place", "actor", "cause", "happened", "manner", "identity")),
        ("one looks back on another time", _looks_back, 3.0, ("quantity", "actor", "cause", "manner")),
        ("place", _same_place, 1.0, [other for other in everything if other not in ("place", "label", "identity")]),
        ("done to", _same_object, 3.0, ("happened",)),
        ("one denies it", _denied, 1.0, ("happened",)),
        ("what is denied", _what_is_denied, 2.0, ("happened",)),
        ("done by others", _other_doers, 3.0, ("happened",)),
        ("in that state", _same_bearer, 1.5, ("status",)),
        ("another thing's state", _other_things, 3.0, ("status",)),
        ("another kind of attack", _other_means, 3.0, ("quantity", "actor", "time", "place")),
        ("one cast", _same_cast, 2.0, ("cause", "evaluation")),
        ("their accounts are of two matters", _two_matters, 2.0, everything),
        ("each account tells one such thing", _only_ones, 1.0, ("quantity", "status", "time", "identity")),
        ("one answer", _same_number, 0.5, ("quantity",)),
        ("numbers far apart", _far_numbers, 6.0, ("quantity",)),
        ("two people's ages", _other_people, 6.0, ("identity",)),
    )
    return Scorer(-1.0, tuple((name, feature, weight) for name, feature, weight, kinds in features if kind in kinds))


def _one_referent(one: Telling, other: Telling) -> float:
    """What is called something, the post that is contradicted, and who is named in full, are the same for both."""
    named = one.fact.kind == "identity" and len(one.fact.about.split()) > 2  # "age ana ruiz"
    told = one.fact.about.startswith("telling ")
    return float(one.fact.kind == "label" or (one.fact.about == other.fact.about and (named or told)))


def _same_matter(one: Telling, other: Telling) -> float:
    """An account has one matter but many times, places and things to count: for those it says less."""
    share = SIDE if one.fact.kind in ("time", "place") or not of_act(one.fact) else 1.0
    return share * min(one.main, other.main) if one.matter == other.matter else 0.0


def _two_matters(one: Telling, other: Telling) -> float:
    """The tolls of two attacks are two questions, though each stands at the top of its account."""
    return -float(one.matter != other.matter)


def _only_ones(one: Telling, other: Telling) -> float:
    """Each of two accounts of one matter counts one such thing, or tells of one such state: it is likely to be the same."""
    told_apart = _other_means(one, other) < 0 or quantities.far_apart(one.fact, other.fact)
    asked = one.fact.kind in ONLY or all(is_clock(end.fact) or is_age_of_somebody(end.fact) for end in (one, other))
    both = one.only and other.only and one.matter == other.matter and one.of_before == other.of_before
    return float(asked and both and not told_apart)


def _same_account(one: Telling, other: Telling) -> float:
    """Within one account "the blast" is the one that it began with."""
    return float(one.fact.doc_id == other.fact.doc_id and one.voice != other.voice and min(one.main, other.main) > 0)


def _same_time(one: Telling, other: Telling) -> float:
    """A little for the same day, much against two days that lie apart; a day's slip is a time zone."""
    if not (one.fact.when and other.fact.when):
        return 0.0
    gap = _day_gap(one, other)
    return 0.2 if gap == 0 else 0.0 if gap == 1 else -1.0


def _looks_back(one: Telling, other: Telling) -> float:
    """Whether only one says when, and that was long before the other account came out: the crash "in September"."""
    if bool(one.fact.when) == bool(other.fact.when):
        return 0.0
    dated, bare = (one, other) if one.fact.when else (other, one)
    came_out = day_of(bare.day)
    if came_out is None or not dated.fact.when:
        return 0.0
    return -float(_last_day(dated.fact.when) + timedelta(LONG_AGO) < came_out)


def _last_day(when: str) -> date:
    """The last day of a date, a month or a year."""
    year, month, day = (*map(int, when[:10].split("-")), 0, 0)[:3]
    if day:
        return date(year, month, day)
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(1) if month else date(year, 12, 31)


def _day_gap(one: Telling, other: Telling) -> int:
    """Days between the two times; 0 where one holds the other or is unknown; a great many where months differ."""
    early, late = one.fact.when, other.fact.when
    if one.fact.kind == "time" or not early or not late:
        return 0
    early, late = early[:10], late[:10]
    if early.startswith(late) or late.startswith(early):
        return 0
    try:
        return abs((date.fromisoformat(early) - date.fromisoformat(late)).days)
    except ValueError:
        return 999


def _same_place(one: Telling, other: Telling) -> float:
    if not one.fact.where or not other.fact.where:
        return 0.0
    left, right = _written(one.fact.where), _written(other.fact.where)
    if left in right or right in left:
        return 0.5
    here, there = one.spot, other.spot
    if here is None or there is None:
        return -1.0
    return 0.0 if _may_be_one(here, there) else -1.0


@lru_cache(SEEN)
def _written(place: str) -> str:
    return folded(place)


@lru_cache(SEEN)
def _may_be_one(one: Place, other: Place) -> bool:
    """Whether one place lies in the other, or beside it."""
    return holds(one, other) or holds(other, one) or distance((one.lat, one.lon), (other.lat, other.lon)) <= SURROUNDINGS


def _same_object(one: Telling, other: Telling) -> float:
    """What the act was done to, where both say so; a denial must share at least some word with what it denies."""
    if one.fact.about in ASSERTED:
        return 0.0
    left, right = _object(one, one.fact.value), _object(other, other.fact.value)
    if left and right:
        return 0.3 if left & right else -1.0
    if one.fact.polarity == other.fact.polarity or _is_refusal(one) or _is_refusal(other):
        return 0.0
    here, there = _object(one, one.clause), _object(other, other.clause)
    denied = here if one.fact.polarity == "denied" else there
    return 0.0 if here & there or not denied else -1.0  # "there was no beating" denies any


def _object(telling: Telling, words: str) -> set[str]:
    return set() if _is_refusal(telling) else set(stems(words)) - act_words(telling.fact.about.split()[0])


def _is_refusal(telling: Telling) -> bool:
    """Whether it names no act but refuses a whole report: "the situation does not exist"."""
    return telling.fact.polarity == "denied" and not act_words(telling.fact.about.split()[0]) & set(stems(telling.fact.value))


@cache
def act_words(of: str) -> frozenset[str]:
    """The words by which an act of this class is told, as stems."""
    entry = lexicon("acts").get(of, {})
    told = (word for name in ("verbs", "nouns", "adjectives") for word in entry.get(name, ()))
    return frozenset(stem for word in (of, *told) for stem in stems(word))


def _same_bearer(one: Telling, other: Telling) -> float:
    """What is in the state that is told; "he" and "some" may be anybody."""
    if is_fate(one):
        return one_person(one, other)
    left, right = one.fact.about.partition(" ")[2], other.fact.about.partition(" ")[2]
    return 0.0 if left in ANYBODY or right in ANYBODY else 0.3 if left == right else -1.0


def _other_things(one: Telling, other: Telling) -> float:
    """A league that is suspended and a stadium that was opened are two things."""
    (state, _, bearer), (_, _, theirs) = (telling.fact.about.partition(" ") for telling in (one, other))
    return -float(state in OF_THINGS and bearer != theirs and bearer not in ANYBODY and theirs not in ANYBODY)


def _other_people(one: Telling, other: Telling) -> float:
    """A child and a man, a man and a woman, and whoever is much older are two people; of one accounts are a few years off."""
    if not (is_age_of_somebody(one.fact) and is_age_of_somebody(other.fact)):
        return 0.0
    whose = {telling.fact.about.partition(" ")[2] for telling in (one, other)}
    apart = abs((one.fact.low or 0) - (other.fact.low or 0))
    return -float(apart > YEARS_OFF or (len(whose) > 1 and len(whose & SEXES) > 1))


def _denied(one: Telling, other: Telling) -> float:
    """A denial is mostly of something else: it takes more to bring it beside an assertion."""
    return -float(one.fact.about not in ASSERTED and one.fact.polarity != other.fact.polarity)


def _what_is_denied(one: Telling, other: Telling) -> float:
    """The deed and what it was done to are those of the other: who denies that answers who told it."""
    return float(one.fact.about not in ASSERTED and denials.denies(one, other))


def _other_doers(one: Telling, other: Telling) -> float:
    """What the ships of one country did and what those of another did are two questions."""
    doers = one.fact.scope, other.fact.scope
    return -float(one.fact.kind == "happened" and all(doers) and doers[0] != doers[1])


def _other_means(one: Telling, other: Telling) -> float:
    """Who tells of a suicide bomber and who tells of air strikes tell of two attacks; how one was made may be at issue itself."""
    if not (one.means and other.means):
        return 0.0
    return -float(not one.means & other.means)


def _same_cast(one: Telling, other: Telling) -> float:
    """Reasons and judgements share few words, for they differ; but whoever acted is named beside both."""
    return float(bool(one.cast & other.cast))


def _same_number(one: Telling, other: Telling) -> float:
    return float(quantities.alike(one, other))


def _far_numbers(one: Telling, other: Telling) -> float:
    return -float(quantities.far_apart(one.fact, other.fact))
