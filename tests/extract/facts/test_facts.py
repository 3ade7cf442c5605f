"""Laws of facts, whatever their kind."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factory import doc

from rashomon.extract.documents import extract_one
from rashomon.model import Fact, Statement

SENTENCES = (
    "At least 31 people were killed and dozens wounded when a truck bomb exploded near the station on Tuesday.",
    "The minister said that armed bandits had killed nine officers, but this is not true.",
    "“We did not attack the hospital,” Anna Berg told reporters.",
    "No one claimed responsibility for the attack, which the army blamed on rebels.",
    "Norland is sending 3,000 soldiers to the island, Estria some 500, and Marisia 70.",
    "According to the mayor, the fire was caused by a gas leak; the bridge remains closed.",
    "Thirty killed in valley blast",
    "The deputy said: “The president says that these are terrorists, but this is false.”",
    "A 4-year-old boy, who was taken to hospital, is in critical condition.",
    "They condemned the strike as a crime.",
)


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5))
@settings(max_examples=15)
def test_every_fact_stands_in_its_statement_and_its_words_in_the_fact(sentences: list[str]) -> None:
    document = doc(" ".join(sentences)).document
    records = extract_one(document)
    statements = {record.id: record for record in records if isinstance(record, Statement)}
    facts = [record for record in records if isinstance(record, Fact)]
    assert facts
    for fact in facts:
        assert any(span.contains(fact.span) for span in statements[fact.statement_id].content), fact
        assert fact.value in fact.span.of(document.text), fact
        assert fact.low is None or fact.high is None or fact.low <= fact.high
    assert len({fact.id for fact in facts}) == len(facts)
    assert facts == sorted(facts, key=lambda fact: (fact.span, fact.id))


def test_a_long_sentence_is_cut_down_to_what_tells_the_fact() -> None:
    text = (
        "Officials of the northern province, who had arrived in the valley early after a long drive over the pass, "
        "saw that nine people had been killed in the flood, while the road to the south, which the army had closed, stayed shut "
        "for the rest of the week because of the mud and the stones that lay on it."
    )
    (count,) = [record for record in extract_one(doc(text).document) if isinstance(record, Fact) and record.value == "nine"]
    words = count.span.of(text).split()
    assert "killed" in words
    assert len(words) <= 30


def test_where_and_when_it_was_said_is_not_where_and_when_it_was() -> None:
    said = "The mayor told reporters in Berlin on Friday that nine people had been killed."
    done = "The mayor told reporters that nine people had been killed in Berlin on Friday."
    (one,), (other,) = (
        [
            record
            for record in extract_one(doc(text, published_at="2031-05-05").document)
            if isinstance(record, Fact) and record.value == "nine"
        ]
        for text in (said, done)
    )
    assert (one.where, one.when) == (None, None)
    assert (other.where, other.when) == ("Berlin", "2031-05-02")


def test_whoever_did_it_and_whence_they_came_is_not_where_it_was() -> None:
    places = {
        "Nine people were killed in Berlin.": "Berlin",
        "Nine people from Berlin were killed.": None,
        "Nine people were killed by Norway.": None,
        "Nine people were killed 40 miles south of Berlin.": None,
        "Nine people were killed on the outskirts of Berlin.": "Berlin",
    }
    found = {}
    for text in places:
        records = [record for record in extract_one(doc(text).document) if isinstance(record, Fact)]
        found[text] = next(fact.where for fact in records if fact.value == "Nine")
    assert found == places


def test_what_only_says_whom_a_denial_means_is_not_denied() -> None:
    text = "The minister denied that Norlanders were among those killed in the attack."
    told = [record for record in extract_one(doc(text).document) if isinstance(record, Fact) and record.kind == "happened"]
    assert {(fact.about, fact.polarity) for fact in told} == {("kill", "affirmed"), ("attack", "affirmed")}
