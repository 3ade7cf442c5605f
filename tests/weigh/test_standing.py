"""Standings: voices are counted, not articles, and every fold has its reason."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from rashomon.model import Block, Document, Fact, Link, Member, Position, Reason, Span, Standing, Statement, Voice
from rashomon.model.said import VoiceKind
from rashomon.weigh.standing import standings

TEXT = "The fire killed nine people, the mayor said on Monday."
WHOLE = Span(0, len(TEXT))
POSITION = Position("pos", "poi", "nine people")


class Case:
    """One position and who holds it, built up voice by voice."""

    def __init__(self) -> None:
        self.documents: dict[str, Document] = {}
        self.voices: list[Voice] = []
        self.statements: list[Statement] = []
        self.facts: list[Fact] = []
        self.members: list[Member] = []
        self.links: list[Link] = []

    def says(
        self,
        page: str,
        name: str,
        kind: VoiceKind = "named",
        *,
        at: str | None = None,
        entity: str | None = None,
        through: str | None = None,
    ) -> None:
        block = Block(WHOLE, "para", "chars")
        made = Document.of(capture_id="cap", name=page, text=TEXT, uri=page, blocks=(block,), outlet=page, published_at=at)
        document = self.documents.setdefault(page, made)
        place = len(self.voices)
        span = None if kind in ("author", "outlet", "poster") else Span(place, place + 1)
        voice = Voice.of(document.id, kind, name, span)
        outer = None
        if through:
            teller = Voice.of(document.id, "named", through, Span(place + 20, place + 21))
            outer = Statement.of(doc_id=document.id, voice_id=teller.id, content=(WHOLE,), mode="reported", by="test")
            self.voices.append(teller)
            self.statements.append(outer)
        statement = Statement.of(
            doc_id=document.id,
            voice_id=voice.id,
            content=(WHOLE,),
            mode="reported",
            nested_in=outer.id if outer else None,
            by="test",
        )
        fact = Fact.of(
            doc_id=document.id, statement_id=statement.id, kind="quantity", about="kill", value="nine people", span=Span(0, 27)
        )
        self.voices.append(voice)
        self.statements.append(statement)
        self.facts.append(fact)
        if entity:
            self.members.append(Member(entity, voice.id, 1.0, (), "test"))

    def entities(self, name: str, entity: str) -> None:
        """Every voice of this name is this entity."""
        self.members += [Member(entity, voice.id, 1.0, (), "test") for voice in self.voices if voice.name == name]

    def copies(
        self,
        left: str,
        right: str,
        *,
        run: Span | None = WHOLE,
        kind: str = "same-text",
        origin: str = "unknown",
        by: str = "test",
    ) -> None:
        one, other = self.documents[left].id, self.documents[right].id
        reasons = (Reason("words the same", 1.0, run, run),)
        self.links.append(Link.of(one, other, "copies", by=by, score=1.0, reasons=reasons, subtype=kind, origin=origin))

    def standing(self) -> Standing:
        answers = [Member("pos", fact.id, 1.0, (), "test") for fact in self.facts]
        (found,) = standings(
            [POSITION], answers, self.facts, self.statements, self.voices, list(self.documents.values()), self.members, self.links
        )
        return found

    def range(self) -> tuple[int, int, int]:
        found = self.standing()
        return found.voices, found.independent_low, found.independent_high


def test_two_pages_with_nothing_in_common_are_two() -> None:
    case = Case()
    case.says("Herald", "Herald", "outlet", at="2031-05-02")
    case.says("Gazette", "Gazette", "outlet", at="2031-05-01T08:00")
    assert case.range() == (2, 2, 2)
    assert case.standing().documents == 2
    assert case.standing().first_at == "2031-05-01T08:00"
    assert case.standing().reasons == ()


def test_forty_pages_that_carry_one_text_are_one_voice_with_a_reason_for_each_fold() -> None:
    case = Case()
    for number in range(40):
        case.says(f"page{number}", f"page{number}", "outlet")
    for number in range(39):
        case.copies(f"page{number}", f"page{number + 1}")
    found = case.standing()
    assert (found.voices, found.independent_low, found.independent_high) == (40, 1, 1)
    assert len(found.reasons) == 39
    assert found.reasons[0].feature == "same words: page0 ~ page1"
    assert found.reasons[0].left == WHOLE


def test_other_shared_text_is_only_probable() -> None:
    case = Case()
    case.says("Herald", "Herald", "outlet")
    case.says("Gazette", "Gazette", "outlet")
    case.copies("Herald", "Gazette", run=Span(40, 54))
    assert case.range() == (2, 1, 2)
    assert [reason.feature for reason in case.standing().reasons] == ["same text: Herald ~ Gazette"]


def test_pages_that_share_a_quotation_or_one_thing_from_an_agency_are_not_by_that_of_one_origin_elsewhere() -> None:
    for kind in ("same-quote", "same-agency"):
        case = Case()
        case.says("Herald", "Herald", "outlet")
        case.says("Gazette", "Gazette", "outlet")
        case.copies("Herald", "Gazette", run=Span(40, 54), kind=kind)
        assert case.range() == (2, 2, 2)


def test_two_pages_that_have_it_from_one_agency_are_proven_one_voice_and_the_reason_names_it() -> None:
    case = Case()
    case.says("Herald", "Herald", "outlet")
    case.says("Gazette", "Gazette", "outlet")
    case.copies("Herald", "Gazette", kind="same-agency", origin="SOHR")
    assert case.range() == (2, 1, 1)
    assert [reason.feature for reason in case.standing().reasons] == ["both from SOHR: Herald ~ Gazette"]


def test_two_pages_that_cite_one_monitor_are_one_voice_and_a_reporter_on_the_spot_is_another() -> None:
    case = Case()
    case.says("Herald", "the Observatory", entity="ent-monitor")
    case.says("Gazette", "the Observatory", entity="ent-monitor")
    case.says("Courier", "our reporter in Lys", "unnamed")
    assert case.range() == (2, 2, 2)


def test_a_passage_copied_from_a_page_that_does_not_hold_the_position_is_one_voice_all_the_same() -> None:
    case = Case()
    case.says("Herald", "Herald", "outlet")
    case.says("Gazette", "Gazette", "outlet")
    case.says("Wire", "Wire", "outlet")
    wire = case.facts.pop()
    case.copies("Wire", "Herald")
    case.copies("Wire", "Gazette")
    assert wire.doc_id not in {fact.doc_id for fact in case.facts}
    assert case.range() == (2, 1, 1)
    assert [reason.feature for reason in case.standing().reasons] == ["same words as a third account: Herald ~ Gazette"]


def test_other_passages_of_a_third_page_tie_nobody() -> None:
    case = Case()
    case.says("Herald", "Herald", "outlet")
    case.says("Gazette", "Gazette", "outlet")
    case.says("Wire", "Wire", "outlet")
    case.facts.pop()
    case.copies("Wire", "Herald")
    case.copies("Wire", "Gazette", run=Span(40, 54))
    assert case.range() == (2, 2, 2)


def test_who_tells_as_its_own_what_it_has_from_another_is_probably_that_other() -> None:
    case = Case()
    case.says("Herald", "the mayor", entity="ent-mayor", through="AFP")
    case.says("Gazette", "AFP")
    case.entities("AFP", "ent-afp")
    assert case.range() == (2, 1, 2)
    assert case.standing().reasons[0].feature.startswith("told through: ")


def test_a_person_who_says_that_two_pages_have_one_source_proves_it() -> None:
    case = Case()
    case.says("Herald", "Herald", "outlet")
    case.says("Gazette", "Gazette", "outlet")
    case.copies("Herald", "Gazette", run=Span(40, 54), by="judgement")
    assert case.range() == (2, 1, 1)


def test_one_person_on_many_pages_is_one_voice() -> None:
    case = Case()
    case.says("Herald", "Mayor Ilka Brandt", entity="ent")
    case.says("Gazette", "Brandt", entity="ent")
    assert case.range() == (1, 1, 1)


def test_namesakes_that_nobody_resolved_fold_for_certain_only_with_a_full_name() -> None:
    full, short = Case(), Case()
    for page in ("Herald", "Gazette"):
        full.says(page, "Ilka Brandt")
        short.says(page, "officials", "unnamed")
    assert full.range() == (2, 1, 1)
    assert short.range() == (2, 1, 2)


def test_a_page_that_repeats_its_source_adds_none_to_it() -> None:
    case = Case()
    case.says("Herald", "Ilka Brandt")
    case.says("Herald", "Herald", "outlet")
    assert case.range() == (2, 1, 2)


def test_a_page_with_two_sources_does_not_make_them_one() -> None:
    case = Case()
    case.says("Herald", "Ilka Brandt")
    case.says("Herald", "Tomas Vey")
    case.says("Herald", "Herald", "outlet")
    assert case.range() == (3, 2, 3)


def test_two_people_told_in_one_carried_text_stay_two() -> None:
    case = Case()
    case.says("Herald", "Ilka Brandt")
    case.says("Gazette", "Tomas Vey")
    case.copies("Herald", "Gazette", run=Span(40, 54))
    assert case.range() == (2, 2, 2)


def test_in_a_thread_the_post_gives_the_time() -> None:
    case = Case()
    case.says("Thread", "anna", "poster", at="2031-05-09")
    document = case.documents["Thread"]
    block = replace(document.blocks[0], posted_at="2031-05-03T10:00")
    case.documents["Thread"] = replace(document, blocks=(block,))
    assert case.standing().first_at == "2031-05-03T10:00"


def test_a_position_that_no_fact_answers_has_no_standing() -> None:
    assert standings([POSITION], [], [], [], [], [], [], []) == []


names = st.sampled_from(["Ilka Brandt", "Tomas Vey", "officials", "police"])
pages = st.integers(0, 4)
kinds = st.sampled_from(["named", "unnamed", "outlet"])


@given(
    st.lists(st.tuples(pages, names, kinds, st.sampled_from([None, "e1", "e2"])), min_size=1, max_size=9),
    st.lists(st.tuples(pages, pages, st.sampled_from([WHOLE, Span(40, 54)])), max_size=6),
)
def test_one_is_at_most_low_is_at_most_high_is_at_most_voices(
    sayings: list[tuple[int, str, VoiceKind, str | None]], copied: list[tuple[int, int, Span]]
) -> None:
    case = Case()
    for page, name, kind, entity in sayings:
        case.says(f"page{page}", f"page{page}" if kind == "outlet" else name, kind, entity=None if kind == "outlet" else entity)
    for left, right, run in copied:
        if {f"page{left}", f"page{right}"} <= case.documents.keys():
            case.copies(f"page{left}", f"page{right}", run=run)
    found = case.standing()
    assert 1 <= found.independent_low <= found.independent_high <= found.voices
    assert found.documents <= len(case.documents)
    assert len(found.reasons) == found.voices - found.independent_low
