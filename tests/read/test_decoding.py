"""Bytes to text: by the surest sign first, and never with an error for a text."""

import codecs
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.errors import UnreadableCapture
from rashomon.read.decoding import declared, decode, is_binary

WESTERN = "Señora Peña said: “Fünf Männer died in the café – naïve as it sounds.” The façade fell on the garçon. "
RUSSIAN = "Три человека погибли при пожаре на мельнице, сообщил мэр города в понедельник утром. "
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff\ufffe"), min_size=1)


@given(TEXTS, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_utf8_and_marked_texts_come_back_as_they_were(text, encoding):
    assert decode(text.encode(encoding), "a.txt") == text


@given(
    TEXTS,
    st.sampled_from([(codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"), (codecs.BOM_UTF32_BE, "utf-32-be")]),
)
def test_byte_order_marks_say_the_order(text, order):
    mark, encoding = order
    assert decode(mark + text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "cp1252", "utf-8"])
def test_western_text_without_any_mark(encoding):
    assert decode((WESTERN * 3).encode(encoding), "a.txt") == WESTERN * 3


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "utf-8", "utf-16"])
def test_another_alphabet(encoding):
    assert decode((RUSSIAN * 5).encode(encoding), "a.txt") == RUSSIAN * 5


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<html><head><meta charset="koi8-r">', "koi8-r"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', "cp1251"),
        ('<?xml version="1.0" encoding="iso-8859-5"?>', "iso8859-5"),
    ],
)
def test_a_page_says_its_own_encoding(head, encoding):
    page = f"{head}<p>{RUSSIAN}</p>"
    assert declared(page.encode(encoding)) == encoding
    assert decode(page.encode(encoding), "a.html") == page


def test_a_false_declaration_does_no_harm():
    page = f'<meta charset="ascii"><p>{WESTERN}</p>'
    assert decode(page.encode("utf-8"), "a.html").startswith("<meta")
    assert decode(f'<meta charset="no-such"><p>{WESTERN}</p>'.encode(), "a.html").endswith(f"{WESTERN}</p>")
    assert decode(f'<meta charset="utf-16"><p>{WESTERN}</p>'.encode(), "a.html").endswith(f"{WESTERN}</p>")


def test_a_single_broken_byte_costs_that_byte():
    text = decode((WESTERN.encode() + b"\xff") * 2, "a.txt")
    assert text == f"{WESTERN}�{WESTERN}�"


@given(st.binary())
def test_whatever_the_bytes_it_is_a_text_or_none(data):
    if is_binary(data) and not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        with contextlib.suppress(UnreadableCapture):  # it may still be UTF-16 without a mark
            assert isinstance(decode(data, "a.txt"), str)
    else:
        assert isinstance(decode(data, "a.txt"), str)
