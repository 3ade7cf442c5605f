"""A case made ready for its pages: what many pages show is made once, when a page first asks for it; the rest for each page."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path

from rashomon.model import Judgement
from rashomon.store.case import Case
from rashomon.store.judgements import in_force
from rashomon.views.copies import Copy, Family, copies, families, pairs
from rashomon.views.documents import DocumentView, document_view, part_of
from rashomon.views.entities import EntityLine, EntityView, entity_lines, entity_view
from rashomon.views.judged import Word, words_about, words_of
from rashomon.views.overview import Overview, overview
from rashomon.views.parallel import ParallelView, parallel
from rashomon.views.places import Places, places
from rashomon.views.points import PointLine, PointView, open_ids, point_ids, point_lines, point_view
from rashomon.views.records import Records, Witness
from rashomon.views.runs import RunView, run_view
from rashomon.views.speakers import witness
from rashomon.views.timeline import Timeline, figures, timeline
from rashomon.views.voices import VoiceLine, VoiceView, voice_lines, voice_view
from rashomon.web.addresses import Addresses
from rashomon.web.charts import Lines, timeline_lines
from rashomon.web.drawings import Chart
from rashomon.web.figures import figures_chart
from rashomon.web.maps import places_map
from rashomon.web.repeats import copies_chart


class Edition:
    """The views of one case, for the report and the server alike."""

    def __init__(self, records: Records) -> None:
        self.records = records
        self.since: tuple[Word, ...] = ()  # what people said that is not in these pages yet

    @classmethod
    def of(cls, case: Path) -> "Edition":
        """The case in a folder.

        Raises CaseError where there is none, or where it was made by a newer version.
        """
        return cls(Records(Case.open(case).shelf, case.resolve().name))

    def hear(self, judged: Sequence[Judgement]) -> None:
        """Has every page say what of all this is not worked into it yet: a word on two names of a big case takes a while."""
        known = {(one.id, one.retracted_at) for one in self.records.judgements}
        news = [one for one in judged if (one.id, one.retracted_at) not in known]
        self.since = words_of(self.records, news, [one.id for one in in_force(judged)])

    def make_ready(self) -> None:
        """Makes what takes longest of all that many pages show: a second or two on a big case."""
        _ = self.copied_pairs, self.copies_chart, self.voices, self.entities, self.timeline_lines

    @cached_property
    def witnesses(self) -> tuple[Witness, ...]:
        """The accounts, in the order of their sigla."""
        return tuple(witness(self.records, head) for head in self.records.heads.values())

    @cached_property
    def overview(self) -> Overview:
        """The case at a glance."""
        return overview(self.records)

    @cached_property
    def timeline(self) -> Timeline:
        """What appeared and what was said, day by day."""
        return timeline(self.records)

    @cached_property
    def timeline_lines(self) -> Lines | None:
        """What the line of dates shows, over the points that are not simply agreed; None where there is none."""
        return timeline_lines(self.timeline)

    @cached_property
    def places(self) -> Places:
        """The places that the accounts name."""
        return places(self.records)

    @cached_property
    def map(self) -> Chart | None:
        """The places, for the pages of a server."""
        return places_map(self.places, Addresses(frozen=False))

    @cached_property
    def copies(self) -> tuple[Copy, ...]:
        """Who repeats whom."""
        return copies(self.records)

    @cached_property
    def copied_pairs(self) -> tuple[tuple[Copy, ...], ...]:
        """The same, all that two accounts have in common together."""
        return pairs(self.copies)

    @cached_property
    def copies_chart(self) -> Chart | None:
        """The same as a drawing, for the pages of a server."""
        return copies_chart(self.copies, Addresses(frozen=False))

    @cached_property
    def families(self) -> tuple[Family, ...]:
        """Which accounts hang together by what they copy."""
        return families(self.copies)

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The points' ids, as the pages turn: those at issue first."""
        return (*open_ids(self.records), *point_ids(self.records, relation="agree"))

    @cached_property
    def turns(self) -> dict[str, int]:
        """The place of each point in that order."""
        return {key: place for place, key in enumerate(self.order)}

    @cached_property
    def voices(self) -> tuple[VoiceLine, ...]:
        """Who speaks."""
        return voice_lines(self.records)

    @cached_property
    def entities(self) -> tuple[EntityLine, ...]:
        """Who and what is named."""
        return entity_lines(self.records)

    @cached_property
    def run(self) -> RunView:
        """How the case was made."""
        return run_view(self.records)

    def points(self, relation: str | None, kind: str | None) -> list[str]:
        """The ids of the points of one relation and kind, those at issue first."""
        return self._sorted_out.get((relation, kind), [])

    @cached_property
    def _sorted_out(self) -> dict[tuple[str | None, str | None], list[str]]:
        told = {key: each for key, *each in self.records.shelf.cells("points", "id", "relation", "kind")}
        found: dict[tuple[str | None, str | None], list[str]] = defaultdict(list)
        for key in self.order:
            relation, kind = told[key]
            for wanted in ((None, None), (relation, None), (None, kind), (relation, kind)):
                found[wanted].append(key)
        return dict(found)

    def lines(self, point_ids: Iterable[str]) -> tuple[PointLine, ...]:
        """Points as lines of a list."""
        return point_lines(self.records, point_ids)

    def point(self, point_id: str) -> PointView | None:
        """One point with all its words; None if there is none of that id."""
        point = self.records.points.get(point_id)
        return None if point is None else point_view(self.records, point)

    def words_about(self, point_id: str) -> tuple[Word, ...]:
        """What people said of a point, of its answers, and of the statements that give them."""
        positions = [position.id for position in self.records.positions_of[point_id]]
        facts = [fact for position in positions for fact in self.records.facts_of[position]]
        return words_about(self.records, facts, point_id, *positions)

    def chart(self, point: PointView, at: Addresses) -> Chart | None:
        """The figures of a quantity over time, where there are enough to draw."""
        return figures_chart(figures(self.records, point), point.id, at)

    def document(self, doc_id: str, part: int | None = None) -> DocumentView | None:
        """One account, to be read, whole or in parts; None if there is none of that id."""
        document = self.records.documents.get(doc_id)
        return None if document is None else document_view(self.records, document, part)

    def part_of(self, doc_id: str, place: int) -> int:
        """In which part of a document this code point stands."""
        return part_of(self.records.documents[doc_id], place)

    def voice(self, key: str, page: slice, courses: slice = slice(None)) -> VoiceView | None:
        """One speaker; None if nobody of that id speaks."""
        return voice_view(self.records, key, page, courses)

    def entity(self, entity_id: str, page: slice) -> EntityView | None:
        """Who or what is named; None if there is none of that id."""
        entity = self.records.entities.get(entity_id)
        return None if entity is None else entity_view(self.records, entity, page)

    def parallel(self, doc_ids: tuple[str, ...]) -> ParallelView:
        """Accounts side by side."""
        return parallel(self.records, doc_ids)
