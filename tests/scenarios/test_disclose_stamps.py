"""Stamps in packages: they belong to the log, a renewal carries one on, openssl takes them."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from provenance.canonical import canonical
from provenance.clock import FixedClock
from provenance.model import Stamp
from provenance.workspace.anchor import anchor, renew
from provenance.workspace.capture import capture
from provenance.workspace.configuration import FILE
from provenance.workspace.core import Workspace
from provenance.workspace.disclose import Order, check_package, disclose
from tests.desks import NoNetwork, desk, write
from tests.packages import put_together, refused, taken_apart
from tests.stamping import URL, Authority, Service, authority, hours, needs_openssl, openssl_accepts

pytestmark = needs_openssl
TO = Order(recipient="A court")


def names(workspace: Workspace, made: Authority) -> Service:
    """Let the desk ask an authority, and return a network on which it answers."""
    line = f'authorities = [{{url = "{URL}", roots = "{made.roots}"}}]'
    (workspace.root / FILE).write_text(f"[anchor]\n{line}\n")
    return Service({URL: made})


@pytest.fixture(scope="module")
def stamped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Workspace, Authority]]:
    """A desk with a capture that is stamped, a renewal of that, and a capture that is not."""
    tmp = tmp_path_factory.mktemp("stamped")
    workspace = desk(tmp)
    capture(workspace, [write(tmp, "one.txt", "The quay is closed.")], fetcher=NoNetwork())
    workspace.close()
    workspace.clock = FixedClock(hours(0))
    anchor(workspace, service=names(workspace, authority(tmp / "short", signer_valid=(-1, 2))))
    longer = authority(tmp / "longer", name="harbour")
    renew(workspace, service=names(workspace, longer), within_days=1)
    capture(workspace, [write(tmp, "two.txt", "The quay is open.")], fetcher=NoNetwork())
    yield workspace, longer
    workspace.close()


@pytest.fixture(scope="module")
def made(stamped: tuple[Workspace, Authority], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package about the first capture."""
    path = tmp_path_factory.mktemp("package") / "package.zip"
    disclose(stamped[0], ["k1"], path, TO)
    return path


def test_both_stamps_go_along_and_hold(made: Path, stamped: tuple[Workspace, Authority]) -> None:
    assert refused(made) == ""
    files = taken_apart(made)
    for stamp in stamped[0].store.current(Stamp):
        assert f"stamps/{stamp.id}/response.tsr" in files
    found = check_package(made)
    assert sum("stamped the log at" in each for each in found.shows) == 2
    assert b"an authority's time stamp" in files["README.txt"]
    later = check_package(made, clock=FixedClock(hours(3)))
    assert any("certificate expired since" in each for each in later.shows)


def test_openssl_takes_what_lies_in_the_package(
    made: Path, stamped: tuple[Workspace, Authority], tmp_path: Path
) -> None:
    files = taken_apart(made)
    renewal = next(e for e in stamped[0].store.current(Stamp) if e.renews is not None)
    folder = f"stamps/{renewal.id}"
    assert openssl_accepts(
        tmp_path / "judge",
        data=files[f"{folder}/stamped"],
        response=files[f"{folder}/response.tsr"],
        root=stamped[1].root.public_bytes(Encoding.DER),
    )


def test_a_record_that_no_stamp_covers_takes_none_along(
    stamped: tuple[Workspace, Authority], tmp_path: Path
) -> None:
    path = tmp_path / "second.zip"
    disclose(stamped[0], ["k2"], path, TO)
    assert refused(path) == ""
    # the desk's own first records are covered: the stamp says that of them, and of no more
    seen = [each for each in check_package(path).shows if "stamped the log at" in each]
    assert seen
    assert all(" 2 entries" in each for each in seen)


@pytest.mark.parametrize(
    "name",
    ["checkpoint", "stamped", "request.tsq", "response.tsr", "chain-0.der", "consistency.json"],
)
def test_each_part_that_is_altered_or_gone(made: Path, tmp_path: Path, name: str) -> None:
    files = taken_apart(made)
    other = tmp_path / "other.zip"
    for path in [each for each in files if each.endswith(f"/{name}")]:
        data = files[path]
        altered = canonical(["0" * 64]) if name == "consistency.json" else data[:-1] + b"\0"
        assert refused(put_together(other, {**files, path: altered})) != ""
        less = {each: content for each, content in files.items() if each != path}
        assert refused(put_together(other, less)) != ""


def test_stamps_that_do_not_belong(made: Path, tmp_path: Path) -> None:
    files = taken_apart(made)
    other = tmp_path / "other.zip"
    record = next(each for each in files if each.startswith("records/stamp-"))
    stamp = record.removeprefix("records/stamp-").removesuffix(".json")
    without = {each: data for each, data in files.items() if each != record}
    assert refused(put_together(other, without)) != ""
    bare = {e: data for e, data in files.items() if not e.startswith(f"stamps/{stamp}/")}
    assert "just the stamps that its records name" in refused(put_together(other, bare))
    strange = {f"stamps/{'a' * 26}/checkpoint": files["checkpoint"]}
    assert refused(put_together(other, {**files, **strange})) != ""


def test_a_renewal_without_what_it_renews(
    made: Path, stamped: tuple[Workspace, Authority], tmp_path: Path
) -> None:
    first = next(e for e in stamped[0].store.current(Stamp) if e.renews is None)
    files = {e: data for e, data in taken_apart(made).items() if first.id not in e}
    steps = {
        json.loads(data)["step"] for name, data in files.items() if name.startswith("records/")
    }
    for name in [each for each in files if each.startswith("log/")]:
        if int(name[4:-5]) not in steps:
            del files[name]
    assert "renews" in refused(put_together(tmp_path / "other.zip", files))
