"""The origins of a claim as a tree, in a terminal and as a picture in the report."""

import xml.etree.ElementTree as ET  # what we have drawn ourselves

import pytest
from rich.cells import cell_len

from provenance.cli.branches import tree_lines
from provenance.model import DerivationKind, Stance, State
from provenance.model.branching import tree_of
from provenance.model.dossier import AppearanceView, ClaimView, DerivationView, OriginView
from provenance.model.tree import Tree
from provenance.report.graph import picture, svg
from tests.dossiers import appearance, claim, document, rid

WORDING = "The ferry Alma was sold for 2 million euros."
HOSTILE = '<script>alert("x")</script>\x1b[31m\u202egnp & Co'


def place(number: int, published: str | None, outlet: str = "Kelso Post") -> AppearanceView:
    shown = document(f"d{number}", WORDING, outlet=outlet, published=published)
    return appearance(shown, WORDING, origin=1)


def tie(
    down: int,
    up: int | None,
    *,
    name: str | None = None,
    state: State = State.PROPOSED,
    directed: bool = True,
    kind: DerivationKind = DerivationKind.COPY,
) -> DerivationView:
    return DerivationView(
        id=rid(f"{down}-{up}-{name}-{kind}"),
        downstream=f"d{down}",
        upstream=f"d{up}" if up else None,
        upstream_name=name,
        type=kind,
        directed=directed,
        state=state,
        wording="is a copy of" if state is State.CONFIRMED else "shares text with",
        evidence=(),
    )


def view(
    places: list[AppearanceView],
    *ties: DerivationView,
    refused: tuple[DerivationView, ...] = (),
    circular: tuple[str, ...] = (),
) -> ClaimView:
    origin = OriginView(
        number=1,
        name="Kelso Post",
        stance="supports",
        appearances=tuple(each.id for each in places),
        documents=tuple(each.document for each in places),
        independence="not established",
        sentence="They seem to go back to Kelso Post.",
        proposed=True,
    )
    return claim(
        "c1",
        WORDING,
        appearances=tuple(places),
        origins=(origin,),
        derivations=ties,
        refused=refused,
        circular=circular,
    )


def drawn(tree: Tree, width: int = 80, most: int = 200) -> str:
    return "\n".join(tree_lines(tree, width, most=most))


def under(tree: Tree) -> dict[str, str]:
    """Return what each document stands under."""
    return {
        each.document: tree.nodes[each.under].document or tree.nodes[each.under].kind
        for each in tree.nodes
        if each.document and each.under is not None
    }


CHAIN = [place(1, "2026-03-01"), place(2, "2026-03-02"), place(3, "2026-03-03")]


def test_each_document_stands_under_what_it_goes_back_to() -> None:
    tree = tree_of(view(CHAIN, tie(3, 2), tie(2, 1), tie(3, 1, kind=DerivationKind.CITATION)))
    assert under(tree) == {"d1": "origin", "d2": "d1", "d3": "d2"}
    (last,) = [each for each in tree.nodes if each.document == "d3"]
    assert [each.upstream for each in last.also] == ["d1"]
    assert [each.document for each in tree.nodes if each.first] == ["d1"]


def test_what_is_confirmed_stands_before_what_is_proposed() -> None:
    ties = tie(3, 1), tie(3, 2, state=State.CONFIRMED, kind=DerivationKind.CITATION)
    assert under(tree_of(view(CHAIN, *ties)))["d3"] == "d2"


@pytest.mark.parametrize("dates", [("2026-03", "2026-03-02"), ("2026-03-02", "2026-03-02")])
def test_who_had_it_first_is_not_guessed(dates: tuple[str, str]) -> None:
    tree = tree_of(view([place(1, dates[0]), place(2, dates[1])], tie(2, 1)))
    assert not any(each.first for each in tree.nodes)


def test_only_what_is_confirmed_is_called_a_copy() -> None:
    shown = drawn(tree_of(view(CHAIN, tie(2, 1), tie(3, 1, state=State.CONFIRMED))))
    assert "shares text with d1 (proposed: copy)" in shown
    assert "is a copy of d1 (confirmed: copy)" in shown
    assert shown.count("is a copy of") == 1


def test_what_is_only_named_undirected_refused_or_circular_is_told_apart() -> None:
    shown = drawn(
        tree_of(
            view(
                [*CHAIN, place(4, None)],
                tie(1, 2),
                tie(2, 1),
                tie(3, None, name="Vale Herald"),
                tie(4, 1, directed=False),
                refused=(tie(4, 3, state=State.REFUSED),),
                circular=("Kelso Post goes back to itself.",),
            )
        )
    )
    assert "Vale Herald (only named, not captured)" in shown
    assert "d4 shares text with d1 (proposed: copy); which came first is not known" in shown
    assert "d4 and d3: copy, refused by a person" in shown
    assert "this closes a circle" in shown
    assert "Kelso Post goes back to itself." in shown
    assert "date unknown" in shown


def test_a_ring_keeps_every_document_and_ends() -> None:
    ties = tie(1, 3), tie(2, 1), tie(3, 2)
    tree = tree_of(view(CHAIN, *ties))
    assert under(tree) == {"d1": "origin", "d2": "d1", "d3": "d2"}
    assert [e.upstream for node in tree.nodes for e in node.also if e.circular] == ["d3"]


def test_a_thousand_copies_are_counted_and_nothing_is_lost() -> None:
    places = [place(number, f"2026-03-{1 + number % 28:02}") for number in range(1, 1001)]
    ties = [tie(number, 1) for number in range(2, 1001)]
    tree = tree_of(view(places, *ties))
    assert tree.documents == 1000
    bounded = tree.bounded(50)
    assert bounded.documents == 1000
    assert "and 950 more" in drawn(tree, most=50)
    assert [each.number for each in bounded.nodes] == list(range(len(bounded.nodes)))
    made = picture(view(places, *ties))
    assert "and 976 more" in made
    assert len(made) < 40_000


def test_a_chain_of_a_thousand_is_drawn_within_the_width() -> None:
    places = [place(number, None) for number in range(1, 1001)]
    tree = tree_of(view(places, *(tie(number, number - 1) for number in range(2, 1001))))
    lines = drawn(tree, most=60).splitlines()
    assert max(map(cell_len, lines)) <= 80
    assert "and 940 more" in "\n".join(lines)


def test_no_line_is_wider_than_the_terminal() -> None:
    wide = place(2, "2026-03-02", outlet="\u6e2f\u6e7e" * 90)
    shown = drawn(tree_of(view([place(1, "2026-03-01"), wide], tie(2, 1))), width=80)
    assert max(map(cell_len, shown.splitlines())) <= 80


def test_captured_names_drive_neither_terminal_nor_picture() -> None:
    places = [place(1, "2026-03-01", outlet=HOSTILE), place(2, "2026-03-02")]
    made = view(places, tie(2, 1), tie(1, None, name=HOSTILE))
    shown = drawn(tree_of(made))
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    image = picture(made)
    assert "<script" not in image
    assert "\x1b" not in image
    assert "\u202e" not in image


def test_the_picture_is_well_formed_black_on_white_and_the_same_each_time() -> None:
    made = view(CHAIN, tie(2, 1), tie(3, 2, state=State.CONFIRMED), tie(3, 1, directed=False))
    image = str(svg(tree_of(made)))
    root = ET.fromstring(image)  # noqa: S314  # our own bytes
    assert image == str(svg(tree_of(made)))
    colours = {each.get(name) for each in root.iter() for name in ("fill", "stroke")}
    assert colours <= {"#000", "#fff", "none", None}
    named = root.get("aria-labelledby")
    ids = {each.get("id") for each in root.iter() if each.get("id")}
    assert named is not None
    assert set(named.split()) == ids
    assert "style=" not in image


def test_the_picture_stands_beside_the_same_in_words() -> None:
    made = view(CHAIN, tie(2, 1), refused=(tie(3, 1, state=State.REFUSED),))
    _, words = str(picture(made)).split("<details>")
    assert "d2 Kelso Post, 2026-03-02; shares text with d1 (proposed: copy)" in words
    assert "d3 and d1: copy, refused by a person" in words


def test_a_claim_of_one_document_has_no_picture() -> None:
    assert picture(view(CHAIN[:1])) == ""


def test_what_is_not_settled_is_listed_apart() -> None:
    made = view(CHAIN, tie(2, 1))
    loose = place(9, None).model_copy(update={"stance": Stance.UNSURE, "origin": 0})
    made = made.model_copy(update={"appearances": (*made.appearances, loose)})
    assert tree_of(made).unsettled == ("d9",)
