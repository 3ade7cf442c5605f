"""Happenings across documents."""

from tests.resolve.naming import Case, case

from rashomon.model import Event, Member


def _events(told: Case) -> tuple[Event, list[Event]]:
    found = [one for one in told.resolved() if isinstance(one, Event)]
    (root,) = [one for one in found if one.parent is None]
    return root, [one for one in found if one.parent]


FIRE = (
    "A [burn]happening in [Orla]place on [2031-05-02]time. On [2031-05-03]time police [arrest]happening a man in [Varna]place.",
    "Mill [burn]happening in [Orla]place, [2031-05-02]time. One [arrest]happening in [Varna]place on [2031-05-03]time.",
    "The [burn]happening of [2031-05-02]time: what we know. A [protest]happening. [Bulgaria]place mourns.",
)


def test_the_root_is_what_most_accounts_tell_of() -> None:
    root, _ = _events(case(*FIRE))
    assert (root.kind, root.when, root.where) == ("burn", "2031-05-02", "Orla")


def test_names_of_events_are_words_of_a_page() -> None:
    told = case(*FIRE)
    root, children = _events(told)
    assert all(any(event.name in one.document.text for one in told.accounts) for event in (root, *children))


def test_a_child_is_told_by_two_documents() -> None:
    told = case(*FIRE)
    _, (arrest,) = _events(told)
    assert (arrest.kind, arrest.when, arrest.where) == ("arrest", "2031-05-03", "Varna")
    held = [one for one in told.resolved() if isinstance(one, Member) and one.group_id == arrest.id]
    assert len(held) == 2


def test_members_of_the_root_are_the_mentions_of_its_act() -> None:
    told = case(*FIRE)
    root, _ = _events(told)
    acts = {mention.id: mention.norm for mention in told.mentions}
    assert {acts[one.item_id] for one in told.resolved() if isinstance(one, Member) and one.group_id == root.id} == {"burn"}


def test_a_case_without_happenings_still_has_an_event_in_words_of_a_page() -> None:
    root, children = _events(case("The mill is old. It stands."))
    assert (root.kind, root.name, root.when, root.where, children) == ("event", "The mill is old.", None, None, [])
