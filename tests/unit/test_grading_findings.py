"""What is missing behind claims and texts, and the leads that come of it."""

from itertools import permutations
from typing import Any

import pytest

from provenance.grading.findings import (
    CIRCULAR,
    CORRECTED,
    CREDITED,
    HEDGE,
    IN_PART,
    LANGUAGE,
    ONE_ORIGIN,
    PRIMARY,
    UNDATED,
    UNNAMED,
    VERIFIER_INVOLVED,
    VERIFIERS,
    AppearanceFacts,
    ClaimFacts,
    FindingDraft,
    NoticeFacts,
    TextFacts,
    findings,
)
from provenance.grading.leads import KINDS, merge
from provenance.grading.phrases import LONGEST_PHRASE, exact_phrases, key_words, quoted
from provenance.model import AttributionStep, ClaimKind, StepRole
from provenance.model.evidence import SourceType

WORDING = "Belmark ships radar parts to the Arvenian navy"
TEXT = (
    "Belmark ships radar parts to the Arvenian navy through the port of Sundgate.\n"
    "The crates are declared as farm machinery and leave twice in every month.\n"
    "Nobody at the port of Sundgate wanted to explain the weights on the papers.\n"
    "More soon."
)


def record(letter: str) -> str:
    return letter * 26


def digest(letter: str) -> str:
    return "sha256:" + letter * 64


def step(role: StepRole, name: str, kind: SourceType, *, named: bool = False) -> AttributionStep:
    return AttributionStep(role=role, name=name, named=named, type=kind, words=name, cue="show")


INVOICES = step(StepRole.SAYS, "stolen invoices", SourceType.DOCUMENT)
EXPERTS = step(StepRole.VERIFIED, "customs experts", SourceType.GROUP)
OFFICIAL = step(StepRole.SAYS, "a port official", SourceType.PERSON)
LAB = step(StepRole.VERIFIED, "Sundgate Post", SourceType.OUTLET, named=True)
MAYOR = step(StepRole.SAYS, "Ida Brandt", SourceType.PERSON, named=True)
CHECKED_BY_MAYOR = MAYOR.model_copy(update={"role": StepRole.VERIFIED})


def appearance(*steps: AttributionStep, document: str = "d", **known: Any) -> AppearanceFacts:
    return AppearanceFacts.model_validate(
        {
            "document": record(document),
            "text": digest("1"),
            "quote": f"{WORDING}, stolen invoices show",
            "at": 40,
            "steps": steps,
            **known,
        }
    )


def claim(*appearances: AppearanceFacts, name: str = "c", **known: Any) -> ClaimFacts:
    return ClaimFacts.model_validate(
        {
            "claim": record(name),
            "wording": WORDING,
            "type": ClaimKind.FACT,
            "origins": 2,
            "appearances": appearances,
            **known,
        }
    )


def text(**known: Any) -> TextFacts:
    return TextFacts.model_validate(
        {
            "document": record("d"),
            "digest": digest("1"),
            "text": TEXT,
            "outlet": "Sundgate Post",
            "published": "2031-05",
            "language": "en",
            "language_read": True,
            **known,
        }
    )


def rules(drafts: tuple[FindingDraft, ...]) -> set[str]:
    return {draft.rule for draft in drafts}


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (claim(appearance(INVOICES)), {PRIMARY}),
        (claim(appearance(INVOICES, captured={0})), set()),
        (claim(appearance(INVOICES, EXPERTS)), {PRIMARY, VERIFIERS}),
        (claim(appearance(MAYOR, LAB)), set()),
        (claim(appearance(MAYOR, LAB, outlet="SUNDGATE POST")), {VERIFIER_INVOLVED}),
        (claim(appearance(MAYOR, CHECKED_BY_MAYOR)), {VERIFIER_INVOLVED}),
        (claim(appearance(OFFICIAL)), {UNNAMED}),
        (claim(appearance(MAYOR)), set()),
        (claim(appearance(step(StepRole.SAYS, "the writer", SourceType.WRITER))), set()),
        (claim(appearance(MAYOR), origins=1), {ONE_ORIGIN}),
        (claim(appearance(MAYOR), circular=("One cites the other and is cited.",)), {CIRCULAR}),
        (claim(appearance(MAYOR), hedges_lost=("Lost: may.",)), {HEDGE}),
        (claim(appearance(INVOICES, EXPERTS), type=ClaimKind.FORECAST, origins=1), set()),
    ],
)
def test_what_is_missing_behind_a_claim(facts: ClaimFacts, expected: set[str]) -> None:
    assert rules(findings([facts])) == expected


@pytest.mark.parametrize(
    ("facts", "expected", "words"),
    [
        (text(), set(), ""),
        (text(published=None), {UNDATED}, "no date:"),
        (text(outlet=None), {UNDATED}, "no outlet:"),
        (text(outlet=None, published=None), {UNDATED}, "no date and no outlet:"),
        (text(credited=("Vale Herald",)), {CREDITED}, "credits Vale Herald, and no"),
        (text(corrects=("Quay sold",)), {CORRECTED}, "corrects or retracts “Quay sold”"),
        (text(language="fi", language_read=False), {LANGUAGE}, "is in Finnish"),
        (text(language=None, language_read=False), {LANGUAGE}, "cannot be told"),
    ],
)
def test_what_is_missing_behind_a_text(facts: TextFacts, expected: set[str], words: str) -> None:
    found = findings([], [facts])
    assert rules(found) == expected
    assert all(words in draft.sentence for draft in found)


def test_a_source_that_is_only_a_pronoun_is_not_called_a_name() -> None:
    (found,) = findings([claim(appearance(step(StepRole.SAYS, "She", SourceType.PERSON)))])
    assert found.sentence == "Who says it is only called “She”: the text does not tell who."


def test_a_primary_document_is_searched_by_its_words_and_by_the_quote() -> None:
    (found,) = findings([claim(appearance(INVOICES))])
    assert found.search == (
        '"stolen invoices" Belmark Arvenian',
        f'"{WORDING}, stolen invoices show"',
    )


def test_a_text_without_date_is_searched_by_exact_phrases_of_it() -> None:
    (found,) = findings([], [text(published=None, claims=(record("c"),))])
    assert 2 <= len(found.search) <= 3
    for phrase in found.search:
        assert phrase[0] == phrase[-1] == '"'
        assert phrase.strip('"') in TEXT
        assert len(phrase.split()) <= LONGEST_PHRASE
    assert found.claims == (record("c"),)


def test_copies_that_credit_one_text_ask_for_it_once() -> None:
    copies = [text(credited=("Vale Herald",), digest=digest(each)) for each in "12"]
    (lead,) = merge(findings([], copies))
    assert lead.search == ('"Vale Herald" Belmark Arvenian Sundgate',)
    assert len(lead.findings) == 2


def test_texts_that_only_seem_to_have_one_origin_are_said_to_seem_so() -> None:
    two = (appearance(MAYOR), appearance(MAYOR, document="e", text=digest("2")))
    (plain,) = findings([claim(*two, origins=1)])
    (seems,) = findings([claim(*two, origins=1, proposed=True)])
    assert plain.sentence == "2 documents report it, and all go back to one origin."
    assert "all seem to go back to one origin (proposed)" in seems.sentence
    assert seems.key == plain.key


def test_one_missing_document_behind_two_claims_is_one_finding() -> None:
    second = claim(
        appearance(INVOICES, at=10), name="e", wording="The crates are declared as farm machinery"
    )
    (found,) = findings([claim(appearance(INVOICES)), second])
    assert found.claims == (record("c"), record("e"))
    assert found.at == 10
    assert len(found.search) == 3  # two queries, one quote


def test_an_unnamed_source_belongs_to_its_text_and_a_named_one_to_none() -> None:
    def keys(source: AttributionStep) -> set[str]:
        apart = [appearance(source), appearance(source, document="e", text=digest("2"))]
        return {draft.key for draft in findings([claim(*apart)]) if draft.rule != ONE_ORIGIN}

    named = INVOICES.model_copy(update={"name": "Port Register 2031", "named": True})
    assert len(keys(INVOICES)) == 2
    assert len(keys(named)) == 1


def test_copies_that_speak_of_one_document_ask_for_it_once() -> None:
    copies = [
        appearance(INVOICES, document=name, text=digest(mark))
        for name, mark in (("d", "1"), ("e", "2"), ("f", "3"))
    ]
    found = findings([claim(*copies)])
    assert len(found) == 3
    (lead,) = merge(found)
    assert lead.findings == tuple(draft.key for draft in found)
    assert lead.claims == (record("c"),)


def draft(rule: str, mark: str, *claims: str, at: int = 0, search: str = "") -> FindingDraft:
    return FindingDraft(
        rule=rule,
        key=digest(mark),
        sentence=f"{rule} {mark}",
        claims=tuple(record(name) for name in claims),
        at=at,
        search=(search,) if search else (),
    )


def test_a_primary_document_comes_first_then_what_changes_most_then_the_text() -> None:
    leads = merge(
        [
            draft(UNDATED, "1", "a", "b", "c"),
            draft(VERIFIERS, "2", "a"),
            draft(VERIFIERS, "3", "a", "b", at=90),
            draft(VERIFIERS, "4", "c", "d", at=5),
            draft(PRIMARY, "5", "a"),
            draft("a rule of a later version", "6", "a", "b", "c", "d"),
        ]
    )
    assert [lead.findings[0][-1] for lead in leads] == list("543216")
    assert [lead.rank for lead in leads] == [1, 2, 3, 4, 5, 6]


def test_leads_do_not_depend_on_the_order_of_findings() -> None:
    found = [
        draft(UNNAMED, "1", "a", at=3, search='"an official" Sundgate'),
        draft(UNNAMED, "2", "b", at=1, search='"an official" Sundgate'),
        draft(UNNAMED, "3", "c", at=2, search='"an aide" Sundgate'),
        draft(VERIFIERS, "4", "c", at=2, search='"an official" Sundgate'),
    ]
    expected = merge(found)
    assert [len(lead.findings) for lead in expected] == [1, 2, 1]
    assert all(merge(order) == expected for order in permutations(found))


def test_every_rule_has_a_place_in_the_ranking() -> None:
    facts = claim(
        appearance(INVOICES, EXPERTS, OFFICIAL, LAB, outlet=LAB.name),
        origins=1,
        circular=("A.",),
        hedges_lost=("B.",),
    )
    notice = NoticeFacts.model_validate(
        {"document": record("e"), "text": digest("2"), "name": "Quay sold", "words": "withdrawn"}
    )
    missing = text(
        published=None,
        language_read=False,
        read_to=40,
        credited=("Vale Herald",),
        corrects=("Quay sold",),
        notices=(notice,),
    )
    assert rules(findings([facts], [missing])) == set(KINDS)


def test_a_phrase_never_spans_a_quotation_mark_and_is_short() -> None:
    assert quoted('He said "the cranes stood still all day" on Monday') == (
        '"the cranes stood still all day"'
    )
    assert len(quoted("word " * 40).split()) == LONGEST_PHRASE
    assert quoted('""  ') == ""


def test_key_words_are_names_first_then_long_words() -> None:
    assert key_words("Recently the Sundgate Harbour Board bought locomotives in Arvenia") == (
        '"Sundgate Harbour Board"',
        "Arvenia",
        "locomotives",
    )
    assert key_words("According to Arvenia\u2019s board, nothing on Sunday suggested sabotage") == (
        "Arvenia",
        "suggested",
        "sabotage",
    )
    assert key_words("Workers repaired locomotives and carriages in Arvenia", limit=4) == (
        "Workers",
        "Arvenia",
        "locomotives",
        "carriages",
    )


def test_page_furniture_and_addresses_give_no_phrases() -> None:
    furniture = "Picture by the harbour office of Sundgate under a free licence for all\n"
    address = "See the picture at https://sundgate.example/pictures/harbour by the town today.\n"
    assert exact_phrases(furniture + address) == ()
    (only,) = exact_phrases(furniture + "The cranes of Sundgate stood still on the first of May.")
    assert only == '"The cranes of Sundgate stood still on the first of May"'


def test_another_origin_is_searched_by_what_the_claim_is_about() -> None:
    copies = (appearance(MAYOR), appearance(MAYOR, document="e", text=digest("2")))
    (found,) = findings([claim(*copies, origins=1)])
    assert found.search == ("Belmark Arvenian", f'"{WORDING}, stolen invoices show"')
    (found,) = findings([claim(*copies, origins=1, wording="The cranes are broken")])
    assert found.search == (f'"{WORDING}, stolen invoices show"',)


def test_claims_that_one_text_alone_makes_are_one_finding() -> None:
    claims = [claim(appearance(MAYOR), name=name, origins=1) for name in ("c", "e")]
    (found,) = findings(claims)
    assert found.claims == (record("c"), record("e"))
    assert found.search == (f'"{WORDING}, stolen invoices show"',)


def test_a_text_without_long_sentences_gives_no_phrases() -> None:
    assert exact_phrases("Too short. No. Never.") == ()
    assert exact_phrases("") == ()


def test_a_text_that_states_too_much_says_how_far_it_was_read() -> None:
    whole = text(language="en", language_read=True, outlet="Post", published="2026-03-04")
    assert not findings([], [whole])
    (found,) = findings([], [whole.model_copy(update={"read_to": 1_200})])
    assert found.rule == IN_PART
    assert found.documents == (whole.document,)
    assert "up to character 1,200 of" in found.sentence
