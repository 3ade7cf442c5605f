"""The case in other tools' formats: each a function from the case's material to a file or folder."""

from collections.abc import Callable
from pathlib import Path

from rashomon.export.annotations import write_annotations
from rashomon.export.bundles import write_bundle
from rashomon.export.ftm import write_ftm
from rashomon.export.geojsons import write_geojson
from rashomon.export.graphs import write_graphml
from rashomon.export.inception import write_inception
from rashomon.export.jsonl import write_jsonl
from rashomon.export.label_studio import write_label_studio
from rashomon.export.markdowns import write_markdown
from rashomon.export.material import Material
from rashomon.export.pages import write_html
from rashomon.export.parquets import write_parquet
from rashomon.export.provenance import write_prov
from rashomon.export.schema_claims import write_claims
from rashomon.export.sheets import write_csv
from rashomon.export.ucdp import write_ucdp
from rashomon.export.word import write_docx
from rashomon.export.workbooks import write_xlsx

FORMATS: dict[str, Callable[[Material, Path], None]] = {
    "jsonl": write_jsonl,
    "csv": write_csv,
    "xlsx": write_xlsx,
    "parquet": write_parquet,
    "web-annotation": write_annotations,
    "ftm": write_ftm,
    "schema-claims": write_claims,
    "prov": write_prov,
    "geojson": write_geojson,
    "graphml": write_graphml,
    "ucdp": write_ucdp,
    "markdown": write_markdown,
    "docx": write_docx,
    "html": write_html,
    "label-studio": write_label_studio,
    "inception": write_inception,
    "bundle": write_bundle,
}
