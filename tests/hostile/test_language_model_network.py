"""The door to a language model: where it does not lead, and what it does not give away."""

import pytest

from provenance.network import HttpFetcher, is_private
from tests.speaking import completion, speaking


@pytest.mark.parametrize(
    ("uri", "private"),
    [
        ("https://models.example/v1", True),
        ("http://127.0.0.1:8080/v1", True),
        ("http://127.9.9.9/v1", True),
        ("http://[::1]:8080/v1", True),
        ("http://localhost:11434/v1", True),
        ("http://models.example/v1", False),
        ("http://10.0.0.7/v1", False),
        ("http://0.0.0.0/v1", False),
        ("http://localhost.models.example/v1", False),
        ("http://127.0.0.1.models.example/v1", False),
        ("http://2130706433/v1", False),
        ("http:///v1", False),
    ],
)
def test_without_tls_it_leads_to_this_machine_alone(uri: str, private: bool) -> None:
    assert is_private(uri) is private


def test_it_opens_no_plain_connection_to_others() -> None:
    told: list[tuple[str, str]] = []
    door = HttpFetcher(profile="language model", key="k", log=lambda *each: told.append(each))
    exchange = door.ask("http://models.example/v1", b"{}", "application/json")
    assert (exchange.outcome, told) == ("failed", [])
    assert "https" in exchange.reason


def test_host_and_purpose_are_told_and_the_key_goes_with_posts_alone() -> None:
    told: list[tuple[str, str]] = []
    with speaking(lambda _: completion("{}")) as speaker:
        door = HttpFetcher(profile="language model", key="k7", log=lambda *each: told.append(each))
        body = b'{"messages": [{"content": "{\\"passage\\": \\"x\\"}"}]}'
        exchange = door.ask(f"{speaker.url}/chat/completions", body, "application/json")
        door.fetch(speaker.url)
    assert exchange.outcome == "complete"
    assert told == [("127.0.0.1", "language model")] * 2
    assert [each.get("authorization") for each in speaker.headers] == ["Bearer k7"]


def test_offline_closes_it() -> None:
    door = HttpFetcher(profile="language model", offline=True)
    exchange = door.ask("http://127.0.0.1:9/v1", b"{}", "application/json")
    assert exchange.reason.startswith("offline")
