"""How it looks in the terminal what reading texts again would change."""

from collections.abc import Iterator

from provenance.cli.output import shown, styled
from provenance.workspace.assess.preview import Change, Preview, Reread

_QUOTE = 100  # characters of a quote
_SAID = 60  # characters of what was said, and would be


def preview_lines(found: Preview) -> Iterator[str]:
    """Yield what would change by document, then in sum."""
    for document in found.documents:
        yield from _document(document)
    texts = "1 document" if len(found.documents) == 1 else f"{len(found.documents)} documents"
    yield f"{texts} to read with {shown(found.finder)}: {_sum(found)}"
    for name, count in found.fields.items():
        yield f"{count:>7}  {name}"


def _document(document: Reread) -> Iterator[str]:
    title = f" {shown(_cut(document.title, _SAID))}" if document.title else ""
    yield f"{styled(document.document, 'bold')}{title} ({document.why}): {_sum(document)}"
    for each in document.added:
        yield f"  + {_statement(each)}"
    for each in document.gone:
        yield f"  - {_statement(each)}"
    for each in document.changed:
        yield f"  ~ {_statement(each)}"
        for one in each.differences:
            before, after = (shown(_cut(words, _SAID)) or "–" for words in (one.before, one.after))
            yield f"      {one.field}: {before} → {after}"


def _sum(found: Preview | Reread) -> str:
    counts = [
        (_count(found.added), "added"),
        (_count(found.gone), "gone"),
        (_count(found.changed), "changed"),
        (found.same, "the same"),
        (found.decided, "left as a person decided"),
    ]
    return ", ".join(f"{count} {what}" for count, what in counts if count) or "nothing in it"


def _count(found: int | tuple[Change, ...]) -> int:
    return found if isinstance(found, int) else len(found)


def _statement(change: Change) -> str:
    quote = _cut(" ".join(change.quote.split()), _QUOTE)
    return f"{change.claim or 'new':<5} {change.type:<8} “{shown(quote)}”"


def _cut(words: str, length: int) -> str:
    return words if len(words) <= length else f"{words[: length - 1]}…"
