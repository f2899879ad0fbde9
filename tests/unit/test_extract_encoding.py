"""Bytes to text: the order of evidence, and what is noted."""

import codecs

import pytest

from provenance.errors import ExtractError
from provenance.extract import read
from provenance.extract.encoding import Decoded, decode

GERMAN = "Der Bürgermeister sagte, die Brücke müsse für längere Zeit geschlossen werden."
RUSSIAN = "Городской совет решил закрыть старый причал во вторник, сказал представитель."
JAPANESE = "港湾評議会は火曜日に古い桟橋を閉鎖することを決定したと広報担当者は述べた。"


def text_of(payload: bytes, charset: str | None = None, markup: bool = False) -> Decoded:
    return decode(payload, charset=charset, markup=markup)


@pytest.mark.parametrize(
    ("payload", "declared", "charset"),
    [
        (GERMAN.encode(), None, "utf-8"),
        (codecs.BOM_UTF8 + GERMAN.encode(), "iso-8859-1", "utf-8"),
        (GERMAN.encode("utf-16"), "utf-8", "utf-16"),
        (GERMAN.encode("utf-32"), None, "utf-32"),
        (GERMAN.encode("cp1252"), "ISO-8859-1", "cp1252"),
        (GERMAN.encode("cp1252"), "utf-8", "cp1252"),
        (GERMAN.encode("cp1252"), "unicode_escape", "cp1252"),
        (GERMAN.encode(), "iso-8859-1", "utf-8"),
        (GERMAN.encode(), "no-such-charset", "utf-8"),
        (RUSSIAN.encode("koi8-r"), "koi8-r", "koi8-r"),
    ],
)
def test_the_text_is_read_by_mark_declaration_and_form(
    payload: bytes, declared: str | None, charset: str
) -> None:
    got = text_of(payload, declared)
    assert got.text in {GERMAN, RUSSIAN}
    assert got.charset == charset


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (JAPANESE, "cp932"),
        (GERMAN, "utf-16-le"),
        (GERMAN, "cp1252"),
    ],
)
def test_an_undeclared_encoding_is_detected_and_noted(text: str, charset: str) -> None:
    got = text_of(text.encode(charset))
    assert (got.text, got.charset) == (text, charset)
    assert got.notes == (f"read as {charset}, which nobody declared",)


def test_a_page_may_declare_its_own_encoding() -> None:
    page = f'<html><meta charset="windows-1251"><p>{RUSSIAN}</p>'.encode("cp1251")
    assert RUSSIAN in text_of(page, markup=True).text
    assert text_of(page, markup=True).notes == ()


def test_ascii_in_an_encoding_that_switches_by_escapes_is_read_as_declared() -> None:
    assert text_of(JAPANESE.encode("iso2022_jp"), "iso-2022-jp").text == JAPANESE


def test_a_few_broken_bytes_are_shown_and_noted() -> None:
    got = text_of(GERMAN.encode() * 5 + b" \xff end")
    assert got.text.endswith(" \ufffd end")
    assert got.notes == ("1 bytes are not utf-8 and stand as U+FFFD",)


def test_a_wrong_declaration_is_noted() -> None:
    assert text_of(GERMAN.encode(), "cp1252").notes == (
        "declared as cp1252, but its bytes are UTF-8",
    )


def test_text_that_no_digest_can_be_taken_of_is_refused() -> None:
    with pytest.raises(ExtractError, match="a binary file, which is kept"):
        text_of(codecs.BOM_UTF16_LE + b"\x00\xd8" * 20)


@pytest.mark.parametrize(
    "payload",
    [
        b"Kelso \x81\x8d",
        b"The office of Kelso \x81 sold two \x8d cranes.",
        b"The caf\x81 of Kelso \x8d is open.",
        b"The \x81 \x8d town sold two cranes. " * 9,
        b"The harbour office\x81 sold the ferry\x8d and no more. " * 6,
    ],
)
def test_bytes_that_no_encoding_explains_are_not_guessed_at(payload: bytes) -> None:
    with pytest.raises(ExtractError, match="its encoding is not declared and cannot be told"):
        text_of(payload)


@pytest.mark.parametrize(
    ("payload", "media_type", "reason"),
    [
        (b"", "text/plain", "it is empty: there is no text in it"),
        (b" \r\n\t", None, "it is empty: there is no text in it"),
        (b"x", "application/pdf", "this is application/pdf, which is kept but cannot be read"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(64)), None, "this is image/png, which is kept"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(64)), "text/html", "this is image/png, which"),
        (bytes(1000), "application/octet-stream", "this is a binary file, which is kept"),
        (bytes(range(128, 256)) * 9, "text/plain", "its encoding is not declared and cannot be"),
    ],
)
def test_what_cannot_be_read_says_why(payload: bytes, media_type: str | None, reason: str) -> None:
    with pytest.raises(ExtractError) as refused:
        read(payload, media_type=media_type, charset=None, uri="file:///x")
    assert str(refused.value).startswith(reason)


def test_a_type_that_says_nothing_leaves_it_to_the_bytes() -> None:
    page = b"<!doctype html><p>The pier is shut.</p>"
    got = read(page, media_type="application/octet-stream", charset=None, uri="file:///x")
    assert (got.media_type, got.text) == ("text/html", "The pier is shut.")


def test_parameters_of_a_media_type_do_not_matter() -> None:
    got = read(b"Pier", media_type="Text/Plain; charset=x", charset=None, uri="file:///x")
    assert got.media_type == "text/plain"
