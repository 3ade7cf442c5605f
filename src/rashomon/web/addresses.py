"""Where each thing stands: inside one frozen file, or on the pages of a server."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Addresses:
    """Links between the parts. In a frozen file every one of them is a place in the same file.

    On a server each is an address that can be mailed: it names ids, which stay the same as long as the captures do, and
    `at` says which words it is about, so that a long page opens at the part where they stand.
    """

    frozen: bool
    present: frozenset[str] | None = None  # the places that a frozen file of part of a case has; None where it has all

    def holds(self, doc_id: str) -> bool:
        """Whether the document stands there with its text."""
        return self.present is None or doc_id in self.present

    def _here(self, anchor: str, otherwise: str) -> str:
        """A place of the frozen file, or the nearest to it that is there."""
        return f"#{anchor}" if self.present is None or anchor in self.present else f"#{otherwise}"

    def page(self, name: str) -> str:
        """A whole page: overview, documents, voices, run."""
        if self.frozen:
            return f"#{name}"
        return "/" if name == "overview" else f"/{name}"

    def point(self, point_id: str) -> str:
        """A point."""
        return self._here(point_id, "points") if self.frozen else f"/point/{point_id}"

    def saying(self, point_id: str, fact_id: str) -> str:
        """One place where a point is answered, as the point shows it."""
        anchor = self.saying_anchor(point_id, fact_id)
        if self.frozen:
            return self._here(anchor, self.point(point_id)[1:])
        return f"/point/{point_id}?at={fact_id}#{anchor}"

    def document(self, doc_id: str, part: int = 1) -> str:
        """A document, or a part of it."""
        return f"#{doc_id}" if self.frozen else f"/document/{doc_id}" + (f"?part={part}" if part > 1 else "")

    def words(self, doc_id: str, fact_id: str) -> str:
        """The words of an answer where they stand in their document."""
        if self.frozen:
            return f"#{fact_id}" if self.holds(doc_id) else f"#{doc_id}"
        return f"/document/{doc_id}?at={fact_id}#{fact_id}"

    def run(self, doc_id: str, start: int) -> str:
        """Words that two documents share, where they begin in this one."""
        anchor = self.run_anchor(doc_id, start)
        if self.frozen:
            return f"#{anchor}" if self.holds(doc_id) else f"#{doc_id}"
        return f"/document/{doc_id}?at={start}#{anchor}"

    def near(self, doc_id: str, start: int, end: int) -> str:
        """Any words of a document, shown where they stand; a frozen file leads to the document alone."""
        return f"#{doc_id}" if self.frozen else f"/document/{doc_id}?at={start}-{end}#near"

    def voice(self, key: str) -> str:
        """A voice."""
        return self._here(self.voice_anchor(key), "voices") if self.frozen else f"/voice/{key}"

    def entity(self, entity_id: str) -> str:
        """Who or what is named."""
        return self._here(self.entity_anchor(entity_id), "entities") if self.frozen else f"/entity/{entity_id}"

    def parallel(self, doc_ids: Iterable[str]) -> str:
        """Accounts side by side."""
        return "#parallel" if self.frozen else f"/parallel?of={','.join(doc_ids)}"

    def judging(self, item_id: str) -> str:
        """Where a point, a name or an account is judged; a frozen file has no such place."""
        return "#run" if self.frozen else f"/review/about/{item_id}"

    def original(self, capture_id: str) -> str | None:
        """The captured file itself; a frozen report names its hash only."""
        return None if self.frozen else f"/original/{capture_id}"

    @staticmethod
    def saying_anchor(point_id: str, fact_id: str) -> str:
        """The id of a saying; a fact may answer two points, so it holds both."""
        return f"{point_id}.{fact_id}"

    @staticmethod
    def run_anchor(doc_id: str, start: int) -> str:
        """The id of shared words by where they begin."""
        return f"{doc_id}.{start}"

    @staticmethod
    def voice_anchor(key: str) -> str:
        """The id of a voice in a frozen file; an entity that speaks stands among the entities too."""
        return f"voice-{key}"

    @staticmethod
    def entity_anchor(entity_id: str) -> str:
        """The id of an entity in a frozen file."""
        return f"entity-{entity_id}"
