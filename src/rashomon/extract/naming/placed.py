"""Where the names of places in a document say to be, as the norms of their mentions."""

from collections.abc import Iterable

from rashomon.model import Document, Span
from rashomon.text.places import whereabouts_in
from rashomon.text.places.toponyms import home_of


def placed(document: Document, spans: Iterable[Span]) -> dict[Span, str]:
    """Each name of a place that the gazetteer knows -> its `norm`: "geonames:169577", with what the text says beside it."""
    places = list(spans)
    found = whereabouts_in(document.text, places, home_of(document.outlet))
    return {span: where.norm for span, where in zip(places, found, strict=True) if where is not None}
