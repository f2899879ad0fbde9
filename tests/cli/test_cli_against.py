"""What speaks against a claim is shown with the rule and the words that decided."""

import pytest

from tests.cli.conftest import Run

pytestmark = [pytest.mark.usefixtures("desk"), pytest.mark.slow]  # whole desks


def test_a_bare_denial_is_shown_as_whose_it_is(run: Run) -> None:
    denied = [
        (claim["handle"], each)
        for claim in run("list", "claims", "--json").json
        for each in run("show", claim["handle"], "--json").json["appearances"]
        if each["stance"] == "contradicts" and each["modality"] == "denied"
    ]
    assert denied
    handle, appearance = denied[0]
    assert appearance["link_rule"] == "denial by whom it concerns"
    assert f"{appearance['link_rule']}, by: " in run("show", handle).out
