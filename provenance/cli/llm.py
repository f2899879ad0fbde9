"""Commands that let a language model read the texts of a case, and show what it did."""

from collections.abc import Iterator

from provenance.cli.common import HERE, Common, Json, Why, done
from provenance.cli.exits import ExitCode
from provenance.cli.output import as_json, data, shown, talk
from provenance.workspace.assist import AssistanceView, assistance, switch


def on(*, why: Why = "", common: Common = HERE) -> int:
    """Let the language model that workspace.toml names read the texts of the case.

    Texts are sent to its host when the case is assessed; see docs/language-models.md.
    """
    with common.opened() as workspace:
        given = switch(workspace, on=True, why=why)
    talk(
        f"From now on the texts of this case are sent to {shown(given.host)}, for "
        f"{shown(given.model)} to mark statements in. To stop: provenance llm off"
    )
    return done("Next: provenance assess")


def off(*, why: Why = "", common: Common = HERE) -> int:
    """Send no text of the case to a language model from now on; what it found stays."""
    with common.opened() as workspace:
        switch(workspace, on=False, why=why)
    return done("no text of this case is sent to a language model")


def show(*, json: Json = False, common: Common = HERE) -> int:
    """Say whether a language model may read, which one has, and what came of it."""
    with common.opened() as workspace:
        found = assistance(workspace)
    if json:
        as_json(found)
        return ExitCode.OK
    for line in _lines(found):
        data(line)
    return ExitCode.OK


def _lines(found: AssistanceView) -> Iterator[str]:
    if found.allowed:
        yield f"allowed: {shown(found.model)} at {shown(found.host)}  {shown(found.why)}".rstrip()
    else:
        yield f"off  {shown(found.why)}".rstrip()
    yield f"workspace.toml names: {shown(found.configured) or 'none'}"
    yield f"spent: {found.spent_requests:,} requests, {found.spent_tokens:,} tokens"
    for use in found.uses:
        yield ""
        yield f"{use.document}  {shown(use.sentence)}"
        yield f"    parameters: {shown(use.parameters)}"
        yield f"    instructions: {use.prompt}"
        for line in use.refused:
            yield f"    refused: {shown(line)}"
