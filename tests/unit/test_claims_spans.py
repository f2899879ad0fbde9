"""Where a statement begins and ends, how it is worded, which details it carries."""

import pytest

from provenance.claims import find
from provenance.model import ClaimKind, Modality


def _wordings(text: str) -> list[str]:
    return [found.wording for found in find(text, language="en")]


def test_two_verbs_under_one_subject_are_two_statements() -> None:
    text = "The dossier runs to 80 pages and names the owners of nine banks."
    first, second = find(text, language="en")
    assert first.selector.exact == "The dossier runs to 80 pages"
    assert second.selector.exact == "names the owners of nine banks."
    assert second.wording == "The dossier names the owners of nine banks."
    assert first.type is second.type is ClaimKind.FACT


def test_subject_with_a_plural_complement_is_carried_over() -> None:
    text = "The bundle of letters covers two decades and lists hundreds of payments."
    assert _wordings(text)[1] == "The bundle of letters lists hundreds of payments."


@pytest.mark.parametrize(
    "text",
    [
        "The minister said the bridge was unsafe and blamed the builders.",
        "The court heard that the owner took the money and spent it abroad.",
        "Police arrested a man who took the money and fled to the coast.",
        "The council sold the land and the buildings on it.",
        "The owners want to buy and sell the land.",
    ],
    ids=["reported clause", "that-clause", "relative clause", "two objects", "two infinitives"],
)
def test_what_could_have_another_subject_is_not_split(text: str) -> None:
    assert len(find(text, language="en")) == 1


def test_comment_after_a_dash_is_left_out_of_the_span() -> None:
    text = "The firm is also shipping lathes to the port—exactly the kind that gunsmiths like."
    (found,) = find(text, language="en")
    assert found.selector.exact == "The firm is also shipping lathes to the port"
    assert found.wording == "The firm is also shipping lathes to the port."


def test_statement_after_a_dash_stays() -> None:
    text = "The firm shipped lathes to the port — 40 of them in May."
    assert find(text, language="en")[0].selector.exact == text


@pytest.mark.parametrize(
    ("sentence", "wording"),
    [
        ("But the ferry sank on Monday.", "The ferry sank on Monday."),
        ("And yet the ferry sank on Monday.", "The ferry sank on Monday."),
        ("However, the ferry sank on Monday.", "The ferry sank on Monday."),
        ("The  ferry\tsank on Monday.", "The ferry sank on Monday."),
        ("“The ferry sank on Monday.”", "“The ferry sank on Monday.”"),
    ],
)
def test_wording_stands_alone(sentence: str, wording: str) -> None:
    assert _wordings(sentence) == [wording]


def test_places_and_times_are_the_words_of_the_text() -> None:
    text = "On 4 March 2024 the company opened a depot in Port Amery, near the town of Senn."
    (found,) = find(text, language="en")
    assert found.places == ("Port Amery", "Senn")
    assert found.times == ("4 March 2024",)


def test_every_selector_holds_in_the_whole_text() -> None:
    text = "What now?\n\n  The ferry 🚢 sank on Monday.  The crew of nine swam ashore.\n"
    found = find(text, language="en")
    assert len(found) == 2
    assert all(claim.selector.holds(text) for claim in found)


@pytest.mark.parametrize(
    "line", ["PORT AMERY, May 4 (AFP) — ", "SENN - ", "KORVATH/SENN (Reuters) - ", "LUN, 4 May – "]
)
def test_date_line_is_no_part_of_the_statement(line: str) -> None:
    (found,) = find(line + "The ferry sank on Monday.", language="en")
    assert found.selector.exact == "The ferry sank on Monday."


def test_verb_after_an_aside_decides() -> None:
    text = "Amery Yards, the builder based in Senn, will deliver the ferry in June."
    assert find(text, language="en")[0].type is ClaimKind.FORECAST


def test_not_in_a_subordinate_clause_denies_nothing() -> None:
    text = "Officials who did not want to be named opened the sluice on Monday."
    assert find(text, language="en")[0].modality is Modality.ASSERTED
