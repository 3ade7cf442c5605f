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


def test_the_case_s_own_event_always_has_members() -> None:
    told = case(
        "A [burn]happening. It was posted on [2031-05-02]time.", "The [burn]happening of [2031-06-09]time in [Orla]place."
    )
    root, _ = _events(told)
    assert [one for one in told.resolved() if isinstance(one, Member) and one.group_id == root.id]


def test_an_earlier_act_of_its_kind_is_none_of_its_members() -> None:
    told = case(
        "A mill [burn]happening in [Orla]place on [2031-05-02]time. Another [burn]happening was in [Varna]place in [2019]time.",
        "The [burn]happening of [2031-05-02]time in [Orla]place. Like the [burn]happening of [2019]time in [Varna]place.",
    )
    root, children = _events(told)
    sizes = {one.id: sum(isinstance(m, Member) and m.group_id == one.id for m in told.resolved()) for one in (root, *children)}
    assert root.when == "2031-05-02"
    assert sizes[root.id] == 2
    assert [(one.when, one.where, sizes[one.id]) for one in children] == [("2019", "Varna", 2)]


def test_what_is_only_possible_says_so() -> None:
    told = case(
        "In [Orla]place the dockers [protest]happening. They may [burn]happening the mill.",
        "Dockers [protest]happening in [Orla]place. They may [burn]happening the mill.",
    )
    reasons = {one.item_id: {reason.feature for reason in one.reasons} for one in told.resolved() if isinstance(one, Member)}
    acts = {mention.id: mention.norm for mention in told.mentions}
    assert {acts[item] for item, found in reasons.items() if "told as possible" in found} == {"burn"}


def test_no_two_events_have_one_id() -> None:
    ids = [one.id for one in case(*FIRE, *FIRE).resolved() if isinstance(one, Event)]
    assert len(ids) == len(set(ids))
