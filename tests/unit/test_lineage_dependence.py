"""How far two texts depend on each other: what speaks for it and against it."""

import pytest

from provenance.canonical import sha256
from provenance.lineage import Dependence, Reading, Text, dependence, main_origin
from provenance.lineage.dependence import BY_COST, depends
from provenance.lineage.signs import Sign
from provenance.lineage.speakers import credited_by
from provenance.lineage.worded import MOST_WORDING, wording, wording_at_most
from provenance.lineage.wording import beside, stem, stems, tiled

REPORT = """\
The ferry company Norsund Line will sell its oldest ship, the Tarn, to a yard in Velmar.
The Tarn carried 412 passengers and 60 cars between Ostrel and Brannock for 31 years.
Its captain, Jorun Aske, told the Harbour Gazette that the engine "had been tired for a decade \
and nobody wanted to hear it".
The yard will pay 2.3 million crowns for the steel, the Gazette reported on Monday.
"""
RETOLD = """\
After 31 years on the crossing from Ostrel to Brannock, the Tarn is bound for the breakers.
Norsund Line has found a buyer in Velmar, which offers 2.3 million crowns for its steel, \
according to the Harbour Gazette.
Captain Jorun Aske said the machinery of the 412-passenger vessel was worn out long ago.
"""
OWN = """\
The scrapping of the Tarn leaves Brannock without a night boat, its mayor Silje Rood warned.
"Nobody at Norsund Line has called us," Rood said. Pupils from Ostrel will need 60 beds.
A councillor, Per Vinter, said that Velmar should lend a ship until the winter is over.
"""
OTHER = """\
A choir of 80 singers from Hollin won the cup in Sarnby on Saturday with a mass by Ludo Marr.
The jury praised its basses. Conductor Aud Fenne said that the bus home was louder still.
"""
NAMES = ("Asko", "Birla", "Corvin", "Dorte", "Elvar", "Fenja", "Gorm", "Hilde")


def text(body: str, **more: object) -> Text:
    digest = sha256(body.encode())
    given: dict[str, object] = {"id": digest[:26], "digest": digest, "uri": f"file:///{digest}"}
    return Text.model_validate(given | {"text": body} | more)


def judged(one: str, other: str) -> Dependence:
    return dependence(Reading(text(one)), Reading(text(other)))


def rules(found: Dependence) -> set[str]:
    return {sign.rule for sign in found.signs}


def test_what_rests_on_more_is_judged_higher() -> None:
    copy = REPORT.replace("oldest ship", "oldest vessel")
    scores = [judged(REPORT, each).score for each in (copy, RETOLD, OWN, OTHER)]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] > 900
    assert scores[1] > 500 > scores[2]
    assert scores[3] < 50


@pytest.mark.parametrize("one", [REPORT, RETOLD, OWN, OTHER, f"No evidence. {OWN}", OWN[:150]])
@pytest.mark.parametrize("other", [REPORT, RETOLD, OWN, OTHER, f"It is false. {REPORT}", "Aa."])
def test_the_quick_judgement_says_what_the_whole_one_says(one: str, other: str) -> None:
    whole = judged(one, other)
    assert depends(Reading(text(one)), Reading(text(other))) == whole.likely


def test_no_sign_comes_to_more_than_the_quick_judgement_allows_for() -> None:
    copy = f"{REPORT} The goverment bought it. Read the court papers: the court papers say so. "
    copy += "A source close to the family of the old captain said so."
    one, other = (Reading(text(copy, outlet=name, title=REPORT[:90])) for name in ("", "Harbour"))
    made = [(rule(one, other), most) for rule, most in BY_COST]
    signs = [([each] if isinstance(each, Sign) else list(each or ()), most) for each, most in made]
    assert sum(bool(found) for found, _ in signs) > 7
    assert all(sum(sign.points for sign in found) <= most for found, most in signs)


@pytest.mark.parametrize("other", [REPORT, RETOLD, OWN, OTHER, REPORT.replace("ship", "boat")])
def test_the_sign_of_wording_comes_to_no_more_than_is_told_beforehand(other: str) -> None:
    one, two = Reading(text(f"{REPORT}{OWN}")), Reading(text(other))
    sign = wording(one, two)
    assert sign is not None
    assert sign.points <= wording_at_most(one, two) <= MOST_WORDING


@pytest.mark.parametrize("other", [RETOLD, OWN, OTHER])
def test_the_score_is_the_same_in_either_order(other: str) -> None:
    assert judged(REPORT, other).score == judged(other, REPORT).score


def test_every_sign_that_speaks_for_it_shows_words_of_the_text() -> None:
    found = judged(REPORT, RETOLD)
    source = next(sign for sign in found.signs if sign.rule == "same source")
    assert "Harbour Gazette" in source.here
    assert source.here.split(",")[0] in " ".join(REPORT.split())
    assert source.there.split(",")[0] in " ".join(RETOLD.split())


def test_sources_of_their_own_speak_against_it() -> None:
    assert "own sources" in rules(judged(REPORT, OWN))


def test_a_refutation_speaks_against_it() -> None:
    plain = judged(REPORT, RETOLD).score
    refuted = judged(REPORT, f"It is false that the Tarn was sold.\n{RETOLD}")
    assert "one refutes" in rules(refuted)
    assert refuted.score < plain


def test_one_slip_of_writing_in_both_speaks_for_it() -> None:
    slips = (
        f"{OWN}The goverment has not replied.",
        f"{OTHER}Yet the goverment stayed away.",
    )
    assert "same slip" in rules(judged(*slips))
    assert "same slip" not in rules(judged(slips[0], OTHER))


def test_headlines_that_say_the_same_speak_for_it() -> None:
    headline = "Oldest ferry Tarn sold for scrap to Velmar yard"
    one = Reading(text(REPORT, title=headline))
    same = Reading(text(RETOLD, title="Velmar yard buys the oldest ferry, the Tarn, for scrap"))
    other = Reading(text(RETOLD, title="A long farewell"))
    assert "same title" in rules(dependence(one, same))
    assert "same title" not in rules(dependence(one, other))


def test_a_credit_to_the_other_texts_outlet_speaks_for_it() -> None:
    report = Reading(text(REPORT.replace("told the Harbour Gazette", "said"), outlet="Bay Post"))
    credit = Reading(text(RETOLD.replace("Harbour Gazette", "Bay Post")))
    assert "credits the outlet" in rules(dependence(report, credit))


@pytest.mark.parametrize(
    ("answer", "rule"),
    [
        ("Norsund Line denied it", {"one denies"}),
        ("Norsund Line has not sold it", {"one denies"}),
        ("Norsund Line did not immediately respond", set()),
        ("This has not been independently verified", set()),
    ],
)
def test_who_has_no_answer_denies_nothing(answer: str, rule: set[str]) -> None:
    assert rules(judged(REPORT, f"{answer}. {RETOLD}")) & {"one denies"} == rule


def test_names_and_numbers_in_one_order_say_more_than_in_another() -> None:
    told = [f"then {name} sold {n} crates" for n, name in enumerate(NAMES, 40)]

    def points(other: list[str]) -> int:
        signs = judged(". ".join(told), ". ".join(other)).signs
        return next(each.points for each in signs if each.rule == "names and numbers")

    assert (
        points(told) > points([*told[6:], *told[4:6], *told[2:4], *told[:2]]) > points(told[::-1])
    )


def test_stock_phrases_are_nothing_taken() -> None:
    stock = "at the end of the day"
    one, two = (f"{body} Yet {stock} few care." for body in (OWN, OTHER))
    assert judged(one, two).taken == 0


def test_more_of_a_text_taken_is_more() -> None:
    lines = REPORT.splitlines()
    shares = [judged("\n".join([*lines[:n], OTHER]), REPORT).taken for n in range(5)]
    assert shares == sorted(shares)
    assert shares[0] == 0 < shares[-1]


def test_empty_texts_depend_on_nothing() -> None:
    assert not judged("", "").likely
    assert not judged("", REPORT).likely


# ---- whom a text credits


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The bridge will close in May, according to the Sund Tribune.", "Sund Tribune"),
        ("Mara Quell, who runs the yard, said that it would close.", "Mara Quell"),
        ("The bridge will close in May, reports BayWatch.", "BayWatch"),
        ("The harbour master told Radio Fenby that the bridge would close.", "Radio Fenby"),
        ('"It will close," said Dr. Odo Maltby.', "Odo Maltby"),
        ("A video posted by Velmar Pilots shows how the bridge closed.", "Velmar Pilots"),
        ("The bridge will close, Fenby officials said.", "Fenby officials"),
    ],
)
def test_the_main_origin_is_who_is_credited(sentence: str, name: str) -> None:
    found = main_origin(credited_by(text(sentence)))
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    "sentence",
    [
        "The bridge at Fenby will close in May.",
        "Workers said that the bridge would close; the workers left.",
    ],
)
def test_who_is_only_spoken_of_is_no_origin(sentence: str) -> None:
    assert main_origin(credited_by(text(sentence))) is None


def test_whom_a_story_is_about_gives_way_to_whom_it_is_from() -> None:
    body = (
        "Tarvo said its pumps were safe. Tarvo makes pumps. Tarvo has 90 workers, and Tarvo sells "
        "to farms. Tarvo is old. The pumps leak, according to Lene Brook, an engineer."
    )
    found = main_origin(credited_by(text(body)))
    assert found is not None
    assert found.name == "Lene Brook"


def test_later_mentions_count_for_the_first_name() -> None:
    body = "The pumps leak, Lene Brook said. Brook added that they rust. Odo Maltby said they hum."
    given = [each for each in credited_by(text(body)) if each.kind == "name"]
    assert [each.name for each in given] == ["Lene Brook", "Odo Maltby"]
    assert given[0].times == 2


# ---- wording


def test_stems_join_forms_of_a_word_and_leave_out_what_every_text_has() -> None:
    assert stem("closing") == stem("closed") == stem("closes")
    assert stems(["the", "bridge", "was", "closed"]) == [stem("bridge"), stem("closed")]


def test_tiles_are_runs_of_two_and_more_and_none_is_used_twice() -> None:
    assert tiled(beside("abcd"), beside("abxcd")) == 4
    assert tiled(beside("abab"), beside("ab")) == 2
    assert tiled(beside("abc"), beside("cba")) == 0
    assert tiled(beside("abcxab"), beside("abcab")) == 5


def test_words_that_are_quoted_to_refute_them_say_half() -> None:
    quoting = "\n".join([REPORT.splitlines()[0], OTHER, OWN])
    refuting = f"It is false that a yard has bought the ship.\n{quoting}"
    found = judged(REPORT, refuting)
    said = {sign.rule: sign.points for sign in found.signs}
    assert 0 < found.taken < 500
    assert said["shared runs"] > 0 > said["one refutes"]
    assert not found.likely
    assert judged(REPORT, quoting).score > 3 * found.score
