"""Commands that keep the log's checkpoints outside: audit anchor, audit renew."""

from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from provenance.cli.common import HERE, Common, Json
from provenance.cli.exits import ExitCode
from provenance.cli.output import as_json, data, shown, styled, talk
from provenance.settings import MIB, Settings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from provenance.network import Service
    from provenance.workspace.anchor import Placed


def anchor(*, json: Json = False, common: Common = HERE) -> int:
    """Put the newest checkpoint where workspace.toml says, and have authorities stamp it."""
    from provenance.workspace.anchor import anchor as keep

    with common.opened() as workspace:
        result = keep(workspace, service=_service(common.settings()))
    if json:
        as_json(result)
    else:
        talk(f"Checkpoint over {result.size} entries of {shown(result.origin)}")
        _told(result.placed)
        talk(result.left.sentence)
    return ExitCode.OK if result.complete else ExitCode.SOME_FAILED


def renew(
    *,
    within: Annotated[int, Parameter(help="Stamps whose certificates end within so many days.")] = (
        90
    ),
    json: Json = False,
    common: Common = HERE,
) -> int:
    """Stamp again, by a longer digest, before the certificates of earlier stamps end."""
    from provenance.workspace.anchor import renew as again

    with common.opened() as workspace:
        result = again(workspace, service=_service(common.settings()), within_days=within)
    if json:
        as_json(result)
    elif not result.due:
        talk(f"no stamp is to be renewed within {within} days")
    else:
        _told(result.placed)
    return ExitCode.OK if result.complete else ExitCode.SOME_FAILED


def _told(placed: "Iterable[Placed]") -> None:
    for each in placed:
        word = styled("done  ", "green") if each.done else styled("FAILED", "red")
        data(f"{word}  {each.kind} {shown(each.place)}: {shown(each.sentence)}")


def _service(settings: Settings) -> "Service":
    from provenance import __version__
    from provenance.network import HttpFetcher

    return HttpFetcher(
        profile="service",
        offline=settings.offline,
        timeout_s=settings.timeout_s,
        max_bytes=16 * MIB,  # revocation lists of large authorities have a few
        user_agent=f"provenance-desk/{__version__}",
    )
