"""Pairs of passages that are one event, and pairs that only look it: twenty traps, twenty not."""

import pytest

from provenance.canonical import sha256
from provenance.corroboration import Passage, compare
from provenance.corroboration.parties import is_other_deal
from provenance.corroboration.reading import read
from provenance.model import ClaimKind, Modality, Stance

PAIRS: tuple[tuple[str, str, str], ...] = (
    # what differs, one, other: none of these is the same event
    ("day", "A fire destroyed the Ostvik paper mill on 3 March.",
     "A fire destroyed the Ostvik paper mill on 9 May."),
    ("year", "Flooding closed the Kelford tunnel in 2019 for a week.",
     "Flooding closed the Kelford tunnel in 2023 for a week."),
    ("place", "Gunmen robbed a jewellery shop in Norholm and fled by motorbike.",
     "Gunmen robbed a jewellery shop in Tellwick and fled by motorbike."),
    ("person", "Judge Marta Quell sentenced the smuggler Ivo Brandt to nine years.",
     "Judge Marta Quell sentenced the smuggler Piet Lorne to four years."),
    ("weekday", "The dockers of Brannock walked out over night shifts on Monday.",
     "The dockers of Brannock walked out over night shifts on Friday."),
    ("place and name", "A bus overturned near Halster and injured twelve pupils.",
     "A bus overturned near Mardova and injured twelve pupils."),
    ("buyer", "Fenburg sold its old tram depot to the brewer Aldo Works.",
     "Fenburg sold its old tram depot to the charity Open Roof."),
    ("year of election", "Lena Voss won the mayoral election of Dunford in 2014.",
     "Lena Voss won the mayoral election of Dunford in 2018."),
    ("river", "Anglers found dead trout along the river Sarn near Vikholm.",
     "Anglers found dead trout along the river Ebb near Osterby."),
    ("victim", "Police in Keldova arrested a baker for the murder of Nils Aarn.",
     "Police in Keldova arrested a plumber for the murder of Ruth Tamm."),
    ("month", "Inspectors shut the Halburg dairy on 12 June over listeria.",
     "Inspectors shut the Halburg dairy on 12 October over listeria."),
    ("team", "Norwick beat Tellford on penalties and reached the cup final.",
     "Norwick beat Marburg on penalties and lifted the league shield."),
    ("company", "The regulator fined Ostline Ferries for sailing without lifeboats.",
     "The regulator fined Brightwater Coaches for driving without permits."),
    ("country", "Customs officers in Marovia seized ivory hidden in coffee sacks.",
     "Customs officers in Tellandia seized ivory hidden in coffee sacks."),
    ("deed", "The council of Vikster approved the stadium plan after a debate.",
     "The council of Vikster published the stadium accounts after an audit."),
    ("ship", "The trawler Grey Gull sank off Cape Dorn with five men aboard.",
     "The trawler Red Heron sank off Point Marl with five men aboard."),
    ("office", "Anna Rehn resigned as harbour master of Brannock after the audit.",
     "Otto Lind resigned as fire chief of Kelholm after the inquiry."),
    ("hospital", "Nurses at Saint Orla hospital in Dunwick began a hunger strike.",
     "Nurses at Saint Bede hospital in Fenford began a hunger strike."),
    ("quake", "An earthquake shook Halia on 2 April and cracked a dam.",
     "An earthquake shook Halia on 28 August and cracked a dam."),
    ("bridge", "Engineers closed the Arne bridge in Norburg after rust was found.",
     "Engineers closed the Holt bridge in Mardholm after rust was found."),
)  # fmt: skip

SAME: tuple[tuple[str, str, str], ...] = (
    ("frame", "A fire destroyed the Ostvik paper mill on 3 March.",
     "Officials said that a fire destroyed the Ostvik paper mill on 3 March."),
    ("tail", "Flooding closed the Kelford tunnel in 2019 for a week.",
     "Flooding closed the Kelford tunnel in 2019 for a week, an engineer said."),
    ("shorter", "Gunmen robbed a jewellery shop in Norholm and fled by motorbike.",
     "Gunmen robbed a jewellery shop in Norholm and fled."),
    ("passive", "Judge Marta Quell sentenced the smuggler Ivo Brandt to nine years.",
     "The smuggler Ivo Brandt was sentenced to nine years by judge Marta Quell."),
    ("order", "The dockers of Brannock walked out over night shifts on Monday.",
     "On Monday the dockers of Brannock walked out over night shifts."),
    ("date written out", "Inspectors shut the Halburg dairy on 12 June over listeria.",
     "Inspectors shut the Halburg dairy over listeria on June 12."),
    ("word form", "Fenburg sold its old tram depot to the brewer Aldo Works.",
     "Fenburg sells its old tram depot to the brewer Aldo Works."),
    ("according to", "Lena Voss won the mayoral election of Dunford in 2014.",
     "According to the archive, Lena Voss won the mayoral election of Dunford in 2014."),
    ("dateline", "Anglers found dead trout along the river Sarn near Vikholm.",
     "VIKHOLM, May 4 (Coast Wire) - Anglers found dead trout along the river Sarn near Vikholm."),
    ("adverb", "Police in Keldova arrested a baker for the murder of Nils Aarn.",
     "Police in Keldova have arrested a baker for the murder of Nils Aarn."),
    ("a word less", "Norwick beat Tellford on penalties and reached the cup final.",
     "Norwick beat Tellford on penalties, reached the final of the cup."),
    ("irregular verb", "The trawler Grey Gull sank off Cape Dorn with five men aboard.",
     "The trawler Grey Gull has sunk off Cape Dorn with five men aboard."),
    ("negated twice", "The guard did not lock the gate of the Brannock depot.",
     "The guard did not lock the gate of the Brannock depot, police said."),
    ("the same denial", "The Vikster council denied that it sold the stadium to Aldo Works.",
     "The Vikster council denied selling the stadium to Aldo Works."),
    ("told", "Nurses at Saint Orla hospital in Dunwick began a hunger strike.",
     "A doctor told reporters nurses at Saint Orla hospital in Dunwick began a hunger strike."),
    ("article", "An earthquake shook Halia on 2 April and cracked a dam.",
     "The earthquake shook Halia on 2 April and cracked the dam."),
    ("agent", "Engineers closed the Arne bridge in Norburg after rust was found.",
     "After rust was found engineers closed the Arne bridge in Norburg."),
    ("number in words", "A bus overturned near Halster and injured twelve pupils.",
     "A bus overturned near Halster and injured 12 pupils."),
    ("title", "Anna Rehn resigned as harbour master of Brannock after the audit.",
     "Ms Anna Rehn resigned as the harbour master of Brannock after the audit."),
    ("capture verb", "Customs officers in Marovia seized ivory hidden in coffee sacks.",
     "Ivory hidden in coffee sacks was seized by customs officers in Marovia."),
)  # fmt: skip

AGAINST: tuple[tuple[str, str, str], ...] = (
    ("failed to", "The guard locked the gate of the Brannock depot at dusk.",
     "The guard failed to lock the gate of the Brannock depot at dusk.", ),
    ("refused to", "The captain of the Grey Gull signed the lease with Aldo Works.",
     "The captain of the Grey Gull refused to sign the lease with Aldo Works."),
    ("opposite", "The bank of Telland tightened its rules for mortgages in Norholm.",
     "The bank of Telland loosened its rules for mortgages in Norholm."),
    ("never", "Rehn visited the Halburg dairy before the inspectors came.",
     "Rehn never visited the Halburg dairy before the inspectors came."),
    ("nonsense", "Fenburg sold its old tram depot to the brewer Aldo Works.",
     "The mayor called it nonsense that Fenburg sold its tram depot to Aldo Works."),
)  # fmt: skip


def passage(wording: str, document: str) -> Passage:
    return Passage(
        id=f"{document}/{wording}",
        document=document,
        content=sha256(f"{document}{wording}".encode()),
        wording=wording,
        type=ClaimKind.FACT,
        modality=Modality.ASSERTED,
        published="2026-10-20",
    )


def bearing(one: str, other: str) -> tuple[Stance, str] | None:
    pairs = compare((passage(one, "one"), passage(other, "two")))
    return (pairs[0].stance, pairs[0].rule) if pairs else None


@pytest.mark.parametrize(("what", "one", "other"), PAIRS)
def test_another_event_of_one_kind_is_not_linked(what: str, one: str, other: str) -> None:
    assert bearing(one, other) is None, what


@pytest.mark.parametrize(("what", "one", "other"), SAME)
def test_one_event_in_other_words_is_repeated(what: str, one: str, other: str) -> None:
    found = bearing(one, other)
    assert found is not None, what
    assert found[0] in (Stance.REPEATS, Stance.SUPPORTS), (what, found)


@pytest.mark.parametrize(("what", "one", "other"), AGAINST)
def test_what_excludes_it_speaks_against_it(what: str, one: str, other: str) -> None:
    found = bearing(one, other)
    assert found is not None, what
    assert found[0] is Stance.CONTRADICTS, (what, found)


def test_a_denial_by_whom_it_concerns_is_shown_as_that() -> None:
    said = "The Vikster council sold the stadium to Aldo Works in a closed session."
    own = "The Vikster council denied that it sold the stadium to Aldo Works."
    others = "The players union denied that Vikster sold the stadium to Aldo Works."
    assert bearing(said, own) == (Stance.CONTRADICTS, "denial by whom it concerns")
    assert bearing(said, others) == (Stance.CONTRADICTS, "denial")


def test_a_denial_in_quite_other_words_is_a_doubt_for_a_person() -> None:
    said = "The Vikster council sold the stadium to Aldo Works in a closed session in spring."
    denial = "Vikster dismissed the report of any stadium deal with Aldo as untrue."
    assert bearing(said, denial) == (Stance.UNSURE, "denial in other words")


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        ("Aldo Works shipped forty crates of rifles to Marovia through Brannock.",
         "Aldo Works shipped forty crates of rifles from Marovia through Brannock.", "turned"),
        ("The river burst its banks at Halster and drowned a cow of farmer Ode Brun.",
         "The river burst its banks at Halster and drowned a horse of farmer Ode Brun.",
         "other of its kind"),
    ],
)  # fmt: skip
def test_another_thing_in_the_same_place_is_a_doubt(one: str, other: str, rule: str) -> None:
    assert bearing(one, other) == (Stance.UNSURE, rule)


def test_a_text_that_quotes_another_may_tell_of_another_day_beside() -> None:
    said = "Leaked ledgers show that the Vikster brewery paid the stadium guard in malt."
    here = (
        passage("The Vikster brewery of Aldo Works reopened on 3 March with Anna Rehn.", "one"),
        passage(said, "one"),
    )
    quoted = passage(f'Sarn Radio wrote: "{said}"', "two")
    beside = passage("The post office of Dunwick opened its Holt counter on 9 May.", "two")
    taken = quoted.model_copy(update={"modality": Modality.QUOTED})
    for other, linked in ((taken, True), (quoted, False)):
        pairs = [p for p in compare((*here, other, beside)) if here[1].id in (p.one, p.other)]
        assert bool(pairs) is linked


DOUBTS: tuple[tuple[str, str, str, tuple[str, str]], ...] = (
    # what differs, one, other, the words that decide: near enough that a person has to look
    ("buyer", "The Marlow group bought the shipyard in Kelso from the town.",
     "The Harvin group bought the shipyard in Kelso from the town.", ("Marlow", "Harvin")),
    ("ordinal", "The second reactor at Kelso was shut down after a leak of cooling water.",
     "The third reactor at Kelso was shut down after a leak of cooling water.",
     ("second", "third")),
    ("part of the day", "A bus hit a tram in Kelso in the morning, and nine people were hurt.",
     "A bus hit a tram in Kelso in the evening, and nine people were hurt.",
     ("morning", "evening")),
    ("victim", "A lorry killed a cyclist on the harbour road in Kelso.",
     "A lorry killed a pedestrian on the harbour road in Kelso.", ("cyclist", "pedestrian")),
)  # fmt: skip


@pytest.mark.parametrize(("differs", "one", "other", "words"), DOUBTS)
def test_another_in_the_same_place_is_a_doubt_with_the_words_of_both(
    differs: str, one: str, other: str, words: tuple[str, str]
) -> None:
    (pair,) = compare([passage(one, "a"), passage(other, "b")])
    assert pair.stance is Stance.UNSURE, differs
    assert set(words) <= set(pair.words), differs


@pytest.mark.parametrize(
    ("differs", "one", "other"),
    [
        ("month", "A gas leak closed the Kelso school in March.",
         "A gas leak closed the Kelso school in October."),
        ("age", "A man aged 45 drowned in the lake at Kelso.",
         "A man aged 23 drowned in the lake at Kelso."),
    ],
)  # fmt: skip
def test_another_month_or_age_is_another_event(differs: str, one: str, other: str) -> None:
    assert compare([passage(one, "a"), passage(other, "b")]) == (), differs


@pytest.mark.parametrize(
    ("differs", "one", "other"),
    [
        ("spelling", "Jurors heard Gordon Advisers in Kelso on the loss of a harbour loan.",
         "Jurors heard Gordon Advisors in Kelso on the loss of a harbour loan."),
        ("accents", "Thieves robbed a jeweller near Place Vend\u00f4me in the heart of Kelso.",
         "Thieves robbed a jeweller near Place Vendome in the heart of Kelso."),
        ("title", "The jury heard Mrs Ruud on the sale of the Kelso shipyard.",
         "The jury heard Ms Ruud on the sale of the Kelso shipyard."),
        ("month of the report", "Nils Aarn said in March that Kelso lost the harbour loan.",
         "Nils Aarn said in May that Kelso lost the harbour loan."),
        ("side of a deal", "The Marlow group bought the shipyard in Kelso for 14 million crowns.",
         "The town of Kelso sold its shipyard to the Marlow group for 14 million crowns."),
    ],
)  # fmt: skip
def test_another_form_of_one_thing_is_no_doubt(differs: str, one: str, other: str) -> None:
    (pair,) = compare([passage(one, "a"), passage(other, "b")])
    assert pair.stance is Stance.REPEATS, (differs, pair)


@pytest.mark.parametrize(
    ("other", "stance"),
    [
        ("Harvin agreed to buy 40 patrol boats from Marlow for 31 million crowns.", None),
        ("Harvin denied that it agreed to buy 40 patrol boats from Marlow.", None),
        ("Kelso agreed to buy 40 patrol boats from Marlow for 25 million crowns.", Stance.REPEATS),
        ("Marlow agreed to buy 40 patrol boats for 25 million crowns.", Stance.CONTRADICTS),
    ],
)
def test_a_deal_with_another_party_is_another_deal(other: str, stance: Stance | None) -> None:
    found = bearing("Marlow agreed to sell 40 patrol boats to Kelso for 25 million crowns.", other)
    assert (found and found[0]) == stance


def test_a_country_and_its_navy_are_one_party() -> None:
    sold = read(passage("Marlow sold 40 patrol boats to Kelsovia.", "one"))
    for buyer, another in (("The Kelsovian navy", False), ("The Harvin navy", True)):
        bought = read(passage(f"{buyer} bought 40 patrol boats from Marlow.", "two"))
        assert is_other_deal(sold, bought) is another


SEIZED = "seized the grain depot in Kelso on 9 May and burnt its ledgers."


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("Sailors", "Smugglers", {"Sailors", "Smugglers"}),
        ("The army", "Rebels", {"army", "Rebels"}),
        ("Two masked robbers", "On Sunday, angry farmers", {"robbers", "farmers"}),
        ("The police have", "Miners from Halster reportedly", {"police", "Miners"}),
        ("The army", "Soldiers", None),  # a body and its members
        ("The ministry", "Soldiers", None),
        ("A doctor", "A physician", None),  # one sense
        ("Sailors", "A group", None),  # fits any doer
        ("Sailors", "They", None),
        ("Marovian sailors", "Smugglers in Marovian pay", {"sailors", "Smugglers"}),
        ("Marovian sailors", "Marovian smugglers", None),  # a name is shared
        ("Sailors and smugglers", "Smugglers", None),
    ],
)
def test_another_doer_of_the_same_deed_is_a_doubt_with_the_words_of_both(
    one: str, other: str, words: set[str] | None
) -> None:
    (pair,) = compare([passage(f"{one} {SEIZED}", "a"), passage(f"{other} {SEIZED}", "b")])
    if words is None:
        assert pair.stance in (Stance.REPEATS, Stance.SUPPORTS), pair
    else:
        assert (pair.stance, pair.rule, set(pair.words)) == (Stance.UNSURE, "another doer", words)


def test_to_whom_it_was_done_is_no_doer() -> None:
    told = "were moved from the flooded grain depot in Kelso on 9 May."
    (pair,) = compare([passage(f"Sailors {told}", "a"), passage(f"Farmers {told}", "b")])
    assert pair.stance is Stance.REPEATS


@pytest.mark.parametrize(
    ("verb", "other", "stance"),
    [
        ("robbed", "robbed", Stance.UNSURE),
        ("fought", "fought", Stance.REPEATS),  # what both do
        ("chased all", "escaped from", Stance.REPEATS),  # may tell it from the other side
    ],
)
def test_doers_that_change_places_are_a_doubt(verb: str, other: str, stance: Stance) -> None:
    one = passage(f"Sailors {verb} smugglers behind the grain depot in Kelso on Sunday.", "a")
    turned = passage(f"Smugglers {other} sailors behind the grain depot in Kelso on Sunday.", "b")
    (pair,) = compare([one, turned])
    assert pair.stance is stance
