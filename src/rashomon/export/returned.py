"""A reviewed file, whatever format of ours it was, as an editor's words."""

from pathlib import Path

from rashomon.errors import UsageError
from rashomon.export.review_sheets import read_csv, read_xlsx
from rashomon.export.reviews import Review
from rashomon.store.case import Case

ZIPPED = b"PK\x03\x04"


def reviews_in(path: Path, case: Case, user: str) -> list[Review]:
    """The words in the file; `user` stands for whoever it does not name.

    Raises UsageError for a file that is not there, or of a form that is not known.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}. Give the reviewed file.") from error
    if data.startswith(ZIPPED):
        return read_xlsx(data, path.name, user)
    return read_csv(data, path.name, user)
