"""The letters of the accounts as links: a list of fifty points shows a thousand of them, so each is written once."""

from collections.abc import Sequence
from functools import lru_cache

from markupsafe import Markup

from rashomon.views.apparatus import day
from rashomon.views.records import Witness
from rashomon.web.addresses import Addresses

LINK = Markup('<a class="siglum" href="{}" title="{}, {}">{}</a>')


@lru_cache(16_384)
def siglum(witness: Witness, at: Addresses) -> Markup:
    """The account's letter, which leads to it, and says on demand which one it is."""
    return LINK.format(at.document(witness.doc_id), witness.outlet, day(witness.published_at), witness.siglum)


def sigla(witnesses: Sequence[Witness], at: Addresses, most: int | None = None) -> Markup:
    """The letters of these accounts, and how many more there are than `most`."""
    shown = witnesses[:most]
    more = f' <span class="quiet">+{len(witnesses) - len(shown)}</span>' if len(shown) < len(witnesses) else ""
    # every letter is markup already: to join them as such would escape each once more
    return Markup(f'<span class="sigla">{" ".join([siglum(witness, at) for witness in shown])}{more}</span>')  # noqa: S704
