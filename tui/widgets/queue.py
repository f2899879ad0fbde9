"""The queue of claims: two lines each, the grade and how far it has come in words."""

from provenance.model.dossier import ClaimRow
from tui.record import grade_words
from tui.widgets.row_list import Piece, RowList, shown


class QueueList(RowList):
    """The claims to review."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        """Start without claims."""
        super().__init__(id=id)
        self._rows: tuple[ClaimRow, ...] = ()

    def show_claims(self, rows: tuple[ClaimRow, ...], index: int) -> None:
        """Draw the claims with one selected."""
        self._rows = rows
        self.show_rows(len(rows), index)

    def row(self, index: int) -> tuple[list[Piece], ...]:
        """Return handle, grade, kind, origins and flags; under them the wording."""
        row = self._rows[index]
        grade = grade_words(row.cell, proposed=row.proposed, state=row.state)
        origins = f"{row.origins} origin{'' if row.origins == 1 else 's'} in {row.appearances}"
        first: list[Piece] = [
            (f"{row.handle:<4} ", "strong"),
            (f"{grade:<17} ", "strong" if row.state == "proposed" else ""),
            (f"{row.type.value:<9} ", ""),
            (f"{origins:<14} ", "faint"),
            (shown(", ".join(row.flags)), "warn"),
        ]
        return first, [(" " * 5 + shown(row.wording), "")]
