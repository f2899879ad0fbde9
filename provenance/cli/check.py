"""The command ``check``: a draft held beside the claims of the workspace."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from provenance.cli.common import HERE, Common, Json
from provenance.cli.exits import ExitCode
from provenance.cli.output import as_json, data, paragraph, progress, shown, styled, talk

if TYPE_CHECKING:
    from provenance.model.checking import AmissView, CarrierView, CheckedView, PieceView


def check(
    draft: Annotated[Path, Parameter(help="A file, or - for standard input.")],
    *,
    html: Annotated[
        Path | None, Parameter(help="Write the draft as a page, each sentence marked.")
    ] = None,
    json: Json = False,
    common: Common = HERE,
) -> int:
    """Hold a draft beside the claims of the workspace; nothing of it is recorded.

    Each factual sentence is shown with the claim that carries it, and with what is amiss: the
    wording is stronger than the evidence, no claim carries it, or circular reporting is behind
    it. Forecasts, opinions and norms are listed apart.
    """
    from provenance.workspace.check import check_draft, write

    with common.opened() as workspace, progress("checking") as tell:
        given = sys.stdin.buffer.read() if str(draft) == "stdin:" else draft
        checked = check_draft(workspace, given, tell)
        if html is not None:
            write(workspace, checked, "html", html)
    if json:
        as_json(checked)
    else:
        _told(checked)
    if html is not None:
        talk(f"Wrote {shown(str(html))}")
    return _ending(checked)


def _ending(checked: "CheckedView") -> int:
    talk(
        f"{len(checked.facts)} facts: {len(checked.amiss)} amiss, {len(checked.uncarried)} that no "
        f"claim carries. {len(checked.apart)} forecasts, opinions and norms apart."
    )
    for note in checked.notes:
        talk(shown(note))
    if not checked.language_read:
        talk(f"The language is {shown(checked.language)}: sentences in it are not read.")
        return ExitCode.SOME_FAILED
    return ExitCode.OK if checked.clean else ExitCode.NOT_CARRIED


def _told(checked: "CheckedView") -> None:
    for number, piece in enumerate(checked.pieces, 1):
        if piece.verdict not in ("apart", "no statement"):
            _fact(number, piece)
    for number, piece in enumerate(checked.pieces, 1):
        if piece.verdict == "apart":
            data(f"{number:>4}  {styled(piece.kind, 'dim')}  {shown(piece.text)}")


def _fact(number: int, piece: "PieceView") -> None:
    colour = "green" if piece.verdict == "nothing amiss" else "red"
    data(f"{number:>4}  {styled(piece.verdict, colour)}  {shown(piece.text)}")
    if piece.carrier is not None:
        also = f"; also {', '.join(piece.others)}" if piece.others else ""
        data(paragraph(f"carried by {_claim(piece.carrier)}{also}", "      "))
    elif piece.nearest is not None:
        data(paragraph(f"the nearest claim is {_claim(piece.nearest)}", "      "))
    for each in piece.amiss:
        _amiss(each)
    if piece.instead:
        data(paragraph(f"write instead: “{piece.instead}”", "      "))


def _claim(view: "CarrierView") -> str:
    grade = f"{view.cell} {'proposed' if view.proposed else 'confirmed by a person'}"
    names = "; ".join(
        f"{'against it: ' if each.stance == 'contradicts' else ''}{each.name}"
        for each in view.origins
    )
    state = f", {view.state}" if view.state != "proposed" else ""
    return f"{view.handle} [{grade}{state}, {view.rule}] from {names or 'no origin'}"


def _amiss(each: "AmissView") -> None:
    data("      - " + paragraph(f"{each.rule}: {each.sentence}", "        ").lstrip())
    data(paragraph(f"here: “{each.words}”", "        "))
    for side in each.beside:
        outlet = side.outlet or "outlet unknown"
        data(paragraph(f"{side.document} {outlet}: “{side.words}”", "        "))
