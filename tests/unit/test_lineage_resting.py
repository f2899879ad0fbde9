"""Texts that share no running text and rest on the same: what kind of tie, and what shows it."""

from provenance.canonical import sha256
from provenance.lineage import Proposed, Text, derive
from provenance.model import DeclaredOrigin, DerivationKind, Span

REPORT = """\
Harbour pilot Jorun Aske has told the council that the Tarn struck the Kettle Rock on March 3.
Aske said the ship drew 5.2 metres in a channel of 4.9 and carried 412 people.
Norsund Line rejects blame. Nobody on board was hurt when the Tarn left Ostrel for Brannock.
The council of Sarnby meets again on the 19th, with Ludo Marr in the chair and 7 motions to hear,
among them one by Hollin to dredge the Velmar sound.
"""
RETOLD = """\
With 412 aboard, the ferry out of Ostrel needed 5.2 metres of water and found 4.9, says the pilot.
In the words of Jorun Aske, who steered her, no chart could have saved the Tarn on March 3.
"The Kettle Rock does not move," Aske said, while Norsund Line sent a second boat from Brannock.
Crews of 3 tugs, the Ulla, the Vidar and the Zora, had her off by 23:40, and a diver, Egil Strand,
found no hole; a yard in Tofte takes her in.
"""
OWN = """\
Engineer Silje Rood blames a worn rudder for the crash at the Kettle Rock on March 3.
Rood said the Tarn needed 5.2 metres and had 4.9, and that 412 people were lucky.
Norsund Line had skipped two repairs between Ostrel and Brannock, according to her log.
She wants 2 inspectors from Hamre to look at the wheelhouse, and has written to Minister Aud Fenne.
"""
ABROAD = """\
Lotsen Jorun Aske sier at Tarn gikk på Kettle Rock i Norsund den 3 mars, med 412 om bord.
Skipet stakk 5.2 meter der det var 4.9, og Line mener Ostrel burde ha varslet Brannock.
"""
TRANSLATED = """\
The pilot Jorun Aske blames nobody: the Tarn ran onto Kettle Rock off Norsund on the 3rd of March.
Of its 412 passengers none was hurt. She needs 5.2 metres and had 4.9, so the Line asks why Ostrel
never warned Brannock.
Translated from the Norwegian
"""


def text(name: str, body: str, **more: object) -> Text:
    given: dict[str, object] = {
        "id": name,
        "digest": sha256(body.encode()),
        "uri": f"https://{name}.example/story",
        "outlet": f"{name.title()} Courier",
        "text": body,
    }
    return Text.model_validate(given | more)


def only(*texts: Text) -> Proposed | None:
    found = derive(texts)
    assert len(found) < 2
    return found[0] if found else None


def test_one_person_credited_in_other_words_is_one_statement() -> None:
    found = only(text("alder", REPORT), text("birch", RETOLD))
    assert found is not None
    assert found.type is DerivationKind.SAME_STATEMENT
    assert not found.directed
    (evidence,) = found.evidence
    assert "Jorun Aske" in evidence.sentence
    assert evidence.downstream_words
    assert evidence.upstream_words


def test_it_is_the_same_in_any_order() -> None:
    texts = [text("alder", REPORT), text("birch", RETOLD)]
    assert derive(texts) == derive(texts[::-1])


def test_another_witness_of_the_same_event_is_no_tie() -> None:
    assert only(text("alder", REPORT), text("birch", OWN)) is None


def test_who_refutes_a_report_does_not_rest_on_its_source() -> None:
    refuted = f"It is false that a rock was to blame.\n{RETOLD}"
    assert only(text("alder", REPORT), text("birch", refuted)) is None


def test_one_video_is_one_primary_source() -> None:
    watched = [
        body.replace("Aske said", "A video shows that").replace("has told the council", "filmed")
        for body in (REPORT, RETOLD.replace("says the pilot", "in a video"))
    ]
    clips = [f"The video of the wreck, a video of 40 seconds, is dim. {body}" for body in watched]
    found = only(text("alder", clips[0]), text("birch", clips[1]))
    assert found is not None
    assert found.type in (DerivationKind.SAME_PRIMARY, DerivationKind.SAME_STATEMENT)


def test_an_unnamed_source_in_the_same_words_is_one() -> None:
    whom = "a senior source close to the pilots of Norsund said"
    one = REPORT.replace("Aske said", whom).replace("Jorun Aske has told", "It is known by")
    two = RETOLD.replace("Aske said, while", f"{whom}, while").replace("words of", "words on")
    found = only(text("alder", one), text("birch", two))
    assert found is not None
    assert found.type is DerivationKind.SAME_UNNAMED
    assert "senior source close" in found.evidence[0].downstream_words


def test_a_declared_translation_goes_back_to_the_text_in_the_other_language() -> None:
    at = TRANSLATED.index("Translated")
    said = DeclaredOrigin(
        kind="translated from",
        name="Norwegian",
        words="Translated from the Norwegian",
        span=Span(start=at, end=at + 29),
    )
    abroad = text("alder", ABROAD, language="no")
    found = only(abroad, text("birch", TRANSLATED, language="en", origins=(said,)))
    assert found is not None
    assert found.type is DerivationKind.TRANSLATION
    assert (found.downstream, found.upstream, found.directed) == ("birch", "alder", True)
    assert "412" in found.evidence[0].downstream_words
    same_language = text("birch", TRANSLATED, language="no", origins=(said,))
    tie = only(abroad, same_language)
    assert tie is None or tie.type is not DerivationKind.TRANSLATION


def test_one_owner_or_author_of_two_outlets_is_shown() -> None:
    owner = {"owner": "Fenby Media"}
    found = only(text("alder", REPORT, **owner), text("birch", OWN, **owner))
    assert found is not None
    assert (found.type, found.directed) == (DerivationKind.SAME_OWNER, False)
    assert "Fenby Media" in found.evidence[0].sentence
    author = {"authors": ("Odo Maltby",)}
    found = only(text("alder", REPORT, **author), text("birch", OWN, **author))
    assert found is not None
    assert found.evidence[0].rule == "same author"


def test_texts_of_one_outlet_are_not_tied_by_whom_they_credit() -> None:
    one = text("alder", REPORT)
    assert only(one, text("birch", RETOLD, outlet=one.outlet)) is None
