"""What formats of linked data name things by."""

from urllib.parse import quote

NAMESPACE = "urn:x-rashomon:"


def iri(key: str) -> str:
    """The name of a record among all things."""
    return NAMESPACE + quote(key, safe="-")


def address(uri: str) -> str:
    """Where a capture was found, as an address may be written: what may not stand in one is escaped, all else as it is."""
    return quote(uri, safe="/:?#[]@!$&'()*+,;=%~")


def is_on_the_web(uri: str) -> bool:
    """Whether the address leads to a page, and not to a file of whoever captured it."""
    return uri.startswith(("http://", "https://"))
