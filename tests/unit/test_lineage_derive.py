"""How documents are found to come from each other, in a small invented press."""

import random

import pytest

from provenance.canonical import sha256
from provenance.lineage import Proposed, Text, derive
from provenance.model import DerivationKind, Hyperlink
from tests.declaring import declaring

WIRE = """\
The island council of Ostrel voted on Tuesday to close the old lighthouse after 140 years of \
service.
Keeper Maren Holt, who has lived in the tower since 1998, must leave it before the end of June, \
the council said in a notice to residents.
The light on Kettle Point will be replaced by an automatic beacon that costs 320,000 crowns and \
can be seen from eighteen miles.
Fishing crews from Ostrel and Brannock had asked the council to keep a keeper on the rock through \
the winter storms, but the motion failed by four votes to three.
"""
OTHER = """\
A bakery in the harbour of Brannock has begun to sell bread made from seaweed flour.
Its owner, Tilda Rask, said that the first two hundred loaves were gone before noon on Saturday.
She learnt the recipe from her grandmother, who baked with kelp in the hungry years.
"""


def text(name: str, body: str, day: int | None = None, **more: object) -> Text:
    given: dict[str, object] = {
        "id": name,
        "digest": sha256(body.encode()),
        "uri": f"https://{name}.example/story",
        "outlet": f"{name.title()} Courier",
        "text": body,
        "published": f"2026-03-{day:02}" if day else None,
        "published_known": day is not None,
    }
    return declaring(Text.model_validate(given | more))


def between(found: tuple[Proposed, ...], one: str, other: str) -> Proposed | None:
    ends = {one, other}
    return next((p for p in found if {p.downstream, p.upstream} == ends), None)


EDITED = WIRE.replace("voted on Tuesday", "decided").replace("eighteen miles", "a long way off")
PADDED = "\u200b" + WIRE.replace("keeper", "ke\u200bep\u0435r").replace(" the ", " th\u0435 ")
CUT = "\n".join(WIRE.splitlines()[:2])
FRAMED = f"A story from our neighbours.\n{WIRE}\n{OTHER}"


@pytest.mark.parametrize("body", [WIRE, EDITED, PADDED, CUT, FRAMED])
def test_a_copy_is_found_and_dated(body: str) -> None:
    found = derive([text("wire", WIRE, 3), text("echo", body, 5)])
    copy = between(found, "wire", "echo")
    assert copy is not None
    assert copy.type is DerivationKind.COPY
    assert (copy.downstream, copy.upstream, copy.directed) == ("echo", "wire", True)
    assert all(e.downstream_words and e.upstream_words for e in copy.evidence[:1])


@pytest.mark.parametrize(("first", "second"), [(None, None), (3, None), (3, 3)])
def test_without_order_of_dates_a_copy_has_no_direction(
    first: int | None, second: int | None
) -> None:
    copy = between(
        derive([text("wire", WIRE, first), text("echo", EDITED, second)]), "wire", "echo"
    )
    assert copy is not None
    assert not copy.directed


def test_a_credit_tells_direction_against_the_dates() -> None:
    body = f"{EDITED}\nThe vote was first reported by the Wire Courier."
    copy = between(derive([text("wire", WIRE, 5), text("echo", body, 3)]), "wire", "echo")
    assert copy is not None
    assert (copy.downstream, copy.directed) == ("echo", True)
    assert {"shared text", "first reported by"} <= {e.rule for e in copy.evidence}


def test_other_stories_are_not_tied() -> None:
    assert derive([text("wire", WIRE, 3), text("bread", OTHER, 4)]) == ()


def test_furniture_is_no_evidence() -> None:
    lines = (
        "Subscribe to our newsletter and never miss a story from the islands again this year.\n"
        "All rights reserved by the publishers of this page and by the authors of its stories.\n"
    ) * 3
    assert derive([text("a", OTHER + lines, 3), text("b", CUT + "\n" + lines, 4)]) == ()


def test_a_quoted_speech_alone_is_one_statement_not_a_copy() -> None:
    speech = '"We shall keep a lamp burning on this rock as long as one boat goes out," Holt said.'
    one = text("wire", f"{OTHER}\n{speech}", 3)
    other = text("echo", f"{CUT}\n{speech}", 4)
    pair = between(derive([one, other]), "wire", "echo")
    assert pair is not None
    assert pair.type is DerivationKind.SAME_STATEMENT
    assert not pair.directed


def test_a_quotation_of_the_other_text() -> None:
    sentence = CUT.splitlines()[0]
    quoting = f'{OTHER}\nThe notice reads: "{sentence}" Nobody had expected it.'
    pair = between(derive([text("wire", CUT, 3), text("echo", quoting, 4)]), "wire", "echo")
    assert pair is not None
    assert pair.type is DerivationKind.QUOTATION
    assert (pair.downstream, pair.directed) == ("echo", True)


def test_a_text_that_refutes_another_is_not_its_copy() -> None:
    body = (
        f"Fact check: a false claim about Ostrel is making the rounds.\n{CUT}\n"
        "None of this is true: the council of Ostrel met on Friday and spoke of drains alone. "
        "The clerk showed us the minutes, in which the word lighthouse does not occur, and the "
        "tower has been let to a keeper until 2031 by a contract that we were able to read."
    )
    pair = between(derive([text("wire", WIRE, 3), text("check", body, 4)]), "wire", "check")
    assert pair is not None
    assert pair.type is DerivationKind.QUOTATION


def test_a_rewrite_shows_by_names_and_numbers_in_order() -> None:
    body = (
        "After 140 years there will be no lamp keeper in Ostrel any more. Councillors made up "
        "their minds on this. For Maren Holt, at home in her tower since 1998, it means moving "
        "out by June. What comes instead on Kettle Point is a machine priced at 320,000 crowns. "
        "Boats from Brannock pleaded in vain."
    )
    pair = between(derive([text("wire", WIRE, 3), text("echo", body, 4)]), "wire", "echo")
    assert pair is not None
    assert pair.type is DerivationKind.REWRITE
    assert pair.downstream == "echo"


def test_an_agency_that_is_not_captured_is_named() -> None:
    found = derive([text("echo", "OSTREL (Reuters) - The lighthouse on Kettle Point is closed.")])
    assert [(p.upstream, p.upstream_name, p.type) for p in found] == [
        (None, "Reuters", DerivationKind.CITATION)
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The tower is sold, the Brannock Gazette reported on Friday.",
        "The tower is sold, according to the Brannock Gazette.",
        "The tower is sold. The sale was first reported by the Brannock Gazette.",
        "Citing the Brannock Gazette, residents say that the tower is sold.",
    ],
)
def test_credits_to_a_paper_that_is_not_captured(sentence: str) -> None:
    found = derive([text("echo", sentence)])
    assert [p.upstream_name for p in found] == ["Brannock Gazette"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The tower is sold, according to the Ministry of Fisheries.",
        "The tower is sold, Maren Holt reported to the council.",
        "The Echo Courier reported last week that the tower is sold.",
    ],
)
def test_a_person_an_office_and_oneself_are_no_credit(sentence: str) -> None:
    assert derive([text("echo", sentence)]) == ()


def test_a_link_cites_the_page_it_leads_to() -> None:
    body = "The keeper has to go, as was to be read elsewhere."
    link = Hyperlink(uri="http://www.wire.example/story/?utm_source=x#top", text="go", start=18)
    found = derive([text("wire", WIRE, 3), text("echo", body, 4, links=(link,))])
    pair = between(found, "wire", "echo")
    assert pair is not None
    assert (pair.type, pair.directed) == (DerivationKind.CITATION, True)
    assert pair.evidence[0].downstream_words == body


def test_a_later_capture_is_the_original_of_a_pasted_text() -> None:
    page = text("page", WIRE, 3)
    pasted = text("paste", EDITED, None, uri="file:///note", outlet=None, said_uri=page.uri)
    pair = between(derive([page, pasted]), "page", "paste")
    assert pair is not None
    assert (pair.type, pair.downstream, pair.directed) == (DerivationKind.ORIGINAL, "paste", True)
    said = next(e for e in pair.evidence if e.rule == "collector's address")
    assert "decided" in said.downstream_words
    assert "voted on Tuesday" in said.upstream_words


def test_a_correction_goes_back_to_what_it_corrects() -> None:
    body = f"Correction: an earlier version of this article gave a wrong price.\n{WIRE}"
    first = text("wire", WIRE, 3)
    later = text("fixed", body, 3, outlet="Wire Courier")
    pair = between(derive([first, later]), "wire", "fixed")
    assert pair is not None
    assert (pair.type, pair.downstream) == (DerivationKind.CORRECTION, "fixed")
    assert pair.directed


def test_copies_of_a_copy_go_back_to_the_text_that_explains_them_best() -> None:
    texts = [text("wire", WIRE, 3)]
    words = ["Tuesday", "keeper", "automatic", "residents", "winter", "motion"]
    texts += [
        text(f"paper{n}", WIRE.replace(w, "changed") + OTHER.splitlines()[n % 3], 4 + n)
        for n, w in enumerate(words)
    ]
    found = derive(texts)
    assert {(p.downstream, p.upstream) for p in found} == {
        (f"paper{n}", "wire") for n in range(len(words))
    }


def test_order_and_ids_change_nothing() -> None:
    texts = [text("wire", WIRE, 3), text("echo", EDITED), text("cut", CUT, 6), text("b", OTHER)]
    expected = [p.key for p in derive(texts)]
    assert expected
    for seed in range(4):
        shuffled = random.Random(seed).sample(texts, len(texts))  # noqa: S311
        renamed = [t.model_copy(update={"id": f"{seed}{n}"}) for n, t in enumerate(shuffled)]
        assert [p.key for p in derive(renamed)] == expected


@pytest.mark.parametrize("unit", ["A", '"', "Aa Bb ", "according to ", "Via \n", "(", "A & "])
@pytest.mark.timeout(20)
def test_hostile_repetition_costs_no_more_than_its_length(unit: str) -> None:
    body = unit * 40_000
    derive([text("one", body), text("two", f"{body} end")])


def test_a_denial_in_the_words_of_a_report_is_no_rewrite_of_it() -> None:
    report = (
        "Harbour Minister Ines Vale said on Monday that the port of Kelso sold two tower cranes "
        "to Brand Shipping for 4 million euros. The cranes, Kelso Two and Kelso Three, left on "
        "the barge Morna on 3 March, Vale said. Brand Shipping owns 14 barges on the Arle."
    )
    denial = (
        "Kelso port authority denies that it sold two tower cranes to Brand Shipping for 4 million "
        "euros. Minister Ines Vale was misinformed, the authority said. Kelso Two and Kelso "
        "Three stand on the quay, and the barge Morna did not leave on 3 March. It has 14 barges."
    )
    texts = [text("report", report), text("denial", denial)]
    assert not [p for p in derive(texts) if p.type is DerivationKind.REWRITE]


def test_a_credit_is_not_tied_to_a_later_story_of_another_wording() -> None:
    told = "In Brennick 47 boats of the ferry guild burned on 3 May, reported the Wire Courier."
    later = "Seven weeks on, Brennick mourns: 47 boats, said the ferry guild about 3 May."
    found = derive([text("echo", told, 3), text("wire", later, 9)])
    named = [each for each in found if each.upstream_name]
    assert [each.upstream for each in found] == [None]
    assert "No captured text is that one." in named[0].evidence[0].sentence


@pytest.mark.parametrize(
    "credit",
    [
        "The vote was first reported by the Wire Courier. Nobody in Dorrin was surprised.",
        "It was a quiet day in Dorrin. The Wire Courier was the first to report the vote.",
        "Source: Wire Courier.",
    ],
)
def test_the_name_of_an_outlet_ends_with_its_sentence(credit: str) -> None:
    found = derive([text("echo", f"A vote was held by the harbour board.\n{credit}", 3)])
    assert [each.upstream_name for each in found] == ["Wire Courier"]
