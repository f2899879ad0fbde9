"""Small workspaces for tests, with a key of their own, a fixed clock and fixed salts."""

from pathlib import Path

from provenance.clock import FixedClock
from provenance.entropy import FixedEntropy
from provenance.network import Exchange
from provenance.settings import Settings
from provenance.workspace.assess import assess
from provenance.workspace.capture import Said, capture
from provenance.workspace.core import Workspace
from provenance.workspace.init import init

START = "2032-01-01T00:00:00.000Z"  # after every date that the tests' texts bear

REPORT = """The port authority of Kelso sold two cranes to a shipping firm on Monday, \
according to Harbour Minister Ines Vale.

Leaked invoices, recently checked by dock engineers, show that the firm paid 4 million euros.

The sale is a mistake. If the harbour loses more cranes, ferries could stop by autumn."""

DENIAL = """The port authority of Kelso denied on Tuesday that it had sold two cranes to a \
shipping firm.

The cranes stand where they stood, the authority said."""


class NoNetwork:
    """A fetcher that reaches nobody."""

    def fetch(self, uri: str) -> Exchange:
        """Fail as a closed network does."""
        return Exchange(requested=uri, uri=uri, outcome="failed", reason="there is no network")


def settings(home: Path, workspace: Path | None = None) -> Settings:
    """Return settings with a key folder of their own."""
    return Settings(home=home, workspace=workspace, person="Ada Example")


def desk(tmp: Path, *, home: str = "home", name: str = "desk") -> Workspace:
    """Return a fresh workspace."""
    return init(
        tmp / name,
        settings(tmp / home, tmp / name),
        clock=FixedClock(START),
        entropy=FixedEntropy(f"{home}/{name}"),
    )


def write(tmp: Path, name: str, text: str) -> str:
    """Write a file and return its path as a command would be given it."""
    path = tmp / name
    path.write_text(text, "utf-8")
    return str(path)


def filled(tmp: Path) -> Workspace:
    """Return a workspace with two captured and assessed documents."""
    workspace = desk(tmp)
    one, two = write(tmp, "report.txt", REPORT), write(tmp, "denial.txt", DENIAL)
    said = Said(outlet="Kelso Post", published="2026-03-04", how="pasted by hand")
    capture(workspace, [one], fetcher=NoNetwork(), said=said)
    capture(workspace, [two], fetcher=NoNetwork(), said=Said(outlet="Vale Herald"))
    assess(workspace)
    workspace.close()
    return workspace
