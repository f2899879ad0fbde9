"""Commands for outsiders: disclosure packages, exhibits, proofs, and checking a package."""

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from provenance.cli.common import HERE, Common, Json
from provenance.cli.exits import ExitCode
from provenance.cli.output import as_json, data, shown, styled, talk
from provenance.errors import AuditError, UsageError

Output = Annotated[Path, Parameter(name=("--output", "-o"), help="The file to write.")]
To = Annotated[str, Parameter(name="--to", help="Who gets it; kept as custody.")]
Withhold = Annotated[
    tuple[str, ...],
    Parameter(
        name="--withhold",
        consume_multiple=True,
        negative=(),
        show_default=False,
        help="Fields to hide: capture.collector, or title.",
    ),
]
Also = Annotated[
    tuple[str, ...],
    Parameter(
        name="--disclose",
        consume_multiple=True,
        negative=(),
        show_default=False,
        help="Fields to show that are hidden otherwise: agent.name.",
    ),
]
AllowRepeats = Annotated[
    bool,
    Parameter(
        name="--allow-repeats",
        negative=(),
        help="Even where the words of a hidden field stand in one that is shown.",
    ),
]
Why = Annotated[str, Parameter(name="--why", help="The reason, kept as custody.")]


def disclose(
    handles: Annotated[tuple[str, ...], Parameter(help="Claims (c12) and captures (k3).")],
    /,
    *,
    to: To,
    output: Output = Path("package.zip"),
    withhold: Withhold = (),
    also: Also = (),
    blobs: Annotated[
        bool, Parameter(name="--with-blobs", negative="--without-blobs", help="The bytes too.")
    ] = False,
    allow_repeats: AllowRepeats = False,
    why: Why = "",
    json: Json = False,
    common: Common = HERE,
) -> int:
    """Write a package that an outsider can check: records, proofs, a verifier in one file."""
    from provenance.workspace.disclose import Order
    from provenance.workspace.disclose import disclose as make

    order = Order(
        recipient=to,
        withhold=withhold,
        also=also,
        with_blobs=blobs,
        allow_repeats=allow_repeats,
        why=why,
    )
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
    to: To,
    output: Annotated[
        Path | None, Parameter(name=("--output", "-o"), help="The PDF; exhibit-k3.pdf by default.")
    ] = None,
    withhold: Withhold = (),
    also: Also = (),
    blobs: Annotated[
        bool,
        Parameter(name="--with-blobs", negative="--without-blobs", help="The captured bytes too."),
    ] = True,
    allow_repeats: AllowRepeats = False,
    why: Why = "",
    json: Json = False,
    common: Common = HERE,
) -> int:
    """Write a PDF to sign about a capture, with a package and its verifier beside it."""
    from provenance.display import for_file_name
    from provenance.workspace.disclose import Order
    from provenance.workspace.exhibit import exhibit as make

    path = output or Path(f"exhibit-{for_file_name(handle)}.pdf")
    order = Order(
        recipient=to,
        withhold=withhold,
        also=also,
        with_blobs=blobs,
        allow_repeats=allow_repeats,
        why=why,
    )
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
