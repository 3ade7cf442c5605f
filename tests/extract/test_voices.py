"""Who is meant: the entity that the page names for "he", "the governor", "the agency", or an honest unnamed voice."""

import pytest
from tests.factory import doc

from rashomon.extract.mentions import mentions_in
from rashomon.extract.reading import read_closely
from rashomon.extract.voices import Speakers
from rashomon.model import Block, Document, Span, Voice


def heard(marked: str, **about: str) -> Voice:
    """The voice of the words marked `who`; those marked `outer` speak around them."""
    planted = doc(marked, **about)
    reading = read_closely(planted.document)
    speakers = Speakers(reading, mentions_in(reading))

    def voice(span: Span, speaker: Voice | None) -> Voice:
        passage = next(passage for passage in reading.passages if passage.block.span.contains(span))
        return speakers.of(passage, [span], speaker)

    outer = [voice(span, None) for span in planted.spans["outer"]]
    return voice(planted.spans["who"][0], outer[0] if outer else None)


def who(marked: str, **about: str) -> str:
    """The name of that voice."""
    return heard(marked, **about).name


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("Governor Edith Marlow met Peter Strand on Monday. [She]who said the bridge was safe.", "Edith Marlow"),
        ("Governor Edith Marlow met Peter Strand on Monday. [He]who said the bridge was not safe.", "Peter Strand"),
        ("Jonas Pell criticised Peter Strand. [He]who said the roof was rotten.", "Jonas Pell"),
        ("Jonas Pell said the roof came down.\n“We ran,” [he]who said.", "Jonas Pell"),
        ("Jonas Pell said it was over. Peter Strand has doubted that. [He]who said nobody had asked.", "Peter Strand"),
        ("Peter Strand left. Jonas Pell, who came late, was angry because [he]who said nobody had called.", "Jonas Pell"),
        ("Jonas Pell spoke first. “Peter Strand is a liar,” [he]who said.", "Jonas Pell"),
        (
            "Jonas Pell spoke first.\n“I was there.\n“Peter Strand was not. Edith Marlow saw it.”\n[He]who said it again later.",
            "Jonas Pell",
        ),
    ],
)
def test_he_and_she_are_who_weighs_most_and_agrees(marked: str, name: str) -> None:
    assert who(marked) == name


def test_a_name_that_tells_no_sex_is_told_by_the_pronouns_after_it() -> None:
    text = "Ruth Marlow spoke. Ainur Bekova said she would stay. Temir Asanov said he agreed. [She]who said no."
    assert who(text) == "Ainur Bekova"


def test_he_is_nobody_where_nobody_is_named() -> None:
    voice = heard("The roof came down. “Run,” [he]who said.")
    assert (voice.kind, voice.name) == ("unnamed", "he")


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("President Ilka Brandt flew home. [The president]who said the talks were over.", "Ilka Brandt"),
        ("Former President Otto Lund met President Ilka Brandt. [The former president]who said it was late.", "Otto Lund"),
        ("Former President Otto Lund met President Ilka Brandt. [The president]who said it was late.", "Ilka Brandt"),
        ("President Ilka Brandt met Vice President Otto Lund. [The vice president]who said it was late.", "Otto Lund"),
        (
            "Kazakh President Otto Lund met Polish President Ilka Brandt. [The Kazakh president]who said it was late.",
            "Otto Lund",
        ),
        ("Peter Strand, the mayor of Hadrin, wept. Jonas Pell watched. [The mayor]who said nobody was hurt.", "Peter Strand"),
        ("Rep. Edith Marlow wrote to Peter Strand. [The lawmaker]who said it was a scandal.", "Edith Marlow"),
        ("Justice Peter Strand read the ruling. Jonas Pell listened. [The judge]who said the files stay closed.", "Peter Strand"),
        ("Peter Strand, 54, lives in Hadrin. Jonas Pell, 31, does not. [The 54-year-old]who said he would stay.", "Peter Strand"),
        ("Jonas Pell and his wife Edith Marlow left. [His wife]who said they would not return.", "Edith Marlow"),
        ("Peter Strand built towers all his life. [The businessman]who said he would sell them.", "Peter Strand"),
    ],
)
def test_a_description_is_whoever_the_page_calls_so(marked: str, name: str) -> None:
    assert who(marked) == name


def test_whom_the_opening_only_describes_the_story_names_later() -> None:
    assert who("[A district judge]who ruled that the files stay closed.\nJudge Peter Strand wrote 40 pages.") == "Peter Strand"


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("The Hadrin Monetary Fund cut its forecast. [The fund]who said growth was slow.", "Hadrin Monetary Fund"),
        ("The Northern Energy Agency met. Peter Strand came. [The agency]who said prices rose.", "Northern Energy Agency"),
        ("The Association of Ferry Pilots is on strike. [The union]who said talks had failed.", "Association of Ferry Pilots"),
        ("The White House was cautious. [It]who said nothing was decided.", "White House"),
        ("Protesters filled the square. [They]who said they would stay.", "Protesters"),
        (
            "The Marlow campaign was short of money. Peter Strand left. [The campaign]who said it would go on.",
            "The Marlow campaign",
        ),
    ],
)
def test_it_they_and_the_agency_are_bodies_and_groups(marked: str, name: str) -> None:
    assert who(marked).removeprefix("the ").removeprefix("The ") == name.removeprefix("The ")


@pytest.mark.parametrize(
    "words",
    [
        "people who were there",
        "a source in Hasaka",
        "officials",
        "the source",
        "Several residents",
        "the man who sold the boat",
        "Police",
        "Article 4 of the charter",
    ],
)
def test_whom_nobody_names_keeps_the_words_that_describe_them(words: str) -> None:
    voice = heard(f"Governor Edith Marlow met Peter Strand of the Hadrin police. [{words}]who said the bridge was safe.")
    assert (voice.kind, voice.name) == ("unnamed", words)


def test_a_bare_surname_is_its_chief_bearer_and_agrees_with_mr_and_mrs() -> None:
    text = "Edith Marlow spoke. Otto Marlow slept. Edith Marlow went on. [{}]who said it was late."
    assert who(text.format("Marlow")) == "Edith Marlow"
    assert who(text.format("Mr. Marlow")) == "Otto Marlow"


def test_of_two_who_speak_together_the_first_leads() -> None:
    assert who("[Jonas Pell and his aides]who said talks had failed.") == "Jonas Pell"
    assert who("Jonas Pell and Edith Marlow came. [They]who said talks had failed.") == "Jonas Pell"


def test_a_title_behind_a_name_that_lost_its_comma_is_no_part_of_it() -> None:
    assert who("[Jonas Pell head of the Hadrin Observatory]who said talks had failed.") == "Jonas Pell"


def test_i_and_we_in_a_quotation_are_whoever_it_is_quoted_from() -> None:
    assert who("“[I]who thought it was over,” [Jonas Pell]outer said.") == "Jonas Pell"
    assert heard("[I]who thought it was over.", author="Ruth Ames").kind == "author"
    assert heard("“[I]who thought it was over.”", author="Ruth Ames").kind == "unnamed"


@pytest.mark.parametrize("words", ["You", "Easier", "The"])
def test_words_that_are_nobody_leave_it_to_whoever_speaks_around_them(words: str) -> None:
    assert heard(f"[{words}]who said than done, is what they call it.", outlet="The Herald").kind == "outlet"


def test_officially_is_the_officials_of_the_page() -> None:
    assert who("Officials met. [Officially]who, three people died.") == "Officials"


def test_what_a_post_quotes_from_nobody_knows_whom_is_not_its_posters() -> None:
    text = "Nobody was hurt.\nThat is false."
    blocks = (
        Block(Span(0, 16), "quoted_post", "chars 0-16", post="7"),
        Block(Span(17, 31), "post", "chars 17-31", author="Temir", post="7"),
    )
    reading = read_closely(Document.of(capture_id="cap1-test", name="thread", text=text, uri="thread", blocks=blocks))
    speakers = Speakers(reading, [])
    quoted, own = (speakers.page(passage) for passage in reading.passages)
    assert (quoted.kind, own.kind, own.name) == ("poster", "poster", "Temir")
    assert quoted.name not in ("Temir", "7")


def test_an_article_alone_behind_its_noun_is_no_source_that_was_cut_short() -> None:
    assert heard("Fire in town [an]who, says Dunn.").kind in ("unnamed", "outlet", "author")
