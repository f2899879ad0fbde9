"""A desk keeps its checkpoints outside: places, authorities, what fails, what a stamp shows."""

import dataclasses
import shutil
import sys
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from provenance.audit import Entry, VerifierKey, parse_verifier_key
from provenance.audit.stamp import make_request
from provenance.clock import FixedClock
from provenance.errors import NoteError, UsageError, WorkspaceError
from provenance.model import Stamp
from provenance.workspace.anchor import Anchored, Placed, anchor, renew
from provenance.workspace.capture import capture
from provenance.workspace.configuration import FILE
from provenance.workspace.core import Workspace
from provenance.workspace.places import file_name
from provenance.workspace.stamps import (
    StampsChecked,
    check_stamps,
    not_yet_anchored,
)
from provenance.workspace.verify import newest_copies, verify_workspace
from tests.desks import NoNetwork, desk, write
from tests.stamping import (
    LISTS,
    URL,
    Authority,
    Service,
    authority,
    hours,
    needs_openssl,
    openssl_accepts,
)

pytestmark = pytest.mark.slow  # whole desks, one after the other

SECOND = "http://127.0.0.1/second"


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return authority(tmp_path_factory.mktemp("tsa"))


@pytest.fixture
def made(tmp_path: Path) -> Workspace:
    """A desk with one capture, and with a clock that goes right."""
    workspace = desk(tmp_path)
    capture(workspace, [write(tmp_path, "note.txt", "The quay is closed.")], fetcher=NoNetwork())
    workspace.close()
    workspace.clock = FixedClock(hours(0))
    return workspace


def names(workspace: Workspace, *authorities: tuple[str, Authority], **places: str) -> None:
    """Write down where the desk keeps its checkpoints, and who stamps them."""
    lines = [f"{name} = {value}" for name, value in places.items()]
    stamping = [f'{{url = "{url}", roots = "{each.roots}"}}' for url, each in authorities]
    text = "\n".join(["[anchor]", *lines, f"authorities = [{', '.join(stamping)}]"])
    (workspace.root / FILE).write_text(text)


def at(workspace: Workspace, number: float) -> Workspace:
    """Let the desk's clock say so many hours from now."""
    workspace.clock = FixedClock(hours(number))
    return workspace


def check(
    workspace: Workspace,
    stamps: list[Stamp] | None = None,
    log: list[Entry] | None = None,
) -> StampsChecked:
    """Check stamps, by default those that are kept against the log that is kept."""

    def key(origin: str, size: int) -> VerifierKey:
        assert size > 0
        if origin != workspace.log_key.origin:
            raise NoteError(f"the log was never kept under {origin}")
        return parse_verifier_key(workspace.log_key.verifier_key)

    return check_stamps(
        workspace.store.current(Stamp) if stamps is None else stamps,
        blobs=workspace.blobs,
        log=entries(workspace) if log is None else log,
        key=key,
        now=workspace.clock.now(),
    )


def entries(workspace: Workspace) -> list[Entry]:
    return [entry for entry, _ in workspace.store.entries(0)]


def told(result: Anchored) -> dict[str, Placed]:
    return {each.place: each for each in result.placed}


def test_a_desk_that_names_no_place_is_told_how_to(made: Workspace) -> None:
    with pytest.raises(UsageError, match=r"no place is named in workspace\.toml"):
        anchor(made, service=Service())
    assert not_yet_anchored(made).sentence.endswith("; no place is named in workspace.toml")


def test_places_get_the_newest_checkpoint_once(made: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    names(made, folders=f'["{folder}"]')
    size = made.store.size()
    assert not_yet_anchored(made).entries == size
    first = anchor(made, service=Service())
    kept = folder / file_name(made.log_key.origin, size)
    notes = {note for _, at_size, note in made.store.checkpoints() if at_size == size}
    assert {kept.read_text("utf-8")} == notes
    assert first.complete
    assert (first.size, first.left.entries) == (size, 0)
    again = anchor(made, service=Service())
    assert "was there already" in again.placed[0].sentence
    assert list(folder.iterdir()) == [kept]


def test_what_is_new_is_not_yet_anchored(made: Workspace, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    names(made, folders='["../stick"]')
    anchor(made, service=Service())
    capture(made, [write(tmp_path, "later.txt", "The quay is open.")], fetcher=NoNetwork())
    left = not_yet_anchored(made)
    assert left.entries == 1
    assert left.sentence == (
        f"not yet anchored outside: 1 entries since {left.since}; "
        f"../stick lacks 1 since {left.since}"
    )
    assert anchor(made, service=Service()).left.entries == 0
    assert len(list((tmp_path / "stick").iterdir())) == 2


def test_a_log_that_was_cut_does_not_extend_the_copy_kept_outside(
    made: Workspace, tmp_path: Path
) -> None:
    (tmp_path / "stick").mkdir()
    names(made, folders='["../stick"]')
    older = tmp_path / "older"
    shutil.copytree(made.root, older)
    capture(made, [write(tmp_path, "later.txt", "The quay is open.")], fetcher=NoNetwork())
    kept = anchor(made, service=Service())
    made.close()
    (copy,) = newest_copies(made.root, made.log_key.origin)
    assert copy.name == file_name(kept.origin, kept.size)
    assert verify_workspace(made, workers=1, against=[copy]).clean
    put_back = Workspace(older, made.settings)
    (found,) = newest_copies(put_back.root, put_back.log_key.origin)
    told = verify_workspace(put_back, workers=1, against=[found]).problems
    assert any(each.what == "against" for each in told)


def test_one_place_that_fails_leaves_the_others_alone(made: Workspace, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    keep = "import sys; open('kept', 'wb').write(sys.stdin.buffer.read())"
    names(
        made,
        folders=f'["{tmp_path / "away"}", "{tmp_path / "stick"}"]',
        git=f'["{tmp_path / "stick"}"]',
        commands=f"""[["no-such-program"], ["{sys.executable}", "-c", "{keep}"]]""",
    )
    found = anchor(made, service=Service())
    assert [(each.kind, each.done) for each in found.placed] == [
        ("folder", False),
        ("folder", True),
        ("repository", False),
        ("command", False),
        ("command", True),
    ]
    assert not found.complete
    assert "is not there" in found.placed[0].sentence
    assert (made.root / "kept").read_bytes() == next((tmp_path / "stick").iterdir()).read_bytes()


@needs_openssl
def test_a_stamp_covers_the_whole_log_and_openssl_agrees(
    made: Workspace, local: Authority, tmp_path: Path
) -> None:
    names(made, (URL, local))
    size = made.store.size()
    found = anchor(made, service=Service({URL: local}))
    assert found.complete
    assert found.left.entries == 0
    (stamp,) = made.store.current(Stamp)
    assert (stamp.size, stamp.algorithm, stamp.authority) == (size, "sha256", URL)
    note, response = made.blobs.get(stamp.checkpoint), made.blobs.get(stamp.response)
    assert stamp.covers == stamp.checkpoint
    root = made.blobs.get(stamp.chain[-1])
    assert root == local.roots_der[0]
    assert openssl_accepts(tmp_path / "judge", data=note, response=response, root=root)


@needs_openssl
def test_what_a_stamp_shows_and_does_not(made: Workspace, local: Authority) -> None:
    names(made, (URL, local))
    anchor(made, service=Service({URL: local}))
    made.close()
    result = check(made)
    assert result.problems == ()
    (view,) = result.stamps
    assert view.state == "valid when stamped"
    assert view.sentence == (
        f"stamp over {view.size} entries by {URL}: valid when stamped. In the word of "
        f"CN=quay time stamps it existed no later than {view.stamped_at}"
    )
    assert "no later than" in view.shows
    assert "who made them, that they are true" in view.does_not_show
    assert view.root.startswith("CN=quay root (sha256:")
    assert any("whether CN=quay time stamps was revoked is not known" in n for n in view.notes)
    assert result.covered == {URL: view.size}
    assert verify_workspace(made, workers=1).clean


@needs_openssl
def test_an_authority_is_not_asked_twice_for_the_same(made: Workspace, local: Authority) -> None:
    names(made, (URL, local))
    service = Service({URL: local})
    anchor(made, service=service)
    again = anchor(made, service=service)
    assert service.asked == [URL]
    assert again.placed[0].sentence.startswith("had stamped it already")
    assert len(made.store.current(Stamp)) == 1


@needs_openssl
def test_an_authority_that_is_down_is_told_and_asked_again(
    made: Workspace, local: Authority
) -> None:
    names(made, (SECOND, local), (URL, local))
    down = anchor(made, service=Service({URL: local}))
    assert not down.complete
    assert told(down)[URL].done
    assert [(each.place, each.entries) for each in down.left.behind] == [(SECOND, down.size)]
    assert down.left.sentence.startswith("the whole log is anchored outside; ")
    assert told(down)[SECOND].sentence == (
        "the server refused the connection; it is asked again by the next: provenance audit anchor"
    )
    service = Service({URL: local, SECOND: local})
    up = anchor(made, service=service)
    assert up.complete
    assert service.asked == [SECOND]
    assert up.size == down.size
    assert {stamp.authority for stamp in made.store.current(Stamp)} == {URL, SECOND}


@needs_openssl
@pytest.mark.parametrize(
    ("page", "words"),
    [
        (("text/html", b"<html>Sold out.</html>"), "answered with text/html, not a time stamp"),
        (("application/timestamp-reply", b"<html>"), "no time stamp that can be read"),
        (("application/timestamp-reply", b""), "answered nothing"),
    ],
    ids=["a page", "a page that says it is a stamp", "nothing"],
)
def test_an_answer_that_is_no_stamp_is_told_and_not_kept(
    made: Workspace, local: Authority, page: tuple[str, bytes], words: str
) -> None:
    names(made, (URL, local))
    found = anchor(made, service=Service(pages={URL: page}))
    assert words in found.placed[0].sentence
    assert made.store.current(Stamp) == []
    assert found.left.entries == found.size


@needs_openssl
def test_an_authority_under_another_root_is_refused(
    made: Workspace, local: Authority, tmp_path: Path
) -> None:
    foreign = authority(tmp_path / "foreign", name="elsewhere")
    names(made, (URL, local))
    found = anchor(made, service=Service({URL: foreign}))
    assert "none of the roots trusted here" in found.placed[0].sentence
    (made.root / FILE).write_text(f'[anchor]\nauthorities = [{{url = "{URL}", roots = "no.pem"}}]')
    found = anchor(made, service=Service({URL: foreign}))
    assert "no.pem cannot be read" in found.placed[0].sentence
    assert made.store.current(Stamp) == []


@needs_openssl
def test_an_expired_authority_reads_so(made: Workspace, tmp_path: Path) -> None:
    short = authority(tmp_path / "tsa", signer_valid=(-1, 2))
    names(made, (URL, short))
    anchor(made, service=Service({URL: short}))
    assert [each.state for each in check(made).stamps] == ["valid when stamped"]
    (view,) = check(at(made, 3)).stamps
    assert view.state == "valid when stamped, certificate expired since"
    (stamp,) = made.store.current(Stamp)
    judge = partial(
        openssl_accepts,
        data=made.blobs.get(stamp.checkpoint),
        response=made.blobs.get(stamp.response),
        root=short.roots_der[0],
    )
    assert judge(tmp_path / "then")
    assert not judge(tmp_path / "now", hour=3)
    late = renew(made, service=Service({URL: short}))
    assert not late.complete
    assert "too late for the stamp" in late.placed[0].sentence


@needs_openssl
def test_a_renewal_carries_a_stamp_on_by_a_longer_digest(made: Workspace, tmp_path: Path) -> None:
    short = authority(tmp_path / "short", signer_valid=(-1, 2))
    names(made, (URL, short))
    anchor(made, service=Service({URL: short}))
    longer = authority(tmp_path / "longer", name="harbour")
    names(made, (URL, longer))
    found = renew(made, service=Service({URL: longer}), within_days=1)
    assert (found.due, found.complete) == (1, True)
    first, second = sorted(made.store.current(Stamp), key=lambda each: each.renews is not None)
    assert (second.renews, second.algorithm, second.size) == (first.id, "sha512", first.size)
    assert second.checkpoint == first.checkpoint
    covers, response = made.blobs.get(second.covers), made.blobs.get(second.response)
    for digest in (first.checkpoint, first.response, *first.chain):
        assert made.blobs.get(digest) in covers
    root = longer.roots_der[0]
    assert openssl_accepts(tmp_path / "judge", data=covers, response=response, root=root)
    result = check(at(made, 3))
    assert result.problems == ()
    old, new = sorted(result.stamps, key=lambda each: each.renews is not None)
    assert old.state == "valid when stamped, certificate expired since"
    assert any(note.startswith("renewed in time, on ") for note in old.notes)
    assert new.state == "valid when stamped"
    assert renew(made, service=Service({URL: longer}), within_days=1).due == 0
    made.close()
    assert not_yet_anchored(made).entries == 0
    assert verify_workspace(made, workers=1).clean


@needs_openssl
def test_a_renewal_is_renewed_in_its_turn(made: Workspace, tmp_path: Path) -> None:
    for number, until in enumerate((2, 3, 4000)):
        each = authority(tmp_path / str(number), name=f"quay {number}", signer_valid=(-1, until))
        names(made, (URL, each))
        act = renew if number else anchor
        assert act(made, service=Service({URL: each})).complete
    result = check(at(made, 5))
    assert result.problems == ()
    assert sorted(view.state for view in result.stamps) == [
        "valid when stamped",
        "valid when stamped, certificate expired since",
        "valid when stamped, certificate expired since",
    ]


@needs_openssl
def test_a_renewal_that_came_too_late_is_said_not_to_carry_the_stamp_on(
    made: Workspace, tmp_path: Path
) -> None:
    """The desk's clock is behind: it renews while the authority's says that the end is over."""
    short = authority(tmp_path / "short", signer_valid=(-1, 2))
    names(made, (URL, short))
    anchor(made, service=Service({URL: short}))
    late = authority(tmp_path / "late", name="harbour")
    late.ahead = timedelta(hours=3)
    names(made, (URL, late))
    assert renew(made, service=Service({URL: late}), within_days=1).complete
    result = check(at(made, 4))
    assert result.problems == ()
    old, new = sorted(result.stamps, key=lambda each: each.renews is not None)
    assert not any("renewed in time" in note for note in old.notes)
    assert any("came after the certificate of the stamp that it renews" in n for n in new.notes)


@needs_openssl
def test_a_stamp_that_does_not_hold_is_not_renewed(made: Workspace, tmp_path: Path) -> None:
    short = authority(tmp_path / "short", signer_valid=(-1, 2))
    names(made, (URL, short))
    anchor(made, service=Service({URL: short}))
    (stamp,) = made.store.current(Stamp)
    path = made.blobs.path(stamp.response)
    path.chmod(0o644)
    path.write_bytes(b"altered")
    longer = authority(tmp_path / "longer", name="harbour")
    names(made, (URL, longer))
    service = Service({URL: longer})
    found = renew(made, service=service, within_days=1)
    assert not found.complete
    assert "has been altered" in found.placed[0].sentence
    assert service.asked == []


@needs_openssl
def test_a_renewal_that_lasts_no_longer_is_not_kept(made: Workspace, tmp_path: Path) -> None:
    short = authority(tmp_path / "tsa", signer_valid=(-1, 2))
    names(made, (URL, short))
    anchor(made, service=Service({URL: short}))
    found = renew(made, service=Service({URL: short}))
    assert "no later than that of the stamp to renew" in found.placed[0].sentence
    assert len(made.store.current(Stamp)) == 1


@needs_openssl
def test_what_is_far_from_its_end_is_not_renewed(made: Workspace, local: Authority) -> None:
    names(made, (URL, local))
    anchor(made, service=Service({URL: local}))
    assert renew(made, service=Service({URL: local}), within_days=30).due == 0


@needs_openssl
def test_revocation_lists_are_kept_and_read_again(made: Workspace, tmp_path: Path) -> None:
    listed = authority(tmp_path / "tsa", lists=LISTS)
    names(made, (URL, listed))
    pages = {LISTS: ("application/pkix-crl", listed.list_of([]))}
    found = anchor(made, service=Service({URL: listed}, pages))
    assert "was not revoked as of" in found.placed[0].sentence
    (stamp,) = made.store.current(Stamp)
    assert [made.blobs.get(each) for each in stamp.revocation] == [pages[LISTS][1]]
    assert any("was not revoked as of" in note for note in check(made).stamps[0].notes)


@needs_openssl
def test_a_list_that_cannot_be_had_is_said_aloud(made: Workspace, tmp_path: Path) -> None:
    listed = authority(tmp_path / "tsa", lists=LISTS)
    names(made, (URL, listed))
    found = anchor(made, service=Service({URL: listed}))
    assert found.complete
    assert "was revoked is not known" in found.placed[0].sentence
    assert f"list at {LISTS} was not had: the server refused" in found.placed[0].sentence


@needs_openssl
def test_a_desk_whose_clock_was_ahead_is_told(made: Workspace, local: Authority) -> None:
    at(made, 48)
    capture(made, [write(made.root, "later.txt", "The quay is open.")], fetcher=NoNetwork())
    names(made, (URL, local))
    anchor(made, service=Service({URL: local}))
    assert any("clock was ahead" in note for note in check(made).stamps[0].notes)


@needs_openssl
@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("stamped_at", "says something else than the record"),
        ("expires_at", "says something else than the record"),
        ("signer", "says something else than the record"),
        ("policy", "says something else than the record"),
        ("size", "not the one that the record names"),
        ("origin", "never kept under"),
        ("covers", "not what the record names"),
        ("response", "no time stamp that can be read"),
        ("request", "nonce"),
        ("checkpoint", "the note"),
        ("renews", "it renews a stamp that is not here"),
        ("chain", "leads to no root that is trusted"),
    ],
)
def test_a_record_that_says_something_else_is_no_stamp(
    made: Workspace, local: Authority, field: str, words: str
) -> None:
    names(made, (URL, local))
    anchor(made, service=Service({URL: local}))
    (stamp,) = made.store.current(Stamp)
    note = made.blobs.get(stamp.checkpoint)
    another = made.blobs.put(make_request(note, algorithm="sha256", nonce=7))
    told: dict[str, object] = {
        "size": 1,
        "chain": stamp.chain[:1],
        "stamped_at": hours(-9),
        "expires_at": hours(9),
        "signer": "CN=nobody",
        "policy": "1.2.3",
        "origin": "provenance-desk/elsewhere",
        "renews": made.new_id(),
    }
    changed = stamp.model_copy(update={field: told.get(field, another)})
    result = check(made, [changed])
    assert (result.stamps, result.covered) == ((), {})
    (problem,) = result.problems
    assert problem.sentence.startswith("not valid: ")
    assert words in problem.sentence


@needs_openssl
def test_the_chain_kept_is_just_the_one_that_leads_to_the_root(
    made: Workspace, local: Authority
) -> None:
    names(made, (URL, local))
    anchor(made, service=Service({URL: local}))
    (stamp,) = made.store.current(Stamp)
    longer = stamp.model_copy(update={"chain": (*stamp.chain, stamp.chain[-1])})
    (problem,) = check(made, [longer]).problems
    assert "says something else than the record" in problem.sentence


@needs_openssl
def test_a_log_that_was_cut_or_rewritten_does_not_fit_its_stamp(
    made: Workspace, local: Authority
) -> None:
    names(made, (URL, local))
    anchor(made, service=Service({URL: local}))
    log = entries(made)
    cut = check(made, log=log[:1])
    assert "its end has been cut off" in cut.problems[0].sentence
    forked = [dataclasses.replace(log[0], at=hours(0)), *log[1:]]
    other = check(made, log=forked)
    assert "another history" in other.problems[0].sentence


@needs_openssl
def test_a_blob_that_is_gone_leaves_no_stamp(made: Workspace, local: Authority) -> None:
    names(made, (URL, local))
    anchor(made, service=Service({URL: local}))
    (stamp,) = made.store.current(Stamp)
    made.blobs.path(stamp.response).unlink()
    (problem,) = check(made).problems
    assert "cannot be read" in problem.sentence


def test_a_checkpoint_that_nobody_signed_cannot_be_kept(made: Workspace, tmp_path: Path) -> None:
    """On an account without the log's key the newest one that was signed is taken."""
    (tmp_path / "stick").mkdir()
    names(made, folders='["../stick"]')
    signed = made.store.size()
    for key in (tmp_path / "home" / "logs").rglob("key.pem"):
        key.unlink()
    capture(made, [write(tmp_path, "later.txt", "The quay is open.")], fetcher=NoNetwork())
    found = anchor(made, service=Service())
    assert (found.size, found.left.entries) == (signed, 1)


def test_a_slip_in_the_file_stops_it(made: Workspace) -> None:
    (made.root / FILE).write_text("[anchor]\nfolder = []")
    with pytest.raises(WorkspaceError, match=r"anchor\.folder"):
        anchor(made, service=Service())
