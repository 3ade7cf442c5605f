"""What was found when two accounts were laid side by side, kept so that it is found once.

An account's print changes with whatever a comparison reads of it; so a link between two accounts of unchanged prints is what
comparing them again would give. What hangs on the whole case is made at each run: which two are to be compared at all (a
passage may become a crowd's), what an outlet prints on all its pages, and who is told on the word of one agency.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rashomon.link.accounts import Accounts
from rashomon.link.origins import Origins
from rashomon.link.passages import Passages
from rashomon.model import Link
from rashomon.model.ids import make_id
from rashomon.model.rows import from_row, to_row

Key = tuple[str, str, str]  # the prints of two accounts, and that of the standing text that both may have


@dataclass(frozen=True, slots=True)
class Comparisons:
    """The accounts of a case, in the order of their numbers, their passages, and what comparing two of them gave."""

    prints: tuple[str, ...]
    passages: Passages
    links: dict[Key, tuple[Link, ...]] = field(default_factory=dict)

    @classmethod
    def none(cls) -> "Comparisons":
        """Nothing is known yet."""
        return cls((), Passages.none())

    def of_accounts(self, accounts: Accounts, origins: Origins) -> "Comparisons":
        """These accounts, nothing of them compared yet; the passages of those that were here before are not looked for again."""
        prints = tuple(print_of(accounts, origins, number) for number in range(len(accounts)))
        place = {one: number for number, one in enumerate(prints)}
        held = set(self.prints)
        fresh = ((number, accounts.ids(number)) for number, one in enumerate(prints) if one not in held)
        moved = [place.get(one, -1) for one in self.prints]
        return Comparisons(prints, self.passages.renumbered(moved).extended(fresh))

    def key(self, left: int, right: int, standing: str) -> Key:
        """Under what the comparison of two accounts is kept."""
        return self.prints[left], self.prints[right], standing

    def to_bytes(self) -> Iterator[bytes]:
        """All of it for keeping, in pieces."""
        number = {one: place for place, one in enumerate(self.prints)}
        rows = [
            (number[left], number[right], standing, [to_row(link) for link in links])
            for (left, right, standing), links in self.links.items()
        ]
        yield json.dumps({"prints": self.prints, "links": rows}, ensure_ascii=False).encode("utf-8", "surrogatepass")
        yield self.passages.to_bytes()

    @classmethod
    def from_bytes(cls, pieces: Sequence[bytes]) -> "Comparisons":
        """What `to_bytes` gave; of no pieces nothing is known."""
        if not pieces:
            return cls.none()
        told = json.loads(pieces[0].decode("utf-8", "surrogatepass"))
        prints = tuple(told["prints"])
        links = {
            (prints[left], prints[right], standing): tuple(from_row(Link, row) for row in rows)
            for left, right, standing, rows in told["links"]
        }
        return cls(prints, Passages.from_bytes(pieces[1]), links)


def print_of(accounts: Accounts, origins: Origins, number: int) -> str:
    """An account's print: its document, how that is cut into blocks, who is quoted in it, and what it says of others."""
    document = accounts.documents[number]
    told = (document.blocks, accounts.spoken[document.id], origins.said_in(document))
    return make_id("acc", document.id, repr(told))
