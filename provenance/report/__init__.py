"""Report: a dossier as one file, for a reader who was not there.

Four formats of the same content: a self-contained HTML page for people, Markdown for a brief,
CSV (one row for each claim and appearance) for a spreadsheet, JSON (the dossier as it is) for
programs. Pure: the same dossier gives the same bytes; nothing is read but this package's own
templates, and nothing is fetched when the report is read.

Invariants: a grade that no person confirmed says "proposed"; a derivation that no person
confirmed is never called a copy; F and 6 stand apart as "cannot be judged" and are never
ordered after E and 5; captured text never becomes markup, address, formula or escape sequence.

``words``      each coded value in plain words
``overview``   counts, the Admiralty matrix, which claims are graded and which stand apart
``order``      what a reader sees first, what is folded
``excerpts``   a quote with the words around it
``page``       HTML        ``markdown``  Markdown        ``rows``  CSV

Left out: PDF and DOCX; exchange formats; any judgement (the grade is shown, never made here).
"""

import json
from collections.abc import Callable, Mapping

from provenance.errors import UsageError
from provenance.model.dossier import Dossier

FORMATS = ("html", "md", "csv", "json")
ENVELOPE = "provenance-report/1"


def render(dossier: Dossier, format: str) -> bytes:  # noqa: A002  # the word users type
    """Return the report in one of FORMATS, UTF-8; the same dossier gives the same bytes."""
    writer = _WRITERS.get(format)
    if writer is None:
        raise UsageError(
            f"There is no report format {format!r}. Choose one of {', '.join(FORMATS)}."
        )
    return writer(dossier)


def _html(dossier: Dossier) -> bytes:
    from provenance.report.page import html

    return html(dossier).encode()


def _markdown(dossier: Dossier) -> bytes:
    from provenance.report.markdown import markdown

    return markdown(dossier).encode()


def _csv(dossier: Dossier) -> bytes:
    from provenance.report.rows import table

    return table(dossier)


def _json(dossier: Dossier) -> bytes:
    """Return the dossier in its envelope; ASCII only, so that no character can hide."""
    envelope = {"format": ENVELOPE, "dossier": dossier.model_dump(mode="json")}
    return (json.dumps(envelope, indent=2) + "\n").encode("ascii")


_WRITERS: Mapping[str, Callable[[Dossier], bytes]] = {
    "html": _html,
    "md": _markdown,
    "csv": _csv,
    "json": _json,
}
