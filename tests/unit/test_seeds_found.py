from provenance.canonical import sha256
from provenance.model import ClaimKind, DerivationKind, Stance
from provenance.model.dossier import DocumentView, Dossier
from seeds.evaluate import FoundDerivation
from seeds.found import found
from seeds.world import Appearance, Article, Sentence, Story, Truth, World
from tests import dossiers

ONE = "The quay at Senna sank by 30 centimetres. The council should resign."
OTHER = "At Senna the quay lies 30 centimetres lower. Nobody was hurt."

WORLD = World(
    (
        Article("one", "https://a.example/1", "A", None, "text/plain", ONE.encode()),
        Article("other", "https://b.example/1", "B", None, "text/plain", OTHER.encode()),
    ),
    Truth(
        stories=(
            Story(
                "quay",
                "The quay sank.",
                "F6",
                (
                    Appearance("one", "sank by 30 centimetres", "x"),
                    Appearance("other", "lies 30 centimetres lower", "x"),
                ),
            ),
        ),
        sentences=(Sentence("one", "The council should resign", "norm"),),
    ),
)


def held(handle: str, text: str) -> DocumentView:
    capture = dossiers.capture(f"k{handle[1:]}", payload=sha256(text.encode()))
    return dossiers.document(handle, text, capture=capture)


def seen() -> Dossier:
    first, second, strange = held("d1", ONE), held("d2", OTHER), held("d3", "A stranger.")
    sank = dossiers.appearance(first, "The quay at Senna sank by 30 centimetres.")
    lower = dossiers.appearance(second, "At Senna the quay lies 30 centimetres lower.")
    norm = dossiers.appearance(first, "The council should resign.", type=ClaimKind.NORM)
    away = dossiers.appearance(strange, "A stranger.")
    return dossiers.dossier(
        documents=(first, second, strange),
        claims=(
            dossiers.claim(
                "c1",
                "The quay sank.",
                appearances=(sank, lower, away),
                origins=(
                    dossiers.origin(1, "A", sank, lower),
                    dossiers.origin(2, "C", away),
                ),
            ),
            dossiers.ungraded(
                "c2", "The council should resign.", ClaimKind.NORM, appearances=(norm,)
            ),
        ),
        derivations=(
            dossiers.derivation("d2", "d1", type=DerivationKind.REWRITE),
            dossiers.derivation("d2", "d3"),
            dossiers.derivation("d1", None, upstream_name="The harbour master"),
        ),
    )


def test_origins_are_told_in_the_ids_of_the_world() -> None:
    assert found(seen(), WORLD).origins == {
        "quay": [frozenset({"one", "other"}), frozenset({"d3"})]
    }


def test_each_document_of_a_story_has_the_cell_of_its_claim() -> None:
    assert found(seen(), WORLD).grades == {("quay", "one"): "F6", ("quay", "other"): "F6"}


def test_derivations_between_documents_of_the_world_are_told() -> None:
    assert found(seen(), WORLD).derivations == (
        FoundDerivation("other", "one", "rewrite", directed=True),
    )


def test_the_kind_of_a_sentence_is_that_of_the_claim_in_it() -> None:
    assert found(seen(), WORLD).kinds == {("one", "The council should resign"): "norm"}


def test_rings_are_told_in_the_ids_of_the_world() -> None:
    ring = [dossiers.rid("d1"), dossiers.rid("d2")]
    assert found(seen(), WORLD, [ring]).rings == {frozenset({"one", "other"})}


def test_an_appearance_of_which_the_program_is_unsure_states_no_story() -> None:
    second = held("d2", OTHER)
    unsure = dossiers.appearance(
        second, "At Senna the quay lies 30 centimetres lower.", stance=Stance.UNSURE
    )
    own = dossiers.appearance(held("d3", "A stranger."), "A stranger.")
    claim = dossiers.claim(
        "c1", "A stranger.", appearances=(own, unsure), origins=(dossiers.origin(1, "C", own),)
    )
    told = found(dossiers.dossier(documents=(second,), claims=(claim,)), WORLD)
    assert (told.origins, told.grades) == ({}, {})
