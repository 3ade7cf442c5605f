"""A case made ready for its pages: every part is made once, when a page first asks for it."""

from functools import cached_property
from pathlib import Path

from rashomon.views.case import load
from rashomon.views.documents import Disputed, DocumentView, disputed, document_view
from rashomon.views.overview import Overview, overview
from rashomon.views.points import PointView
from rashomon.views.records import Records
from rashomon.views.runs import RunView, run_view
from rashomon.views.speakers import Witness, witness
from rashomon.views.timeline import figures
from rashomon.views.voices import VoiceView, voice_views
from rashomon.web.charts import Chart, figures_chart, timeline_chart


class Edition:
    """The views of one case, for the report and the server alike."""

    def __init__(self, records: Records) -> None:
        self.records = records

    @classmethod
    def of(cls, case: Path) -> "Edition":
        """The case in a folder.

        Raises CaseError where there is none, or where it was made by a newer version.
        """
        return cls(Records(load(case), case.resolve().name))

    @cached_property
    def witnesses(self) -> tuple[Witness, ...]:
        """The accounts, in the order of their sigla."""
        return tuple(witness(self.records, document) for document in self.records.documents.values())

    @cached_property
    def overview(self) -> Overview:
        """The case at a glance."""
        return overview(self.records)

    @cached_property
    def timeline(self) -> Chart | None:
        """The line of dates, over the points that are not simply agreed."""
        return timeline_chart(self.overview.timeline, self.overview.open)

    @cached_property
    def points(self) -> dict[str, PointView]:
        """The points by id, as the pages turn: those at issue first."""
        return {point.id: point for point in (*self.overview.open, *self.overview.agreed)}

    def chart(self, point: PointView) -> Chart | None:
        """The figures of a quantity over time, where there are enough to draw."""
        return figures_chart(figures(self.records, point))

    @cached_property
    def voices(self) -> tuple[VoiceView, ...]:
        """Who speaks."""
        return voice_views(self.records)

    @cached_property
    def run(self) -> RunView:
        """How the case was made."""
        return run_view(self.records)

    def document(self, doc_id: str) -> DocumentView | None:
        """One account, to be read; None if there is none of that id."""
        document = self.records.documents.get(doc_id)
        return None if document is None else document_view(self.records, document, self._at_issue.get(doc_id, ()))

    @cached_property
    def _at_issue(self) -> dict[str, list[Disputed]]:
        return disputed(self.records)
