"""The report as an export: the same page that `rashomon report` writes."""

from pathlib import Path

from rashomon.export.material import Material
from rashomon.export.whole import whole_file


def write_html(material: Material, out: Path) -> None:
    """Writes one self-contained HTML file."""
    with whole_file(out) as path:
        path.write_bytes(material.report)
