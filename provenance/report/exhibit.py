"""The exhibit: one PDF about one capture, for a court, with a declaration to sign.

Set by typst from a template that holds every word of ours; the words of the evidence go in as
JSON, as text and never as markup. The same facts give the same bytes: the date is that of the
facts, and only the fonts that come with typst are used. PDF/A-2b (ISO 19005-2), so that it can be
kept.

Where the evidence has characters that those fonts do not have, the machine's fonts are used too,
and the file is plain PDF, the same on that machine only; what no font there has is an empty box.
The package holds the text itself.

Left out: a picture of the page, which no capture has yet.
"""

import json
from importlib.resources import as_file, files
from importlib.util import find_spec
from typing import Literal

from provenance.clock import parse_timestamp
from provenance.display import for_terminal, one_line
from provenance.errors import UsageError
from provenance.model import Digest, Timestamp, Value

Row = tuple[str, str]  # label, value


class CustodyRow(Value):
    """One line of the chain of custody."""

    entry: str
    at: str
    by: str
    what: str
    package: str


class PackageFile(Value):
    """The file that goes with the exhibit."""

    file: str
    digest: Digest


class Exhibit(Value):
    """All that an exhibit says."""

    title: str
    made_at: Timestamp
    recipient: str
    package: PackageFile
    what: tuple[Row, ...]
    times: tuple[Row, ...]
    digests: tuple[Row, ...]
    said: tuple[Row, ...]
    custody: tuple[CustodyRow, ...]
    stamps: tuple[str, ...]
    log: tuple[Row, ...]
    shows: tuple[str, ...]
    does_not_show: tuple[str, ...]
    withheld: tuple[Row, ...]
    check: tuple[str, ...]
    text: tuple[str, ...]  # paragraphs
    text_note: str


def check_typst() -> None:
    """Return when PDFs can be made here; say what is to be done otherwise (UsageError)."""
    if find_spec("typst") is None:
        raise UsageError(
            "PDF files are set by typst, which is not installed here; get it with: "
            'pip install "provenance-desk[pdf]"'
        )


def exhibit_pdf(exhibit: Exhibit) -> bytes:
    """Return the exhibit as PDF/A; the same facts give the same bytes."""
    check_typst()
    import typst

    moment = parse_timestamp(exhibit.made_at)
    facts = _safe(exhibit.model_dump(mode="json"))
    facts["date"] = [*moment.timetuple()[:6]]
    template = files("provenance.report").joinpath("templates", "exhibit.typ")
    inputs = {"data": json.dumps(facts)}
    with as_file(template) as path:

        def compiled(*, own_fonts: bool, standard: Literal["a-2b"] | None) -> object:
            compiler = typst.Compiler(
                input=str(path),
                root=str(path.parent),
                ignore_system_fonts=own_fonts,
                sys_inputs=inputs,
            )
            at = int(moment.timestamp())
            return compiler.compile(format="pdf", pdf_standards=standard, timestamp=at)

        try:
            made = compiled(own_fonts=True, standard="a-2b")
        except typst.TypstError:  # PDF/A takes no text that a font cannot show
            made = compiled(own_fonts=False, standard=None)
    if not isinstance(made, bytes):  # more than one file is what other formats give
        raise UsageError("typst gave no PDF; install another version of it")
    return made


def _safe(value: dict[str, object]) -> dict[str, object]:
    """Return facts in which no character hides or reorders what is read."""
    return {
        name: [for_terminal(str(line)) for line in each]
        if name == "text" and isinstance(each, list)
        else _lines(each)
        for name, each in value.items()
    }


def _lines(value: object) -> object:
    if isinstance(value, str):
        return one_line(value)
    if isinstance(value, list):
        return [_lines(each) for each in value]
    if isinstance(value, dict):
        return {name: _lines(each) for name, each in value.items()}
    return value
