"""A whole and right file of every format, for the fuzzer to spoil."""

import gzip
import io
import json
from collections.abc import Callable
from email.message import EmailMessage
from typing import Any

import docx
import openpyxl
from tests.read.archiving import arrow, page, record, wacz, warc
from tests.read.test_archives import packed

from rashomon.demo import accounts

SAID = "Three people died in the fire at the mill, the mayor said on Monday. “Nobody was warned,” said Ada Möss."
THREAD = "<html><body>{}</body></html>"


def seeds() -> dict[str, tuple[str, bytes]]:
    """Format -> a file's name and its bytes."""
    made = {name: (f"a.{name}", build()) for name, build in BINARIES.items()}
    made |= {name: (f"{name}.json", json.dumps(value, ensure_ascii=False).encode()) for name, value in JSONS.items()}
    made |= {name: (f"a.{name}", text.encode()) for name, text in TEXTS.items()}
    return made | {"pdf": ("a.pdf", next(path for path in accounts() if path.suffix == ".pdf").read_bytes())}


def _mail() -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "Ada Möss <ada@news.example>", "desk@news.example", "Fire – now"
    message["Date"] = "Wed, 7 May 2031 12:20:30 +0200"
    message.set_content(f"{SAID}\n\nOn Tue, 6 May 2031, Bo Lind wrote:\n> Two died.\n\n-- \nAda\n")
    message.add_alternative(page().decode(), subtype="html")
    message.add_attachment(page(), "application", "octet-stream", filename="page.html")
    message.add_attachment(packed({"b.txt": SAID.encode()}), "application", "zip", filename="b.zip")
    return message.as_bytes()


def _mhtml() -> bytes:
    head = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://news.example/fire\r\nSubject: Fire\r\n"
        "Date: Wed, 7 May 2031 10:20:30 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n'
    )
    parts = f"--b\r\nContent-Type: text/html\r\nContent-Location: https://news.example/fire\r\n\r\n{page().decode()}\r\n"
    return f"{head}{parts}--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--b--\r\n".encode()


def _docx() -> bytes:
    made, file = docx.Document(), io.BytesIO()
    made.add_paragraph("Fire", "Title")
    made.add_paragraph(SAID)
    made.add_table(1, 1).cell(0, 0).text = SAID
    made.save(file)
    return file.getvalue()


def _xlsx() -> bytes:
    book, file = openpyxl.Workbook(), io.BytesIO()
    for row in (["id", "text", "date"], [1, SAID, "2031-05-07"], [2, SAID, None]):
        book.active.append(row)
    book.save(file)
    return file.getvalue()


def _warcs() -> list[dict[str, Any]]:
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(page()), page())
    return [
        record(),
        record(gzip.compress(page()), headers=[("Content-Encoding", "gzip")]),
        record(arrow("brotli", page()), headers=[("Content-Encoding", "br")]),
        record(arrow("zstd", page()), headers=[("Content-Encoding", "zstd")]),
        record(chunked, headers=[("Transfer-Encoding", "chunked")]),
        record(kind="revisit"),
        record(b'{"text": "Two died."}', mime="application/json", uri="https://news.example/3"),
    ]


BINARIES: dict[str, Callable[[], bytes]] = {
    "warc": lambda: warc(_warcs(), packed=False),
    "warc.gz": lambda: warc(_warcs()),
    "wacz": lambda: wacz({"a.warc.gz": warc(_warcs())}),
    "zip": lambda: packed({"a.html": page(), "b.zip": packed({"c.txt": SAID.encode()})}),
    "eml": _mail,
    "mhtml": _mhtml,
    "docx": _docx,
    "xlsx": _xlsx,
}
JSONS: dict[str, Any] = {
    "telegram": {"chats": {"list": [{"name": "Dockers", "type": "public_channel", "id": 7, "messages": [
        {"id": 1, "type": "service", "date_unixtime": "1935903000", "action": "create_channel", "text": ""},
        {"id": 2, "type": "message", "date": "2031-05-07T01:00:00", "date_unixtime": "1935903900", "from": "Ada",
        "from_id": "user1",
         "text": ["Read ", {"type": "blockquote", "text": SAID}, SAID], "edited_unixtime": "1935903999"},
        {"id": 3, "type": "message", "date_unixtime": "1935903900", "from": "Bo", "text": SAID, "forwarded_from": "Cy",
         "reply_to_message_id": 2, "poll": {"question": "Who?", "answers": []}}]}]}},
    "algolia": {"id": 1, "author": "ada", "created_at_i": 1_900_000_000, "created_at": "2031-05-07T10:00:00Z", "title": "Fire",
                "type": "story", "points": 3, "parent_id": None, "story_id": 1, "text": f"<p>{SAID}</p>", "children": [
                    {"id": 2, "author": "bo", "created_at_i": 1_900_000_001, "text": "&gt; Two died.<p>No.", "children": []}]},
    "firebase": [{"id": 1, "by": "ada", "time": 1_900_000_000, "type": "story", "title": "Fire", "kids": [2]},
                 {"id": 2, "by": "bo", "time": 1_900_000_001, "type": "comment", "parent": 1, "text": SAID, "deleted": False}],
    "reddit": [{"kind": "Listing", "data": {"children": [{"kind": "t3", "data": {
        "id": "p", "author": "ada", "created_utc": 1.9e9, "title": "Fire &amp; what", "selftext": SAID,
        "permalink": "/r/M/comments/p/",
        "subreddit": "M", "edited": 1.9e9, "crosspost_parent_list": [{"author": "cy", "selftext": "Two died."}]}}]}},
        {"kind": "Listing", "data": {"children": [{"kind": "t1", "data": {
            "id": "a", "author": "bo", "created_utc": 1.9e9, "body": "&gt; Two died.\n\nNo.", "parent_id": "t3_p",
            "replies": ""}}]}}],
    "newsplease": {"authors": ["Ada"], "date_download": "2031-05-08 01:00:00", "date_publish": "2031-05-07 10:00:00",
    "title": "Fire",
                   "language": "en", "source_domain": "news.example", "url": "https://news.example/",
                   "maintext": f"{SAID}\n{SAID}"},
    "ninjs": {"uri": "urn:x:1", "type": "text", "versionCreated": "2031-05-07T10:20:30Z", "language": "en", "by": "By Ada Moss",
              "headlines": [{"role": "main", "value": "Fire"}], "organisations": [{"name": "Agency", "rel": "provider"}],
              "bodies": [{"role": "main", "contentType": "text/html", "value": f"<p>{SAID}</p><h2>Later</h2>"}]},
    "ninjs-old": [{"uri": "urn:x:1", "versioncreated": "2031-05-07T10:20:30Z", "headline": "Fire",
    "body_html": f"<p>{SAID}</p>"}],
    "auto-archiver": {"status": "success", "media": [], "metadata": {
        "url": "https://social.example/1", "title": "Fire", "content": SAID, "author": {"name": "Ada"},
        "timestamp": "2031-05-07 10:20:30"}},
    "records": [{"id": "a", "text": SAID, "title": "Fire", "date": "2031-05-07", "outlet": "News", "author": "Ada",
    "lang": "en"}],
}  # fmt: skip
CUES = (
    f"WEBVTT - Fire\n\nNOTE x\n\n1\n00:01.000 --> 00:04.000 align:start\n<v Ada Moss>{SAID[:40]}\n\n"
    f"00:04.000 --> 00:09.000\n{SAID}\n"
)
TEXTS = {
    "jsonl": "\n".join(json.dumps({"id": f"{n}", "text": f"{SAID} {n}"}) for n in range(3)),
    "csv": f'id,text,date,outlet\n1,"{SAID}",2031-05-07,News\n2,"{SAID}",2031-05-08,News\n',
    "archiver.csv": f"status,metadata,media\nsuccess,\"{{'url': 'https://a.example', 'content': {SAID!r}, 'n': [1]}}\",[]\n",
    "vtt": CUES,
    "srt": f"1\n00:00:01,000 --> 00:00:04,000\n- {SAID}\n- Who?\n\n2\n00:00:04,000 --> 00:00:06,000\nMAYOR: {SAID}\n",
    "html": page()
    .decode()
    .replace("</article>", f"<h2>Later</h2><blockquote>{SAID}</blockquote></article><div class=comment>{SAID}</div>"),
    "hackernews.html": THREAD.format(
        "<table id=hnmain><tr><td><table class=fatitem><tr class=athing id=1><td><span class=titleline><a>Fire</a></span></td>"
        "</tr></table><table><tr class='athing comtr' id=2><td><div class=commtext>"
        f"{SAID}</div></td></tr></table></td></tr></table>"
    ),
    "md": f"---\ntitle: Fire\ndate: 2031-05-07\n---\n# Fire\n\n{SAID}\n\n> Two died.\n\n- one\n- two\n",
    "txt": f"Fire at the mill\nBy Ada Moss\n7 May 2031\n\n{SAID}\n\n{SAID}\n",
}
