"""What the listings show of each record: the columns of a table, and the texts one can search."""

from collections.abc import Callable, Mapping, Sequence
from json import loads
from typing import TYPE_CHECKING, NamedTuple

from provenance.model.dossier import SourceView

if TYPE_CHECKING:
    from provenance.workspace.views import Views

_BEGINNING = 60  # characters that stand for a text without a title


class Row(NamedTuple):
    """One record of a listing: as JSON shows it, as the table does, and what else is searched."""

    view: object
    cells: tuple[str, ...]
    text: str = ""

    def has(self, words: str) -> bool:
        """Return whether the words stand in what people see of the record."""
        return words.casefold() in "\n".join((*self.cells, self.text)).casefold()


class Listing(NamedTuple):
    """One listing: the heads of its columns, and its rows."""

    head: tuple[str, ...]
    rows: Callable[["Views"], Sequence[Row]]


def _claims(views: "Views") -> list[Row]:
    return [
        Row(
            each,
            (
                each.handle,
                each.cell,
                each.state,
                each.type,
                str(each.origins),
                str(each.appearances),
                ",".join(each.flags),
                each.wording,
            ),
        )
        for each in views.queue()
    ]


def _documents(views: "Views") -> list[Row]:
    return [
        Row(
            each,
            (
                each.handle,
                each.capture.handle,
                each.published or "unknown",
                each.outlet or "unknown",
                each.title or f"no title: “{each.text[:_BEGINNING].strip()}”",
            ),
            each.text,
        )
        for each in views.documents()
    ]


def _captures(views: "Views") -> list[Row]:
    return [
        Row(
            each,
            (
                each.handle,
                each.document or "–",
                each.outcome,
                each.begun_at,
                "–" if each.size is None else str(each.size),
                each.reason or each.unread,
                each.uri,
            ),
        )
        for each in views.captures()
    ]


def _sources(views: "Views") -> list[Row]:
    return [
        Row(
            each,
            (
                each.handle,
                each.grade.value if each.grade else "F",
                each.type if each.named else f"unnamed {each.type}",
                str(len(each.claims)),
                one_with(each),
                each.name,
            ),
        )
        for each in views.sources()
    ]


def one_with(source: SourceView) -> str:
    """Return which sources a person says are this one, and which may be."""
    same = ", ".join(source.same_as)
    may = f"may be {', '.join(source.may_be)}" if source.may_be else ""
    own = "ours" if source.ours else ""
    return "; ".join(part for part in (own, same, may) if part) or "–"


def _findings(views: "Views") -> list[Row]:
    return [
        Row(each, (each.handle, ",".join(each.about[:4]), each.rule, each.sentence))
        for each in views.findings()
    ]


def _log(views: "Views") -> list[Row]:
    return [
        Row(
            loads(entry.encoded),
            (str(entry.seq), entry.at, entry.kind, str(entry.count), entry.root.hex()[:16]),
        )
        for entry, _ in views.workspace.store.entries()
    ]


LISTINGS: Mapping[str, Listing] = {
    "claims": Listing(
        ("claim", "cell", "state", "kind", "origins", "in", "flags", "wording"), _claims
    ),
    "documents": Listing(("document", "capture", "published", "outlet", "title"), _documents),
    "captures": Listing(
        ("capture", "document", "outcome", "at", "bytes", "reason", "address"), _captures
    ),
    "sources": Listing(("source", "letter", "type", "claims", "one with", "name"), _sources),
    "findings": Listing(("finding", "about", "rule", "sentence"), _findings),
    "log": Listing(("entry", "at", "kind", "records", "root"), _log),
}
