"""Web archives made by warcio, and packed as WACZ, for the tests."""

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

PAGE = "<!doctype html><html><head><title>Fire at the mill</title></head><body><article><p>{}</p></article></body></html>"
WORDS = "Three people died in the fire at the mill, the mayor said on Monday, and two more are missing."
URI = "https://news.example/fire"
DATE = "2031-05-07T10:20:30Z"


def page(words: str = WORDS) -> bytes:
    return PAGE.format(words).encode()


def record(body: bytes = b"", uri: str = URI, kind: str = "response", mime: str = "text/html", **more: Any) -> dict[str, Any]:
    return {"body": body or page(), "uri": uri, "kind": kind, "mime": mime, **more}


def arrow(codec: str, body: bytes) -> bytes:
    """The body packed as Arrow packs it: `brotli` or `zstd`."""
    packed: bytes = pa.compress(body, codec, asbytes=True)
    return packed


def warc(records: Sequence[Mapping[str, Any]], packed: bool = True) -> bytes:
    """A WARC of these records, as warcio writes it."""
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("test.warc.gz", {"software": "tests"}))
    for one in records:
        kind, http = one["kind"], None
        if kind in ("response", "request", "revisit"):
            fields = [("Content-Type", one["mime"]), *one.get("headers", [])]
            line = "GET / HTTP/1.1" if kind == "request" else one.get("status", "200 OK")
            http = StatusAndHeaders(line, fields, protocol="HTTP/1.1", is_http_request=kind == "request")
        made = writer.create_warc_record(
            one["uri"],
            kind,
            payload=io.BytesIO(one["body"]),
            http_headers=http,
            warc_content_type="" if http else one["mime"],
            warc_headers_dict={"WARC-Date": one.get("date", DATE)},
        )
        writer.write_record(made)
    return file.getvalue()


def wacz(warcs: Mapping[str, bytes], changed: Mapping[str, bytes] | None = None, digest: bool = True) -> bytes:
    """A WACZ of these archives; `changed` are files whose bytes are others than those that were hashed."""
    files = {f"archive/{name}": data for name, data in warcs.items()}
    files |= {"indexes/index.cdx.gz": b"\x1f\x8bindex", "pages/pages.jsonl": b'{"format": "json-pages-1.0"}\n'}
    listed = [
        {"name": name, "path": name, "hash": f"sha256:{hashlib.sha256(data).hexdigest()}", "bytes": len(data)}
        for name, data in files.items()
    ]
    package = json.dumps({"profile": "data-package", "wacz_version": "1.1.1", "resources": listed}).encode()
    files["datapackage.json"] = package
    if digest:
        told = {"path": "datapackage.json", "hash": f"sha256:{hashlib.sha256(package).hexdigest()}"}
        files["datapackage-digest.json"] = json.dumps(told).encode()
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for name, data in (files | dict(changed or {})).items():
            archive.writestr(name, data)
    return file.getvalue()
