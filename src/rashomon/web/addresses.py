"""Where each thing stands: inside one frozen file, or on the pages of a server."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Addresses:
    """Links between the parts. In a frozen file every one of them is a place in the same file."""

    frozen: bool

    def page(self, name: str) -> str:
        """A whole page: overview, documents, voices, run."""
        if self.frozen:
            return f"#{name}"
        return "/" if name == "overview" else f"/{name}"

    def point(self, point_id: str) -> str:
        """A point."""
        return f"#{point_id}" if self.frozen else f"/point/{point_id}"

    def saying(self, point_id: str, fact_id: str) -> str:
        """One place where a point is answered, as the point shows it."""
        here = "" if self.frozen else f"/point/{point_id}"
        return f"{here}#{self.saying_anchor(point_id, fact_id)}"

    def document(self, doc_id: str) -> str:
        """A document."""
        return f"#{doc_id}" if self.frozen else f"/document/{doc_id}"

    def words(self, doc_id: str, fact_id: str) -> str:
        """The words of an answer where they stand in their document."""
        return f"#{fact_id}" if self.frozen else f"/document/{doc_id}#{fact_id}"

    def voice(self, voice_id: str) -> str:
        """A voice in the list of voices."""
        return f"#{voice_id}" if self.frozen else f"/voices#{voice_id}"

    def original(self, capture_id: str) -> str | None:
        """The captured file itself; a frozen report names its hash only."""
        return None if self.frozen else f"/original/{capture_id}"

    @staticmethod
    def saying_anchor(point_id: str, fact_id: str) -> str:
        """The id of a saying; a fact may answer two points, so it holds both."""
        return f"{point_id}.{fact_id}"
