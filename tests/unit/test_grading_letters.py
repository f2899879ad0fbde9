"""Whose letter stands in a cell, and whose is an appearance's."""

from typing import Literal

from provenance.grading import OriginFeature, cell, whose_letter
from provenance.model import AttributionStep, StepRole
from provenance.model.evidence import SourceType

MAYOR = "m" * 26


def origin(number: int, letter: str, *, supports: bool = True, named: bool = True) -> OriginFeature:
    stance: Literal["supports", "contradicts"] = "supports" if supports else "contradicts"
    return OriginFeature.model_validate(
        {
            "number": number,
            "name": f"Gazette {number}",
            "stance": stance,
            "independence": "not established",
            "letter": letter,
            "named": named,
        }
    )


def step(role: StepRole, name: str, *, source: str | None = None) -> AttributionStep:
    return AttributionStep(
        role=role,
        name=name,
        named=source is not None,
        type=SourceType.PERSON,
        words=name,
        cue="said",
        source=source,
    )


def test_a_proper_name_stays_one_where_another_report_names_nobody() -> None:
    unnamed = origin(1, "B", named=False)
    assert cell((unnamed,)).letter_of == "unnamed: Gazette 1"
    assert cell((unnamed.model_copy(update={"proper_name": True}),)).letter_of == "Gazette 1"


def test_the_best_letter_among_supporting_origins_is_named() -> None:
    choice = cell((origin(1, "C"), origin(2, "B"), origin(3, "A", supports=False)))
    assert (choice.letter, choice.letter_of) == ("B", "Gazette 2")
    assert "B is the letter of Gazette 2" in choice.sentence


def test_f_is_taken_only_where_there_is_nothing_else() -> None:
    assert cell((origin(1, "F"), origin(2, "E"))).letter == "E"
    choice = cell((origin(1, "F", named=False), origin(2, "F")))
    assert (choice.letter, choice.letter_of) == ("F", "unnamed: Gazette 1")
    assert "has been judged" in choice.sentence
    assert "best" not in choice.sentence


def test_unnamed_is_said_once() -> None:
    official = origin(1, "F", named=False).model_copy(update={"name": "unnamed: an official"})
    assert cell((official,)).letter_of == "unnamed: an official"


def test_of_equal_letters_the_first_origin_is_named_whatever_the_order() -> None:
    one, two = origin(1, "B"), origin(2, "B")
    assert cell((two, one)) == cell((one, two))
    assert cell((two, one)).letter_of == "Gazette 1"


def test_without_a_supporting_origin_the_letter_is_f() -> None:
    assert cell((origin(1, "A", supports=False),)).letter == "F"


def test_an_unnamed_source_is_f_with_the_outlets_letter_beside_it() -> None:
    choice = whose_letter(
        [step(StepRole.SAYS, "an official")], {}, outlet="The Gazette", outlet_letter="B"
    )
    assert choice.letter == "F"
    assert choice.sentence == "B The Gazette ← F unnamed: an official"


def test_the_last_source_of_the_chain_lends_its_letter() -> None:
    told = [
        step(StepRole.SAYS, "an aide"),
        step(StepRole.TOLD, "the mayor of Arven", source=MAYOR),
        step(StepRole.VERIFIED, "experts"),
    ]
    choice = whose_letter(told, {MAYOR: "C"}, outlet="The Gazette", outlet_letter="B")
    assert (choice.letter, choice.letter_of) == ("C", "the mayor of Arven")
    assert whose_letter(told, {}, outlet="The Gazette").letter == "F"


def test_an_outlet_speaks_for_itself_where_it_names_nobody() -> None:
    choice = whose_letter([], {}, outlet="The Gazette", outlet_letter="B")
    assert (choice.letter, choice.letter_of) == ("B", "The Gazette")


def test_an_opinion_page_and_an_unknown_outlet_are_f() -> None:
    opinion = whose_letter([], {}, outlet="The Gazette", outlet_letter="B", opinion_section=True)
    assert opinion.letter == "F"
    assert "does not inherit" in opinion.sentence
    unknown = whose_letter([], {}, outlet=None, outlet_letter="A")
    assert (unknown.letter, unknown.letter_of) == ("F", "unknown outlet")
