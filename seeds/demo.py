"""``make demo``: the main job on the newsroom, from served pages to a verified report.

Builds a workspace in ``demo/`` with a key of its own, captures the press world over real HTTP
on 127.0.0.1, assesses it, writes a report and an audit export, verifies the log, prints one
screen, and opens the review room in a terminal. Nothing outside ``demo/`` is touched.
"""

import os
import shutil
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from provenance.cli import main as main_command
from provenance.display import one_line
from provenance.model.dossier import Dossier
from provenance.settings import Settings
from provenance.workspace.assess import assess
from provenance.workspace.core import Workspace
from provenance.workspace.correct import describe_case
from provenance.workspace.export import export_log
from provenance.workspace.init import init
from provenance.workspace.publish import publish
from provenance.workspace.verify import Verification, verify_workspace
from provenance.workspace.views import Views
from seeds.run import captured
from seeds.serve import served
from seeds.world import NEWSROOM, load

FOLDER = Path("demo")


def main() -> int:
    """Run the demo and return an exit code."""
    begun = time.monotonic()
    if FOLDER.exists():
        if not (FOLDER / ".demo").exists():
            sys.stderr.write(f"{FOLDER}/ holds something else; move it away first\n")
            return 2
        shutil.rmtree(FOLDER)
    settings = Settings(home=FOLDER / "keys", person="Demo Analyst", workspace=FOLDER)
    workspace = _built(settings)
    report = FOLDER / "report.html"
    report.write_bytes(publish(workspace, "html"))
    export_log(workspace, FOLDER / "audit")
    checked = verify_workspace(workspace)
    dossier = Views(workspace).dossier()
    for line in _summary(dossier, checked, report, time.monotonic() - begun):
        sys.stdout.write(line + "\n")
    workspace.close()
    if sys.stdin.isatty() and sys.stdout.isatty():
        sys.stdout.write("The review room opens when you press Enter (Ctrl+C to leave it).\n")
        try:
            input()
        except (KeyboardInterrupt, EOFError):
            return 0
        os.environ["PROVENANCE_HOME"] = str(settings.home.resolve())
        return main_command(["review", "--workspace", str(FOLDER)])
    return 0 if checked.clean else 4


def _built(settings: Settings) -> Workspace:
    """Return the demo's workspace, captured and assessed with visible progress."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description:<24}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console) as bars:
        tasks: dict[str, int] = {}

        def tell(what: str, done: int, total: int) -> None:
            if what not in tasks:
                tasks[what] = bars.add_task(what, total=total)
                if not console.is_terminal:
                    console.print(what)
            bars.update(tasks[what], completed=done, total=total)  # type: ignore[arg-type]

        workspace = init(FOLDER, settings)
        (FOLDER / ".demo").touch()
        describe_case(
            workspace,
            name="newsroom",
            question="What did the ministry sign, and who knows it from where?",
        )
        world = load(NEWSROOM)
        with served(world) as base:
            captured(workspace, world, base, tell)
        assess(workspace, progress=tell)
    return workspace


def _summary(
    dossier: Dossier, checked: Verification, report: Path, seconds: float
) -> Iterator[str]:
    facts = [claim for claim in dossier.claims if claim.type == "fact"]
    cells = Counter(claim.cell for claim in facts)
    kinds = Counter(str(claim.type) for claim in dossier.claims)
    several = [claim for claim in facts if len(claim.appearances) > 1]
    yield ""
    captures, documents = len(dossier.captures), len(dossier.documents)
    yield f"{captures} captures, {documents} documents, in {seconds:.1f} s"
    yield "claims: " + ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())
    yield "grades: " + ", ".join(f"{count} × {cell}" for cell, count in sorted(cells.items()))
    reports = sum(len(claim.appearances) for claim in several)
    origins = sum(
        sum(1 for origin in claim.origins if origin.stance == "supports") for claim in several
    )
    yield f"{len(several)} facts stand in several documents: {reports} reports, {origins} origins"
    yield f"circular reports: {len(dossier.circular)}"
    for sentence in dossier.circular:
        yield f"  {one_line(sentence, 76)}"
    yield "next leads:"
    for lead in dossier.leads[:3]:
        sought = f": look for “{lead.search[0]}”" if lead.search else ""
        yield f"  {lead.rank}. {one_line(f'{lead.rule}{sought}', 74)}"
    verdict = "verified" if checked.clean else "NOT VERIFIED: run provenance verify"
    yield f"log: {checked.entries} entries, {checked.records} records, {verdict}"
    yield f"report: {report}    audit export: {FOLDER / 'audit'}/"
    yield f"look around: {_command('review')}"


def _command(verb: str) -> str:
    return f"PROVENANCE_HOME={FOLDER / 'keys'} .venv/bin/provenance {verb} -w {FOLDER}"


if __name__ == "__main__":
    sys.exit(main())
