"""ECB+ (Cybulska and Vossen 2014) read: its documents as text, and the actions that were marked in them by hand."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from rashomon.errors import UsageError
from rashomon.model import Span

SENTENCES = "ECBplus_coreference_sentences.csv"  # the sentences whose marks its authors checked: the usual measure is over these


@dataclass(frozen=True, slots=True)
class Marked:
    """An action marked by hand: where it stands, and which happening it is of (`instance`, one for all documents)."""

    span: Span
    instance: str


@dataclass(frozen=True, slots=True)
class Account:
    """A document of ECB+: its words joined by blanks, one sentence a line."""

    name: str
    topic: str
    text: str
    sentences: tuple[Span, ...]
    marked: tuple[Marked, ...]

    @property
    def subtopic(self) -> str:
        """The topic, and which of its two events: ECB's own, or the like of it that ECB+ added."""
        return f"{self.topic}{'plus' if self.name.endswith('plus') else ''}"


def accounts_in(data: Path) -> list[Account]:
    """Every document below the folder that has marked actions in a checked sentence, in order of names.

    Raises UsageError where there is none.
    """
    files = sorted(data.rglob("*.xml")) if data.is_dir() else []
    checked = _checked(data / SENTENCES)
    accounts = [account for file in files if (account := _account(file, checked)) and account.marked]
    if not accounts:
        raise UsageError(f"no documents of ECB+ with marked actions in {data}; give the folder that holds its topics")
    return accounts


def _checked(listed: Path) -> dict[str, set[int]] | None:
    """Document -> its checked sentences; None where the list is not there, so that all count."""
    if not listed.is_file():
        return None
    checked: dict[str, set[int]] = {}
    with listed.open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            checked.setdefault(f"{row['Topic']}_{row['File']}", set()).add(int(row["Sentence Number"]))
    return checked


def _account(file: Path, checked: Mapping[str, set[int]] | None) -> Account | None:
    root = etree.fromstring(file.read_bytes(), etree.XMLParser(resolve_entities=False, recover=True))
    if root is None or root.find("Markables") is None:
        return None
    text, sentences, words = _text(root)
    sure = set(sentences) if checked is None else checked.get(file.stem, set())
    instances = _instances(root)
    marked = []
    for markable in root.iterfind("Markables/*"):
        anchors = [words[key] for anchor in markable.iterfind("token_anchor") if (key := anchor.get("t_id", "")) in words]
        if "ACTION" in str(markable.tag) and anchors and anchors[0][1] in sure:
            key = str(markable.get("m_id"))
            span = Span(anchors[0][0].start, max(word.end for word, _ in anchors))
            marked.append(Marked(span, instances.get(key, f"{file.stem} {key}")))
    marked.sort(key=lambda one: (one.span, one.instance))
    return Account(file.stem, file.stem.partition("_")[0], text, tuple(sentences.values()), tuple(marked))


def _text(root: etree._Element) -> tuple[str, dict[int, Span], dict[str, tuple[Span, int]]]:
    """The text, each sentence's number and span, each word's id with its span and sentence."""
    text, sentences, words = "", dict[int, Span](), dict[str, tuple[Span, int]]()
    for token in root.iterfind("token"):
        number, word = int(token.get("sentence", "0")), token.text or ""
        if text:
            text += " " if number in sentences else "\n"
        span = Span(len(text), len(text) + max(1, len(word)))
        text += word or " "
        words[token.get("t_id", "")] = span, number
        sentences[number] = Span(sentences[number].start if number in sentences else span.start, span.end)
    return text, sentences, words


def _instances(root: etree._Element) -> dict[str, str]:
    """Mention -> happening: that of the whole set where one is named, else one of this document alone."""
    found: dict[str, str] = {}
    for relation in root.iterfind("Relations/*"):
        across = relation.tag == "CROSS_DOC_COREF" and relation.get("note")
        instance = str(across or f"{root.get('doc_name')} relation {relation.get('r_id')}")
        found.update({str(source.get("m_id")): instance for source in relation.iterfind("source")})
    return found
