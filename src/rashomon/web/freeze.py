"""The case as one file to hand on: it opens from disk, fetches nothing, and may run nothing but its own script."""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from rashomon.export.whole import whole_file
from rashomon.views.records import Records
from rashomon.web import pages
from rashomon.web.edition import Edition
from rashomon.web.render import static


def write_report(case: Path, out: Path, *, whole_case: bool = False) -> None:
    """Writes the report of the case to `out`, in place of an older one, wholly or not at all; of a big case the sharpest part
    unless `whole_case`.

    Raises CaseError where there is no case, UsageError where `out` is a folder, CannotWrite if the disk refuses.
    """
    page = report_page(Edition.of(case).records, whole_case=whole_case)
    with whole_file(out) as path:
        path.write_bytes(page)


def report_page(records: Records, *, whole_case: bool = False) -> bytes:
    """The case of these records as one page."""
    return pages.report(Edition(records), policy(), whole_case=whole_case).encode("utf-8", "replace")


def policy() -> str:
    """The report's Content-Security-Policy: nothing is loaded; of styles and scripts only ours, known by their hashes."""
    style, script = _hash(static("page.css")), _hash(static("page.js"))
    return f"default-src 'none'; style-src {style}; script-src {script}; base-uri 'none'; form-action 'none'"


def _hash(words: str) -> str:
    return f"'sha256-{b64encode(sha256(words.encode()).digest()).decode()}'"
