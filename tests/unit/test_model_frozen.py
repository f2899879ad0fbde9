"""Frozen things share what is the same for all of their type, and are otherwise apart."""

import pickle

from provenance.model import Quantity, Span


def test_things_of_one_type_share_the_set_of_their_fields() -> None:
    one = Quantity(words="two", value="2", unit="crane", exactness="exact")
    other = Quantity.model_validate_json(one.model_dump_json())
    assert one.__pydantic_fields_set__ is other.__pydantic_fields_set__
    assert one.model_fields_set == set(Quantity.model_fields)
    assert Span(start=0, end=1).__pydantic_fields_set__ is not one.__pydantic_fields_set__


def test_a_copy_leaves_what_is_shared_alone() -> None:
    one = Quantity(words="two", value="2", unit="crane", exactness="exact")
    copied = one.model_copy(update={"words": "three"})
    assert (copied.words, one.words) == ("three", "two")
    assert copied != one
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301  # made here
    assert one.model_fields_set == set(Quantity.model_fields)
