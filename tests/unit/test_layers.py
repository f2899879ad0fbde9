"""What a command loads: whatever it does not need stays out, so that it starts fast."""

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow  # whole desks, one after the other

SQL = ("sqlalchemy", "sqlmodel", "alembic")
MARKDOWN = ("markdown_it", "rich.markdown")
LEARNT = ("provenance.claims.learnt", "numpy")
READERS = ("trafilatura", "py3langid", "nupunkt", "tld")


def loaded(statements: str, home: Path) -> frozenset[str]:
    """Return the modules that a fresh interpreter has loaded after some statements."""
    program = f"import sys\n{statements}\nprint('loaded:', *sys.modules)"
    done = subprocess.run(  # noqa: S603  # our own interpreter
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env={"PROVENANCE_HOME": str(home / "home"), "PATH": ""},
        cwd=home,
    )
    return frozenset(done.stdout.rpartition("loaded:")[2].split())


def after(home: Path, *words: str) -> frozenset[str]:
    """Return the modules that a command has loaded when it ends."""
    return loaded(
        f"from provenance.cli import main\ntry:\n    main({list(words)!r})\n"
        "except SystemExit:\n    pass",
        home,
    )


def test_help_loads_no_sql_no_screen_no_network_and_no_models(tmp_path: Path) -> None:
    found = after(tmp_path, "--help")
    assert "provenance.cli.app" in found
    unwanted = {
        *SQL,
        *READERS,
        *LEARNT,
        *MARKDOWN,
        "textual",
        "httpx",
        "pydantic",
        "provenance.model",
    }
    assert not found & unwanted


def test_verify_loads_no_screen_no_network_and_no_reader_of_pages(tmp_path: Path) -> None:
    after(tmp_path, "init", "desk", "--name", "Ada Example")
    found = after(tmp_path, "verify", "-w", "desk")
    assert "provenance.workspace.verify" in found
    unwanted = {*READERS, *LEARNT, "textual", "httpx", "provenance.extract", "provenance.report"}
    assert not found & unwanted


def test_the_queue_loads_no_network_and_no_reader_of_pages(tmp_path: Path) -> None:
    found = loaded("import provenance.workspace.desk", tmp_path)
    assert "provenance.workspace.views" in found
    unwanted = {*READERS, "textual", "httpx", "provenance.extract", "provenance.claims"}
    assert not found & unwanted


def test_the_room_loads_its_screens_only_when_it_opens(tmp_path: Path) -> None:
    found = loaded("import tui", tmp_path)
    assert "tui" in found
    assert not found & {*SQL, "textual", "rich", "provenance.workspace"}


def test_the_screens_load_no_sql(tmp_path: Path) -> None:
    found = loaded("import tui.app", tmp_path)
    assert "textual" in found
    assert not found & {*SQL, "httpx", "provenance.workspace", "provenance.store"}


def test_a_record_type_costs_nothing_before_its_first_record_is_read(tmp_path: Path) -> None:
    loaded(
        "from provenance.model import Claim\n"
        "from provenance.store.tables import Base, schema\n"
        "assert not Claim.__pydantic_complete__\n"
        "assert 'claim' not in Base.metadata.tables\n"
        "assert 'claim' in schema().tables",
        tmp_path,
    )
