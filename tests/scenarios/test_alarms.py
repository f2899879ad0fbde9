"""Alarms: circles, and confirmation that returns to its own origin, drawn as paths."""

from pathlib import Path

import pytest

from provenance.workspace.alarms import alarms
from provenance.workspace.assess import assess
from provenance.workspace.capture import Said, capture
from provenance.workspace.core import Workspace
from provenance.workspace.views import Views
from tests.desks import NoNetwork, desk, write

HERE = "Three gates of the Kettle lock are cracked, the Brannock Gazette reported."
THERE = "Three gates of the Kettle lock are cracked, according to the Ostrel Courier."
OWN_WORD = (
    "The crane at the quay failed in March, according to the Lock Office, whose figures were "
    "verified by the Lock Office."
)


def told(tmp: Path, **texts: str) -> Workspace:
    """Return a desk with one text of each outlet, assessed."""
    workspace = desk(tmp)
    for number, (outlet, text) in enumerate(texts.items()):
        said = Said(outlet=outlet.replace("_", " "), published=f"2026-03-0{number + 1}")
        capture(workspace, [write(tmp, f"{number}.txt", text)], fetcher=NoNetwork(), said=said)
    assess(workspace)
    return workspace


def test_a_circle_is_an_alarm_with_its_path_and_its_claims(tmp_path: Path) -> None:
    views = Views(told(tmp_path, Ostrel_Courier=HERE, Brannock_Gazette=THERE))
    (alarm,) = alarms(views)
    assert alarm.kind == "circular"
    assert alarm.path[0] == alarm.path[-1]
    assert set(alarm.path) == {"Ostrel Courier", "Brannock Gazette"}
    assert alarm.drawn == " → ".join(alarm.path)
    assert sorted(alarm.documents) == ["d1", "d2"]
    assert alarm.claims == ("c1",)
    assert alarm.proposed
    assert alarm.sentence in views.picture.rings[0].sentence


def test_texts_that_go_back_to_nothing_raise_no_alarm(tmp_path: Path) -> None:
    workspace = told(
        tmp_path,
        Ostrel_Courier="Three gates of the Kettle lock are cracked, a lock keeper said.",
        Brannock_Gazette="The town of Brannock bought 12 buses on Monday, its mayor said.",
    )
    assert alarms(Views(workspace)) == ()


@pytest.mark.parametrize(
    ("outlet", "path"),
    [
        ("Kelso Post", ("Lock Office", "Kelso Post", "Lock Office")),
        ("Lock Office", ("Lock Office", "Lock Office")),
    ],
)
def test_who_verifies_their_own_word_is_an_alarm(
    tmp_path: Path, outlet: str, path: tuple[str, ...]
) -> None:
    (alarm,) = alarms(Views(told(tmp_path, **{outlet.replace(" ", "_"): OWN_WORD})))
    assert (alarm.kind, alarm.path) == ("no independent confirmation", path)
    assert (alarm.documents, alarm.claims) == (("d1",), ("c1",))


def test_another_verifier_is_no_alarm(tmp_path: Path) -> None:
    text = OWN_WORD.replace("verified by the Lock Office", "verified by the Water Board")
    assert alarms(Views(told(tmp_path, Kelso_Post=text))) == ()
