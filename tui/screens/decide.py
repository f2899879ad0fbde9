"""The dialogs that decide: another grade or a refusal, each with its reason.

Reliability is asked for before credibility, so that the second does not lead the first.
"""

from collections.abc import Callable, Iterable

from textual.widget import Widget

from provenance.model.dossier import ClaimView
from provenance.model.judgement import CREDIBILITY_DIGITS, RELIABILITY_LETTERS, Decision
from tui.screens.dialog import RECORD, Dialog, text_field
from tui.widgets.options import Options

Submit = Callable[[Decision, str | None, str | None, str], None]


class DecideDialog(Dialog):
    """Asks for letter and digit where the grade is overridden, and always for the reason."""

    GOES = RECORD

    def __init__(self, decision: Decision, view: ClaimView, about: str, submit: Submit) -> None:
        """Ask about a claim; what was typed goes to ``submit``."""
        super().__init__(
            f"Override the grade of {view.handle}"
            if decision is Decision.OVERRIDE
            else f"Refuse {view.handle}",
            about,
        )
        self._decision, self._view, self._submit = decision, view, submit

    def fields(self) -> Iterable[Widget]:
        """Return letter, digit and reason."""
        if self._decision is Decision.OVERRIDE:
            letter, digit = self._view.reliability, self._view.credibility
            yield Options(
                "Reliability", RELIABILITY_LETTERS, chosen=frozenset({letter}), id="reliability"
            )
            if digit is not None:
                yield Options(
                    "Credibility", CREDIBILITY_DIGITS, chosen=frozenset({digit}), id="credibility"
                )
        yield from text_field("reason", hint=self._hint)

    @property
    def _hint(self) -> str:
        if self._decision is Decision.OVERRIDE and self._view.credibility is not None:
            return 'required; 2-5: "compared with d7: \u2026"; 1: separate access'
        return "required: it is kept with the decision"

    def hand_in(self) -> str | None:
        """Hand in the decision; a reason is required."""
        reason = self.text("reason")
        if not reason:
            self.query_one("#reason").focus()
            return "A reason is required."
        self._submit(
            self._decision, self._chosen("reliability"), self._chosen("credibility"), reason
        )
        return None

    def _chosen(self, field: str) -> str | None:
        found = self.query(f"#{field}").results(Options)
        return next((each.answer for each in found), None)
