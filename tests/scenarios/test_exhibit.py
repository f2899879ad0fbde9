"""Exhibits: a PDF that says what the package shows and no more, the same bytes each time."""

import re
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from provenance.audit import disclosure
from provenance.display import for_terminal
from provenance.errors import UnknownHandleError, UsageError
from provenance.model import Capture
from provenance.report.exhibit import CustodyRow, Exhibit, PackageFile, exhibit_pdf
from provenance.workspace.capture import Said, capture
from provenance.workspace.core import Workspace
from provenance.workspace.custody import chain, custody_of
from provenance.workspace.disclose import Order
from provenance.workspace.exhibit import NO_OFFSET, exhibit, facts_of
from provenance.workspace.verify import verify_workspace
from tests.desks import NoNetwork, desk, write
from tests.packages import VERIFIER, refused

TO = Order(recipient="District court of Leith", with_blobs=True)
DIGEST = "sha256:" + "ab" * 32
HOSTILE = (
    '#pagebreak() #read("/etc/passwd") $ x $ *b* _i_ `c` <l> @l = h\\ ] } \u202etxt\u200b '
    'https://example.org/ #link("https://example.org") "}'
)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    tmp = tmp_path_factory.mktemp("desk")
    made = desk(tmp)
    said = Said(outlet="Kelso Post", published="2026-03-04", how="from Ben by hand")
    file = write(tmp, "report.txt", "The quay is closed.\n\nThe ferry waits.")
    capture(made, [file], fetcher=NoNetwork(), said=said)
    yield made
    made.close()


def facts(workspace: Workspace, path: Path, order: Order = TO) -> Exhibit:
    made = exhibit(workspace, "k1", path, order)
    with path.with_suffix(".zip").open("rb") as file:
        archive = disclosure.read_archive(file)
        checked = disclosure.check_package(archive)
    custody = chain(workspace, workspace.store.current(Capture)[0])
    return facts_of(checked, (), made.package, custody, "k1")


def inside(pdf: bytes) -> bytes:
    """Return a PDF's objects with what is compressed in them opened."""
    found = [pdf]
    for part in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        try:
            found.append(zlib.decompress(part))
        except zlib.error:
            continue
    return b"\n".join(found)


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", inside(pdf)))


def small(**other: object) -> Exhibit:
    known = Exhibit(
        title="Exhibit k3",
        made_at="2026-03-04T10:11:12.000Z",
        recipient="A court",
        package=PackageFile(file="exhibit-k3.zip", digest=DIGEST),
        what=(("Address", "https://example.org/"),),
        times=(("Begun", "2026-03-04T10:11:12.000Z"),),
        digests=(("Bytes", DIGEST),),
        said=(),
        custody=(CustodyRow(entry="3", at="then", by="agent", what="captured it", package=""),),
        stamps=(),
        log=(("Log", "a"),),
        shows=("this",),
        does_not_show=("that",),
        withheld=(),
        check=("so",),
        text=("One.", "Two."),
        text_note="As read.",
    )
    return known.model_copy(update=other)


def test_three_files_and_the_log_knows(workspace: Workspace, tmp_path: Path) -> None:
    made = exhibit(workspace, "k1", tmp_path / "exhibit-k1.pdf", TO)
    assert Path(made.path).read_bytes().startswith(b"%PDF-")
    assert refused(tmp_path / "exhibit-k1.zip") == ""
    assert (tmp_path / "verify_package.py").read_bytes() == VERIFIER.read_bytes()
    steps = custody_of(workspace, "k1")
    assert steps[0].what.startswith("captured it with provenance")
    assert (steps[-1].package, steps[-1].to) == (made.package.digest, TO.recipient)
    assert [each.entry for each in steps] == sorted(each.entry for each in steps)
    assert verify_workspace(workspace, workers=1).clean


def test_it_says_what_was_recorded_and_what_is_unknown(
    workspace: Workspace, tmp_path: Path
) -> None:
    found = facts(workspace, tmp_path / "e.pdf")
    record = workspace.store.current(Capture)[0]
    assert ("Bytes captured", record.payload) in found.digests
    assert ("Begun", record.begun_at) in found.times
    assert ("Clock minus true time", NO_OFFSET) in found.times
    assert ("Outlet", "Kelso Post") in found.said
    assert found.text == ("The quay is closed.", "", "The ferry waits.")
    assert found.custody[-1].package == found.package.digest
    assert any("TLS" in each for each in found.does_not_show)
    assert any("No outside authority" in each for each in found.does_not_show)


def test_what_the_package_withholds_the_exhibit_withholds(
    workspace: Workspace, tmp_path: Path
) -> None:
    said = facts(workspace, tmp_path / "e.pdf").model_dump_json()
    for secret in ("Ada Example", "from Ben", str(tmp_path.parent), "report.txt"):
        assert secret not in said
    order = TO.model_copy(
        update={"withhold": ("text", "collector", "clock_offset_ms"), "with_blobs": False}
    )
    found = facts(workspace, tmp_path / "less.pdf", order)
    assert "The quay is closed" not in found.model_dump_json()
    assert ("Collector", "withheld") in found.what
    assert ("Clock minus true time", "withheld") in found.times
    assert ("Bytes captured", "withheld") in found.digests
    named = facts(workspace, tmp_path / "n.pdf", TO.model_copy(update={"also": ("agent.name",)}))
    assert ("Collector", "Ada Example") in named.what
    assert named.custody[0].by == "Ada Example"


def test_the_same_facts_are_the_same_bytes() -> None:
    first = exhibit_pdf(small())
    assert exhibit_pdf(small()) == first
    assert exhibit_pdf(small(recipient="Another court")) != first
    assert b"pdfaid:part" in inside(first)  # PDF/A


def of_words(words: str) -> bytes:
    return exhibit_pdf(
        small(
            recipient=words,
            what=((words, words),),
            shows=(words, "\x00\x1b[2J"),
            text=(words,),
            text_note=words,
        )
    )


def test_words_of_the_evidence_are_never_markup() -> None:
    harmless = re.sub(r"[^\w ]", "n", for_terminal(HOSTILE))
    made = of_words(HOSTILE)
    assert pages(made) == pages(of_words(harmless)) > 1
    assert b"/URI" not in inside(made)
    assert b"/JavaScript" not in inside(made)


def test_scripts_that_the_fonts_do_not_have_make_a_plain_file() -> None:
    made = exhibit_pdf(small(text=("\u6e2f\u53e3\u5173\u95ed\u4e86",)))
    assert made.startswith(b"%PDF-")
    assert pages(made) == pages(exhibit_pdf(small()))


def test_long_words_and_long_texts() -> None:
    long = small(what=(("Address", "https://example.org/" + "a" * 3000),), text=("a b " * 20_000,))
    assert pages(exhibit_pdf(long)) > pages(exhibit_pdf(small()))


def test_what_cannot_be_an_exhibit(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = workspace.store.size()
    (tmp_path / "there.pdf").write_bytes(b"mine")
    for name, says in (("there.pdf", "there already"), ("e.docx", "ends in .pdf")):
        with pytest.raises(UsageError, match=says):
            exhibit(workspace, "k1", tmp_path / name, TO)
    with pytest.raises(UnknownHandleError, match="no capture"):
        exhibit(workspace, "d1", tmp_path / "e.pdf", TO)
    with pytest.raises(UnknownHandleError, match="no capture"):
        custody_of(workspace, "d1")
    monkeypatch.setitem(sys.modules, "typst", None)  # as where it is not installed
    with pytest.raises(UsageError, match=r"pip install \"provenance-desk\[pdf\]\""):
        exhibit(workspace, "k1", tmp_path / "e.pdf", TO)
    assert [each.name for each in tmp_path.iterdir()] == ["there.pdf"]
    assert workspace.store.size() == before
