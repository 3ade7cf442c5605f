"""What the net found together with what only the rules see, on findings made by hand.

Spans are planted under `n1source`, `n1cue`, `n1content` (the net's first find) and `r1source` … (the rules' first); quotations
under `quotation`.
"""

from dataclasses import replace

import pytest
from tests.factory import Planted, doc

from rashomon.extract.attributions import Attribution
from rashomon.extract.together import together

SCORE = 0.8


def found_in(planted: Planted, label: str, by: str, verb: str = "") -> Attribution:
    source, cue, content = (tuple(sorted(planted.spans[label + role])) for role in ("source", "cue", "content"))
    return Attribution(source, cue, content, by, SCORE, verb)


def net(planted: Planted) -> list[Attribution]:
    return [found_in(planted, label, "net") for label in ("n1", "n2") if planted.spans[f"{label}content"]]


def put_together(marked: str, *, by: str = "clause", verb: str = "say") -> tuple[Planted, list[Attribution]]:
    planted = doc(marked)
    rules = [found_in(planted, "r1", by, verb)] if planted.spans["r1content"] else []
    return planted, together(planted.document.text, net(planted), rules, planted.spans["quotation"])


def told(marked: str, *, by: str = "clause", verb: str = "say") -> list[tuple[str, str, list[str]]]:
    """(who found it, its source, its content) of each, in reading order of the cues; of a cut, no stray signs are looked at."""
    planted, all_ = put_together(marked, by=by, verb=verb)
    text = planted.document.text
    return [(one.by, " ".join(span.of(text) for span in one.source), pieces(text, one)) for one in all_]


def pieces(text: str, one: Attribution) -> list[str]:
    return [span.of(text).strip(" ,") for span in one.content if any(char.isalnum() for char in span.of(text))]


CHAIN = "[Ilka Brandt]n1source [said]n1cue [that [{}]r1source [{}]r1cue [the road was closed]r1content]n1content."


@pytest.mark.parametrize(("cue", "verb"), [("claimed", "claim"), ("said", "say"), ("told her", "tell"), ("denied", "deny")])
def test_a_chain_is_kept_inside_what_another_says(cue: str, verb: str) -> None:
    outer, inner = told(CHAIN.format("the police", cue), verb=verb)
    assert outer == ("net", "Ilka Brandt", [f"that the police {cue} the road was closed"])
    assert inner == ("clause", "the police", ["the road was closed"])


@pytest.mark.parametrize("verb", ["think", "hope", "believe", "know", "show"])
def test_a_chain_is_told_by_plain_words_of_saying(verb: str) -> None:
    assert [by for by, *_ in told(CHAIN.format("the police", f"{verb}s"), verb=verb)] == ["net"]


@pytest.mark.parametrize("source", ["I", "we", "you", "It", "who", "people"])
def test_nobody_in_particular_makes_no_chain(source: str) -> None:
    assert [by for by, *_ in told(CHAIN.format(source, "said"))] == ["net"]


def test_a_chain_without_a_source_is_none() -> None:
    marked = "[Ilka Brandt]n1source [said]n1cue [it was [said]r1cue [the road was closed]r1content]n1content."
    assert [by for by, *_ in told(marked)] == ["net"]


def test_according_to_makes_a_chain_without_a_verb() -> None:
    marked = "[Brandt]n1source [said]n1cue [[nobody was hurt]r1content, [according to]r1cue [the police]r1source]n1content."
    assert [by for by, *_ in told(marked, by="according", verb="")] == ["net", "according"]


def test_what_lies_only_partly_inside_is_no_chain() -> None:
    marked = "[Brandt]n1source [said]n1cue [the police [claimed]r1cue [the road]n1content was closed]r1content."
    assert [by for by, *_ in told(marked.replace("the police", "[the police]r1source"))] == ["net"]


def test_a_quotation_begun_is_made_whole() -> None:
    (one,) = told("[Jonas Pell]n1source [said]n1cue: [[“We heard the siren at]n1content night and ran.”]quotation")
    assert one == ("net", "Jonas Pell", ["“We heard the siren at night and ran.”"])


def test_a_quotation_of_which_little_was_heard_is_left() -> None:
    (one,) = told("[Jonas Pell]n1source [said]n1cue: [“[We]n1content heard the siren at night and we all ran.”]quotation")
    assert one == ("net", "Jonas Pell", ["We"])


def test_what_another_says_inside_a_quotation_stays_the_others() -> None:
    first, second = told(
        "[Jonas Pell]n1source [said]n1cue [“[We heard the siren and ran up the]n1content hill. "
        "[The guard]n2source [told]n2cue us [to go home]n2content.”]quotation"
    )
    assert first == ("net", "Jonas Pell", ["“We heard the siren and ran up the hill. The guard told us"])
    assert second == ("net", "The guard", ["to go home"])


def test_a_quotation_does_not_take_in_its_own_source_and_cue() -> None:
    ((_, source, content),) = told(
        "[“[We heard the siren at night]n1content, [said]n1cue [Jonas Pell]n1source, and then the water came.]quotation"
    )
    assert source == "Jonas Pell"
    assert content == ["“We heard the siren at night", "and then the water came."]


def test_a_quotation_of_two_paragraphs_stays_a_span_in_each() -> None:
    marked = (
        "[Jonas Pell]n1source [said]n1cue: [[“We heard the siren at night.]n1content]quotation\n"
        "[[“Then the water came]n1content up the stairs.”]quotation"
    )
    ((_, _, content),) = told(marked)
    assert content == ["“We heard the siren at night.", "“Then the water came up the stairs.”"]


SPLIT = (
    "[[“We heard the siren,”]n1content]quotation [Jonas Pell]n1source [[said]n1cue]r1cue, "
    "[[“and then the water came.”]r1content]quotation"
)


def test_an_unheard_quotation_of_the_same_cue_is_added() -> None:
    assert told(SPLIT, by="quoted") == [("net", "Jonas Pell", ["“We heard the siren,”", "“and then the water came.”"])]


def test_words_outside_quotation_marks_are_not_added_to_what_the_net_heard() -> None:
    marked = "[Jonas Pell]n1source [[said]n1cue]r1cue [the siren was silent]n1content [and the pumps failed]r1content."
    assert told(marked) == [("net", "Jonas Pell", ["the siren was silent"])]


def test_a_quotation_that_another_has_is_not_added() -> None:
    marked = SPLIT.replace("[“and then the water came.”]r1content", "[[“and then the water came.”]n2content]r1content")
    first, second = told(marked + " [added]n2cue [Ilka Brandt]n2source", by="quoted")
    assert first == ("net", "Jonas Pell", ["“We heard the siren,”"])
    assert second == ("net", "Ilka Brandt", ["“and then the water came.”"])


ANSWER = (
    "[The guards]n1source [told]n1cue them, [[“Go home, all of you,”]quotation to which [the drivers]r1source "
    "[replied]r1cue, [[“This is our home.”]quotation]r1content]n1content"
)


def test_an_answer_by_another_speaker_is_taken_from_the_nets_find() -> None:
    assert told(ANSWER, by="quoted", verb="reply") == [
        ("net", "The guards", ["“Go home, all of you,”"]),
        ("quoted", "the drivers", ["“This is our home.”"]),
    ]


def test_a_quotation_inside_a_quotation_is_no_answer() -> None:
    marked = (
        "[[“[The guards]r1source [told]r1cue us, [‘Go home’]r1content, and we went,”]n1content]quotation "
        "[said]n1cue [Jonas Pell]n1source."
    )
    outer, inner = sorted(told(marked, by="quoted", verb="tell"), key=lambda one: one[0])
    assert outer == ("net", "Jonas Pell", ["“The guards told us, ‘Go home’, and we went,”"])
    assert inner == ("quoted", "The guards", ["‘Go home’"])


def test_a_missing_source_is_filled_from_the_rule() -> None:
    marked = "[Jonas Pell]r1source [[said]n1cue]r1cue [[the siren was silent]r1content]n1content."
    assert told(marked) == [("net", "Jonas Pell", ["the siren was silent"])]


def test_a_rules_source_that_the_net_heard_as_content_is_not_taken() -> None:
    marked = "[[The siren]r1source was silent]n1content, [it is [said]r1cue]n1cue [at night]r1content."
    assert told(marked) == [("net", "", ["The siren was silent"])]


def test_the_nets_own_source_stands() -> None:
    marked = "[Mayor [Jonas Pell]r1source]n1source [[said]n1cue]r1cue [[the siren was silent]r1content]n1content."
    assert told(marked) == [("net", "Mayor Jonas Pell", ["the siren was silent"])]


def test_what_a_rule_found_too_tells_something() -> None:
    planted = doc("[Brandt]n1source [[denied]n1cue]r1cue [[the theft]n1content]r1content.")
    text = planted.document.text
    (bare,) = [replace(one, tells=False) for one in net(planted)]
    assert [one.tells for one in together(text, [bare], [], [])] == [False]
    assert [one.tells for one in together(text, [bare], [found_in(planted, "r1", "object", "deny")], [])] == [True]


UNHEARD = "[[The mayor]n1source [said]n1cue [no]n1content. ]x[Jonas Pell]r1source [said]r1cue [the siren was silent]r1content."


@pytest.mark.parametrize(
    ("by", "verb"),
    [("quoted", "smile"), ("according", ""), ("officially", ""), ("headline", ""), ("clause", "say"), ("clause", "insist")],
)
def test_a_rule_that_stands_by_itself_is_kept_where_the_net_heard_nothing(by: str, verb: str) -> None:
    assert told(UNHEARD, by=by, verb=verb) == [
        ("net", "The mayor", ["no"]),
        (by, "Jonas Pell", ["the siren was silent"]),
    ]


@pytest.mark.parametrize(("by", "verb"), [("clause", "think"), ("object", "say"), ("prep:of", "accuse")])
def test_any_other_rule_is_not(by: str, verb: str) -> None:
    assert [who for who, *_ in told(UNHEARD, by=by, verb=verb)] == ["net"]


@pytest.mark.parametrize("by", ["according", "officially", "headline", "clause"])
def test_no_rule_is_kept_where_the_net_heard_another(by: str) -> None:
    marked = "[Jonas Pell]n1source [said]n1cue [the siren]n1content [[was silent]r1content]n1content, [police]r1source [say]r1cue"
    assert [who for who, *_ in told(marked, by=by)] == ["net"]


def test_cues_come_in_reading_order() -> None:
    marked = "[Pell]r1source [said]r1cue [it rained]r1content. [[Brandt]n1source [said]n1cue [it snowed]n1content]x."
    assert [source for _, source, _ in told(marked)] == ["Pell", "Brandt"]


def test_nothing_found_is_nothing() -> None:
    assert together("It rained.", [], [], []) == []


def test_more_that_the_same_speaker_says_is_a_statement_of_its_own() -> None:
    marked = (
        "[[The army]n1source]r1source [said]n1cue [the road was open but [denied]r1cue [that it had shelled the market]r1content]"
        "n1content."
    )
    assert told(marked, verb="deny") == [
        ("net", "The army", ["the road was open"]),
        ("clause", "The army", ["that it had shelled the market"]),
    ]


def test_a_sentence_after_a_finished_quotation_is_the_pages() -> None:
    marked = "[Jonas Pell]n1source [said]n1cue: [[“We heard the siren.”]quotation It rained all day]n1content."
    assert told(marked) == [("net", "Jonas Pell", ["“We heard the siren.”"])]


def test_what_goes_on_after_an_unfinished_quotation_stays() -> None:
    marked = "[Jonas Pell]n1source [said]n1cue [it was [“no accident”]quotation and blamed Harbour Watch]n1content."
    assert told(marked) == [("net", "Jonas Pell", ["it was “no accident” and blamed Harbour Watch"])]
