"""Commands for outsiders: disclosure packages, exhibits, proofs, and checking a package."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from provenance.cli.common import HERE, Common, Json
from provenance.cli.exits import ExitCode
from provenance.cli.output import as_json, data, shown, styled, talk
from provenance.errors import AuditError, UsageError

if TYPE_CHECKING:
    from provenance.workspace.disclose import Order

Fields = Annotated[
    tuple[str, ...], Parameter(consume_multiple=True, negative=(), show_default=False)
]
Output = Annotated[Path, Parameter(name=("--output", "-o"), help="The file to write.")]


@Parameter(name="*")
@dataclass(frozen=True, kw_only=True)
class Handing:
    """What is asked of everything that is handed on."""

    to: Annotated[str, Parameter(help="Who gets it; kept as custody.")]
    withhold: Annotated[Fields, Parameter(help="Fields to hide: capture.collector, or title.")] = ()
    also: Annotated[
        Fields,
        Parameter(name="--disclose", help="Fields to show that are hidden otherwise: agent.name."),
    ] = ()
    allow_repeats: Annotated[
        bool,
        Parameter(
            negative=(), help="Even where the words of a hidden field stand in one that is shown."
        ),
    ] = False
    why: Annotated[str, Parameter(help="The reason, kept as custody.")] = ""

    def order(self, *, with_blobs: bool) -> "Order":
        """Return it as the workspace takes it."""
        from provenance.workspace.disclose import Order

        return Order(
            recipient=self.to,
            withhold=self.withhold,
            also=self.also,
            with_blobs=with_blobs,
            allow_repeats=self.allow_repeats,
            why=self.why,
        )


def disclose(
    handles: Annotated[tuple[str, ...], Parameter(help="Claims (c12) and captures (k3).")],
    /,
    *,
    handing: Handing,
    output: Output = Path("package.zip"),
    blobs: Annotated[
        bool, Parameter(name="--with-blobs", negative="--without-blobs", help="The bytes too.")
    ] = False,
    json: Json = False,
    common: Common = HERE,
) -> int:
    """Write a package that an outsider can check: records, proofs, a verifier in one file."""
    from provenance.workspace.disclose import disclose as make

    order = handing.order(with_blobs=blobs)
    with common.opened() as workspace:
        made = make(workspace, handles, output, order)
    if json:
        as_json(made)
        return ExitCode.OK
    talk(
        f"Wrote {shown(made.path)}: {made.records} records, {made.blobs} blobs, proved to be in "
        f"the log of {made.size} entries; {made.digest}"
    )
    talk(f"Withheld: {', '.join(made.withheld) or 'nothing'}")
    for sentence in made.repeated:
        talk(sentence)
    talk(
        f"Written down as custody of {made.captures} captures. To check it: provenance verify FILE"
    )
    return ExitCode.OK


def exhibit(
    handle: Annotated[str, Parameter(help="A capture, such as k3.")],
    /,
    *,
    handing: Handing,
    output: Annotated[
        Path | None, Parameter(name=("--output", "-o"), help="The PDF; exhibit-k3.pdf by default.")
    ] = None,
    blobs: Annotated[
        bool,
        Parameter(name="--with-blobs", negative="--without-blobs", help="The captured bytes too."),
    ] = True,
    json: Json = False,
    common: Common = HERE,
) -> int:
    """Write a PDF to sign about a capture, with a package and its verifier beside it."""
    from provenance.display import for_file_name
    from provenance.workspace.exhibit import exhibit as make

    path = output or Path(f"exhibit-{for_file_name(handle)}.pdf")
    order = handing.order(with_blobs=blobs)
    with common.opened() as workspace:
        made = make(workspace, handle, path, order)
    if json:
        as_json(made)
        return ExitCode.OK
    talk(f"Wrote {shown(made.path)}, to be read and signed")
    talk(f"beside it {shown(made.package.path)} ({made.package.digest}) and {shown(made.verifier)}")
    talk(f"Withheld: {', '.join(made.package.withheld) or 'nothing'}")
    return ExitCode.OK


def prove(
    record: Annotated[str, Parameter(help="A handle such as c12, or a record's id.")],
    /,
    *,
    output: Annotated[
        Path | None, Parameter(name=("--output", "-o"), help="A file; stdout by default.")
    ] = None,
    json: Json = False,
    common: Common = HERE,
) -> int:
    """Prove that a record's step is in the log (C2SP tlog-proof), without its content."""
    from provenance.workspace.prove import prove as make

    with common.opened() as workspace:
        made = make(workspace, record)
    if json:
        as_json(made)
        return ExitCode.OK
    if output is None:
        data(made.proof.removesuffix("\n"))
    elif output.exists():
        raise UsageError(f"{output} is there already; name another file")
    else:
        output.write_bytes(made.proof.encode())
    talk(f"{made.kind} {made.record}: entry {made.entry} of {made.size}")
    return ExitCode.OK


def verify_package(file: Path, *, key: str | None, json: bool) -> int:
    """Check a package as a reader would who has no workspace."""
    from provenance.workspace.disclose import check_package

    try:
        found = check_package(file, trusted=key)
    except AuditError as error:
        if json:
            as_json({"refused": str(error)})
            return ExitCode.NOT_VERIFIED
        data(f"{styled('NOT VERIFIED', 'red')}: {shown(str(error))}")
        return ExitCode.NOT_VERIFIED
    if json:
        as_json(found)
        return ExitCode.OK
    for word, lines in (
        ("shows", found.shows),
        ("shows not", found.does_not_show),
        ("withheld", tuple(f"{each.kind}: {', '.join(each.fields)}" for each in found.withheld)),
        ("note", found.notes),
    ):
        for line in lines:
            data(f"{word:<9}  {shown(line)}")
    data(f"{'key':<9}  {shown(found.verifier_key)}")
    data(
        f"{styled('verified', 'green')}: {found.records} records, {found.steps} entries, "
        f"{found.blobs} blobs, under a checkpoint of {found.entries} entries; "
        f"root {found.root[:16]}"
    )
    return ExitCode.OK
