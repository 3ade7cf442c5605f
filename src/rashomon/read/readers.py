"""Every format that can be read: add a file and a line here, and that is all."""

from rashomon.read.autoarchiver import is_archiver_json, is_archiver_table, read_archiver_json, read_archiver_table
from rashomon.read.docx import is_docx, read_docx
from rashomon.read.forums import is_forum, read_forum
from rashomon.read.hackernews import (
    is_algolia,
    is_firebase,
    is_hackernews_page,
    read_algolia,
    read_firebase,
    read_hackernews_page,
)
from rashomon.read.html import is_html, read_html
from rashomon.read.jsonl import is_jsonl, is_named_jsonl, is_records, read_jsonl, read_records
from rashomon.read.mail import is_mail, read_mail
from rashomon.read.markdown import is_markdown, read_markdown
from rashomon.read.mhtml import is_mhtml, read_mhtml
from rashomon.read.newsplease import is_newsplease, read_newsplease
from rashomon.read.ninjs import is_ninjs, read_ninjs
from rashomon.read.pdf import is_pdf, read_pdf
from rashomon.read.plain import is_plain, read_plain
from rashomon.read.reddit import is_reddit_listing, is_reddit_page, read_reddit_listing, read_reddit_page
from rashomon.read.samples import Reader, Sample
from rashomon.read.sheets import is_sheet, read_sheet
from rashomon.read.strangers import is_empty, is_strange_json, is_stranger, read_empty, read_strange_json, read_stranger
from rashomon.read.telegram import is_telegram, read_telegram
from rashomon.read.transcripts import is_transcript, read_transcript
from rashomon.read.workbooks import is_xlsx, read_xlsx

READERS = (  # asked in this order: the sure signs first, plain text last
    Reader("application/x-empty", is_empty, read_empty),
    Reader("application/pdf", is_pdf, read_pdf),
    Reader("application/vnd.openxmlformats-officedocument.wordprocessingml.document", is_docx, read_docx),
    Reader("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", is_xlsx, read_xlsx),
    Reader("application/octet-stream", is_stranger, read_stranger),
    Reader("multipart/related", is_mhtml, read_mhtml),
    Reader("message/rfc822", is_mail, read_mail),
    Reader("application/vnd.hackernews.algolia+json", is_algolia, read_algolia),
    Reader("application/vnd.hackernews.firebase+json", is_firebase, read_firebase),
    Reader("text/html; profile=hackernews", is_hackernews_page, read_hackernews_page),
    Reader("application/vnd.reddit+json", is_reddit_listing, read_reddit_listing),
    Reader("text/html; profile=reddit", is_reddit_page, read_reddit_page),
    Reader("text/html; profile=forum", is_forum, read_forum),
    Reader("text/html", is_html, read_html),
    Reader("text/vtt", is_transcript, read_transcript),
    Reader("application/vnd.telegram+json", is_telegram, read_telegram),
    Reader("application/x-ndjson", is_named_jsonl, read_jsonl),
    Reader("application/vnd.iptc.ninjs+json", is_ninjs, read_ninjs),
    Reader("application/vnd.news-please+json", is_newsplease, read_newsplease),
    Reader("application/vnd.auto-archiver+json", is_archiver_json, read_archiver_json),
    Reader("text/csv; profile=auto-archiver", is_archiver_table, read_archiver_table),
    Reader("application/x-ndjson", is_jsonl, read_jsonl),
    Reader("application/json", is_records, read_records),
    Reader("text/csv", is_sheet, read_sheet),
    Reader("application/json", is_strange_json, read_strange_json),
    Reader("text/markdown", is_markdown, read_markdown),
    Reader("text/plain", is_plain, read_plain),
)
UNKNOWN = Reader("application/octet-stream", lambda _: True, read_stranger)


def reader_of(sample: Sample) -> Reader:
    """The reader of this capture, told from its content; its name only decides between kinds of text."""
    return next((reader for reader in READERS if reader.recognises(sample)), UNKNOWN)
