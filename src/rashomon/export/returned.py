"""A reviewed file, whatever format of ours it was, as an editor's words."""

import json
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from rashomon.errors import UsageError
from rashomon.export.inception import read_cas, read_inception
from rashomon.export.label_studio import read_label_studio
from rashomon.export.review_sheets import read_csv, read_xlsx
from rashomon.export.reviews import Review
from rashomon.export.zips import BROKEN
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
        return read_xlsx(data, path.name, user) if _is_workbook(data) else read_inception(data, path.name, case, user)
    if data.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] in (b"[", b"{"):
        return _read_json(data, path.name, case, user)
    return read_csv(data, path.name, user)


def _is_workbook(data: bytes) -> bool:
    try:
        with ZipFile(BytesIO(data)) as archive:
            return "[Content_Types].xml" in archive.namelist() or not any(name.endswith(".json") for name in archive.namelist())
    except BROKEN:
        return True  # and the workbook's reader says what is wrong with it


def _read_json(data: bytes, name: str, case: Case, user: str) -> list[Review]:
    try:
        read: Any = json.loads(data)
        if isinstance(read, list) and all(isinstance(task, dict) and "data" in task for task in read):
            return read_label_studio(read, name, case, user)
        if isinstance(read, dict) and "%FEATURE_STRUCTURES" in read:
            return read_cas(read, name, case, user)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UsageError(f"{name} is damaged ({type(error).__name__}: {error}); export the annotations once more") from error
    raise UsageError(f"{name} is neither tasks of Label Studio (JSON) nor a document of INCEpTION (UIMA CAS JSON 0.4.0)")
