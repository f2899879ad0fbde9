"""Commands of custody: verify, audit, backup, agents, completion."""

from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from provenance.cli.common import HERE, Common, Json, Why, new_name, new_passphrase
from provenance.cli.exits import ExitCode
from provenance.cli.output import as_json, data, progress, shown, styled, table, talk
from provenance.errors import UsageError


def verify(
    file: Annotated[Path | None, Parameter(help="A package, checked without a workspace.")] = None,
    /,
    *,
    key: Annotated[
        str | None, Parameter(name="--key", help="The log's verifier key, for a package.")
    ] = None,
    against: Annotated[
        tuple[Path, ...],
        Parameter(
            name="--against",
            consume_multiple=True,
            negative=(),
            show_default=False,
            help="Checkpoints kept elsewhere, which the log must extend.",
        ),
    ] = (),
    all_: Annotated[
        bool,
        Parameter(name="--all", negative=(), help="Every disagreement, not the first of a kind."),
    ] = False,
    workers: Annotated[int, Parameter(help="Processes that check side by side.")] = 2,
    json: Json = False,
    common: Common = HERE,
) -> int:
    """Check records, log, derived tables, blobs, checkpoints, signatures. Writes nothing."""
    if file is not None:
        from provenance.cli.disclose import verify_package

        if against:
            raise UsageError("--against is about the log of a workspace; a package takes --key")
        return verify_package(file, key=key, json=json)
    from provenance.workspace.verify import verify as check

    for path in against:
        if not path.is_file():
            raise UsageError(f"there is no file {path}")
    with progress("verifying") as tell:
        found = check(
            common.settings(),
            against=against,
            workers=max(1, workers),
            indexes=all_,
            progress=tell,
        )
    code = ExitCode.OK if found.clean else ExitCode.NOT_VERIFIED
    if json:
        as_json(found)
        return code
    first = {each.what: each for each in reversed(found.problems)}
    named = [each for each in found.problems if all_ or each is first[each.what]]
    for problem in named:
        word = styled("DISAGREES", "red")
        data(f"{word}  {problem.what} {shown(problem.which)}: {shown(problem.sentence)}")
    if len(found.problems) > len(named):
        talk(f"{len(found.problems) - len(named)} more; see: provenance verify --all")
    for word, lines in (
        ("shows", found.shows),
        ("note", found.notes),
        ("unchecked", found.not_checked),
    ):
        for line in lines:
            data(f"{word:<9}  {shown(line)}")
    verdict = styled("verified", "green") if found.clean else styled("NOT VERIFIED", "red")
    data(
        f"{verdict}: {found.entries} entries, {found.records} records, {found.blobs} blobs, "
        f"{found.checkpoints} checkpoints; root {found.root[:16] or 'unknown'}"
    )
    talk("What this shows and what it does not: docs/threat-model.md")
    return code


def export(
    *,
    output: Annotated[Path, Parameter(name=("--output", "-o"), help="A folder.")] = Path("audit"),
    names: Annotated[
        bool,
        Parameter(name="--names", negative=(), help="Show the names of agents, not keys alone."),
    ] = False,
    json: Json = False,
    common: Common = HERE,
) -> int:
    """Write the log as a tiled log, JSON Lines and CSV: commitments and signatures, no content."""
    from provenance.workspace.export import export_log

    with common.opened() as workspace:
        made = export_log(workspace, output, names=names)
    if json:
        as_json(made)
    else:
        talk(
            f"Wrote {made.new} new entries, {made.entries} in all, to {shown(made.folder)}; "
            f"root {made.root[:16]}"
        )
    if made.covered < made.entries:
        talk(
            f"the checkpoint covers {made.covered} of them: this account does not hold the "
            "log's key"
        )
    return ExitCode.OK


def backup(file: Path, /, *, json: Json = False, common: Common = HERE) -> int:
    """Write records, log and blobs into one file. Private keys are not in it."""
    from provenance.workspace.backup import backup as make

    with common.opened() as workspace:
        made = make(workspace, file)
    if json:
        as_json(made)
        return ExitCode.OK
    talk(f"Wrote {shown(made.path)}: {made.entries} entries, {made.blobs} blobs; {made.digest}")
    home = common.settings().home
    talk(f"Your keys are not in it; keep a copy of {shown(str(home))} in another place")
    return ExitCode.OK


def restore(
    file: Path,
    folder: Path | None = None,
    /,
    *,
    why: Why = "",
    json: Json = False,
    common: Common = HERE,
) -> int:
    """Put a backup back; what was there is set aside, and the restore is an entry."""
    from provenance.workspace.backup import restore as put_back
    from provenance.workspace.locate import find_root

    settings = common.settings()
    if not why.strip():
        raise UsageError("a restore is an entry of the log and has a reason: --why")
    target = folder if folder is not None else find_root(settings)
    made = put_back(file, target, settings, why=why)
    if json:
        as_json(made)
        return ExitCode.OK
    talk(f"Back to entry {made.back_to} in {shown(made.folder)}")
    if made.set_aside:
        talk(f"What was there is kept: {shown(made.set_aside)}")
    if made.new_origin:
        talk(
            "The log goes on under a new origin, because a longer one may have been signed: "
            f"{made.new_origin}"
        )
    return ExitCode.OK


def upgrade(
    *,
    to: Annotated[Path | None, Parameter(name="--backup", help="Where the backup goes.")] = None,
    common: Common = HERE,
) -> int:
    """Bring an older schema up; a backup is made first."""
    from provenance.workspace.backup import upgrade as bring_up
    from provenance.workspace.core import Workspace
    from provenance.workspace.locate import find_root

    settings = common.settings()
    workspace = Workspace(find_root(settings), settings)
    found = workspace.store.database.revision()
    target = to or workspace.root / f"before-upgrade-from-{found}.zip"
    made = bring_up(workspace, target)
    if made is None:
        talk("the workspace is up to date; nothing was changed")
    else:
        talk(f"Upgraded. The workspace as it was: {shown(made.path)}")
    return ExitCode.OK


def agent_add(name: str, public_key: str, /, *, common: Common = HERE) -> int:
    """Introduce a colleague, who prints the public key with: provenance agent key."""
    from provenance.workspace.agents import add_agent

    with common.opened() as workspace:
        agent = add_agent(workspace, name, public_key)
    talk(f"{shown(agent.name)} may now act on this desk")
    return ExitCode.OK


def agent_key(
    *,
    name: Annotated[str | None, Parameter(help="Your name, for a new key.")] = None,
    common: Common = HERE,
) -> int:
    """Print your public key, and make a key if you have none."""
    from provenance.workspace.agents import own_key

    settings = common.settings()
    found, public, made = own_key(settings, new_name(settings, name), new_passphrase(settings))
    if made:
        talk(f"Made a key for {shown(found)} in {shown(str(settings.home))}")
    elif name is not None and name != found:
        talk(f"You have a key already and act under its name: {shown(found)}")
    data(public)
    return ExitCode.OK


def agent_list(*, json: Json = False, common: Common = HERE) -> int:
    """List who may act on this desk."""
    from provenance.workspace.views import Views

    with common.opened() as workspace:
        found = Views(workspace).agents()
    if json:
        as_json(found)
        return ExitCode.OK
    table(
        ("agent", "role", "public key", "name"),
        [(each.handle, each.role, each.public_key or "–", each.name) for each in found],
    )
    return ExitCode.OK


def completion(shell: Literal["bash", "zsh", "fish"] = "bash", /) -> int:
    """Print the completion script of a shell."""
    from provenance.cli.app import build

    data(build().generate_completion(shell=shell))
    return ExitCode.OK
