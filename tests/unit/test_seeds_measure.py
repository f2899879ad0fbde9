import pytest

from seeds.generator import generate
from seeds.measure import main, measure


@pytest.mark.slow
def test_the_program_finds_most_of_what_a_world_holds() -> None:
    scores = {score.name: score for score in measure(generate(0, 3))}
    for name in ("origins", "derivations", "circular", "grades"):
        assert scores[name].found > 0, name
        assert (scores[name].precision or 0) > 0.5, name
        assert (scores[name].recall or 0) > 0.5, name


@pytest.mark.slow
def test_the_figures_are_printed_with_their_seeds(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--seed", "11", "--stories", "1"])
    printed = capsys.readouterr().out
    assert "the newsroom" in printed
    assert "worlds made from seeds 11" in printed
    assert printed.count("derivations") == 2
