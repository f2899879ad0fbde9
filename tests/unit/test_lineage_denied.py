"""Texts that take another's words in order to deny them: quotations, and no copies."""

import pytest

from provenance.canonical import sha256
from provenance.lineage import Mention, Text, derive, drift, origins
from provenance.lineage.corrections import refutes
from provenance.lineage.denied import put_forward_to_refute
from provenance.model import DerivationKind, Modality, Stance
from tests.declaring import declaring

REPORT = (
    "The port authority of Kelso sold the old grain quay to the Marlow group for 14 million crowns"
    " in March. The contract was signed in the office of harbour master Ana Ruud on 12 March and"
    " foresees a second payment of 3 million crowns. The quay had been let to four fishing"
    " cooperatives, whose leases end in 2027. The Marlow group plans 240 flats there."
)
DENIAL = (
    "The port authority of Kelso denied that it sold the old grain quay to the Marlow group for"
    " 14 million crowns in March. It also denied that the contract was signed in the office of"
    " harbour master Ana Ruud on 12 March and foresees a second payment of 3 million crowns."
)
AFTERWARDS = (
    "Harbour master Ana Ruud met reporters in the tall hall of the customs house, with two lawyers,"
    " and read from a sheet of paper while rain fell on the roof. Behind her hung a map of the"
    " harbour on which the quay was marked in red ink, and at the back some fishermen listened"
    " with folded arms. Then she spoke of a report that had kept the town awake for a week, as she"
    " put it, and of those who had printed it. The port authority of Kelso sold the old grain quay"
    " to the Marlow group for 14 million crowns in March, it said. None of that is true."
)


def text(name: str, body: str, day: int) -> Text:
    return declaring(
        Text(
            id=name,
            digest=sha256(body.encode()),
            uri=f"https://{name}.example/",
            outlet=f"{name} Herald",
            title="The quay",
            text=body,
            published=f"2026-03-{day}",
            published_known=True,
            language="en",
        )
    )


@pytest.mark.parametrize(
    ("situation", "earlier", "later", "kind"),
    [
        ("a denial in its words", REPORT, DENIAL, DerivationKind.QUOTATION),
        ("called untrue afterwards", REPORT, AFTERWARDS, DerivationKind.QUOTATION),
        (
            "a copy with the denial",
            REPORT,
            f"{REPORT} The authority denied it.",
            DerivationKind.COPY,
        ),
        ("a copy of the denial", DENIAL, f"{DENIAL} Rain fell.", DerivationKind.COPY),
    ],
)
def test_who_denies_in_the_words_of_a_report_is_no_copy_of_it(
    situation: str, earlier: str, later: str, kind: DerivationKind
) -> None:
    (tie,) = derive([text("a", earlier, 12), text("b", later, 14)])
    assert (tie.downstream, tie.upstream, tie.type) == ("b", "a", kind), situation


def mention(document: str, stance: Stance, modality: Modality) -> Mention:
    return Mention(
        id=f"m-{document}",
        document=document,
        content=document,
        stance=stance,
        outlet=f"{document} Herald",
        wording=REPORT[:93] if modality is Modality.ASSERTED else DENIAL[:100],
        modality=modality,
    )


def test_a_denial_has_itself_as_its_origin_though_it_quotes_what_it_denies() -> None:
    ties = derive([text("a", REPORT, 12), text("b", DENIAL, 14)])
    told = mention("a", Stance.REPEATS, Modality.ASSERTED)
    denied = mention("b", Stance.CONTRADICTS, Modality.DENIED)
    names = {origin.stance: origin.name for origin in origins([told, denied], ties)}
    assert names == {"supports": "a Herald", "contradicts": "b Herald"}
    assert drift([told, denied], ties) == ()


def test_a_copy_of_a_denial_goes_back_to_the_denial() -> None:
    ties = derive([text("b", DENIAL, 14), text("c", f"{DENIAL} Rain fell.", 15)])
    denied = [mention(each, Stance.CONTRADICTS, Modality.DENIED) for each in "bc"]
    (origin,) = origins(denied, ties)
    assert (origin.name, len(origin.mentions)) == ("b Herald", 2)


NOT_SO = "No, Kelso did not sell its quay"
LOUD = "Kelso sold the grain quay for 14 million crowns"


@pytest.mark.parametrize(
    ("title", "before", "passage", "after"),
    [
        (NOT_SO, "Kelso is a port.", f'A claim that "{LOUD}" is shared widely.', "We asked."),
        (NOT_SO, "", f"A rumour that {LOUD} has spread since Monday.", "We asked the port."),
        ("Fact check: a quay", "", f'A viral post says "{LOUD}".', "There is no evidence of it."),
        ("Fact check: a quay", "", f'The message claiming "{LOUD}" is a hoax.', "We asked."),
    ],
)
def test_what_goes_round_is_put_forward_to_refute_it(
    title: str, before: str, passage: str, after: str
) -> None:
    body = f"{before}\n{passage} {after}"
    start = body.index(passage)
    assert refutes(title, body)
    assert put_forward_to_refute(title, body, start, start + len(passage))


@pytest.mark.parametrize(
    ("title", "passage", "after"),
    [
        ("Fact check: a quay", f'A post says "{LOUD}".', "It is right: the register shows it."),
        (NOT_SO, "The port let the quay to four cooperatives.", "No crown was paid."),
        (NOT_SO, f'"{LOUD}," said the registrar.', "She showed the contract."),
        (NOT_SO, "The post office at the quay was sold in March.", "The port kept the rest."),
    ],
)
def test_what_a_text_that_refutes_says_itself_is_not(title: str, passage: str, after: str) -> None:
    body = f"{passage} {after}"
    assert not put_forward_to_refute(title, body, 0, len(passage))
