"""``audit disclose``, ``audit prove``, ``verify FILE``: what they tell, and how they end."""

import json
from pathlib import Path

import pytest

from provenance.audit import check_inclusion, check_log_proof, leaf_hash, parse_verifier_key
from provenance.audit.tlogproof import parse_log_proof
from provenance.canonical import canonical
from tests.cli.conftest import Run
from tests.packages import taken_apart

pytestmark = pytest.mark.slow  # whole desks, one after the other


@pytest.mark.usefixtures("desk")
def test_a_package_goes_out_and_is_checked_without_a_workspace(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "package.zip"
    words = ("audit", "disclose", "c1", "--to", "District court", "-o", str(file))
    told = run(*words, "--withhold", "capture.collector")
    assert told.code == 0, told.err
    assert "capture.collector" in told.err
    assert "custody of" in told.err
    trusted = run("audit", "key").out.strip()
    told = run("verify", str(file), "--key", trusted, "--workspace", str(tmp_path / "nowhere"))
    assert told.code == 0, told.err
    assert "verified:" in told.out
    assert "shows not" in told.out
    assert run("verify", str(file), "--json").json["recipient"] == "District court"
    file.write_bytes(file.read_bytes()[:-1])
    told = run("verify", str(file))
    assert told.code == 4
    assert "NOT VERIFIED: the package is cut short" in told.out
    assert run("verify", str(file), "--json").json == {"refused": "the package is cut short"}
    assert run("verify", str(tmp_path / "none.zip")).code == 4
    assert run("verify").code == 0  # the workspace, with the custody that was written down


@pytest.mark.usefixtures("desk")
def test_an_option_takes_several_words(run: Run, tmp_path: Path) -> None:
    file = str(tmp_path / "package.zip")
    words = ("audit", "disclose", "c1", "--withhold", "capture.collector", "title", "--to", "B")
    assert run(*words, "-o", file).code == 0
    hidden = {
        each["kind"]: each["fields"] for each in run("verify", file, "--json").json["withheld"]
    }
    assert "collector" in hidden["capture"]
    assert "title" in hidden["document"]


@pytest.mark.usefixtures("desk")
def test_the_log_is_held_against_several_checkpoints(run: Run, tmp_path: Path) -> None:
    assert run("audit", "export", "-o", str(tmp_path / "site")).code == 0
    kept = tmp_path / "site" / "checkpoint"
    other = tmp_path / "other"
    other.write_text(kept.read_text("utf-8"), "utf-8")
    assert run("verify", "--against", str(kept), str(other)).code == 0
    other.write_text("", "utf-8")
    told = run("verify", "--against", str(kept), str(other))
    assert told.code == 4
    assert str(other) in told.out
    told = run("verify", "--against", str(tmp_path / "none"))
    assert told.code == 2
    assert "there is no file" in told.err
    told = run("verify", str(tmp_path / "package.zip"), "--against", str(kept))
    assert told.code == 2
    assert "a package takes --key" in told.err


@pytest.mark.usefixtures("desk")
def test_what_cannot_be_ordered_is_said(run: Run, tmp_path: Path) -> None:
    file = str(tmp_path / "package.zip")
    told = run("audit", "disclose", "c1", "--to", "B", "-o", file, "--withhold", "colector")
    assert told.code == 2
    assert "no field is called 'colector'" in told.err
    assert run("audit", "disclose", "c99", "--to", "B", "-o", file).code == 2
    assert run("audit", "disclose", "c1", "-o", file).code == 2
    assert not Path(file).exists()


@pytest.mark.usefixtures("desk")
def test_json_and_blobs(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "p.zip"
    made = run("audit", "disclose", "k1", "--to", "B", "-o", str(file), "--with-blobs", "--json")
    assert made.json["blobs"] == 1
    assert sum(name.startswith("blobs/") for name in taken_apart(file)) == 1


@pytest.mark.usefixtures("desk")
def test_a_proof_leads_from_the_record_to_the_checkpoint(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "c1.tlog-proof"
    told = run("audit", "prove", "c1", "-o", str(file))
    assert told.code == 0, told.err
    proof = parse_log_proof(file.read_bytes())
    extra = json.loads(proof.extra)
    assert canonical(extra) == proof.extra
    key = parse_verifier_key(run("audit", "key").out.strip())
    checkpoint, _ = check_log_proof(
        proof, leaf_hash(canonical(extra["entry"])), log=key, origin=key.name
    )
    assert extra["entry"]["seq"] == proof.index + 1 <= checkpoint.size
    check_inclusion(
        leaf_hash(bytes.fromhex(extra["commitment"])),
        [bytes.fromhex(each) for each in extra["proof"]],
        index=extra["ordinal"],
        size=extra["entry"]["count"],
        root=bytes.fromhex(extra["entry"]["root"]),
    )
    assert run("audit", "prove", "c1").out == file.read_text("utf-8")
    assert run("audit", "prove", "c1", "-o", str(file)).code == 2
    assert run("audit", "prove", "a" * 26).code == 2
    whole = run("audit", "prove", "c1", "--json").json
    assert run("audit", "prove", whole["record"]).out == file.read_text("utf-8")


@pytest.mark.usefixtures("desk")
def test_an_exhibit_and_its_custody(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "exhibit.pdf"
    told = run("exhibit", "k1", "--to", "District court", "-o", str(file))
    assert told.code == 0, told.err
    assert file.read_bytes().startswith(b"%PDF-")
    assert run("verify", str(tmp_path / "exhibit.zip")).code == 0
    captured, disclosed = run("custody", "k1", "--json").json
    assert captured["what"].startswith("captured it with")
    assert (disclosed["to"], disclosed["entry"] > captured["entry"]) == ("District court", True)
    assert "District court" in run("custody", "k1").out
    assert run("exhibit", "k1", "--to", "B", "-o", str(file)).code == 2
    less = str(tmp_path / "less.pdf")
    told = run("exhibit", "k1", "--to", "B", "-o", less, "--withhold", "title")
    assert (told.code, "--without-blobs" in told.err) == (2, True)
    words = ("--withhold", "title", "--without-blobs")
    assert run("exhibit", "k1", "--to", "B", "-o", less, *words).code == 0
    assert run("custody", "c1").code == 2
