import httpx
import pytest

from seeds.serve import served
from seeds.world import load

WORLD = load()


def test_every_document_is_served_byte_for_byte() -> None:
    with served(WORLD) as base, httpx.Client(trust_env=False) as client:
        for article in WORLD.articles:
            answer = client.get(WORLD.address(article, base))
            assert answer.status_code == 200
            assert answer.content == article.body
            assert answer.headers["content-type"] == article.media_type


def test_the_index_lists_every_document() -> None:
    with served(WORLD) as base, httpx.Client(trust_env=False) as client:
        listing = client.get(f"{base}/").text
    assert all(f'href="{article.path}"' in listing for article in WORLD.articles)


def test_a_host_header_of_an_outlet_leads_to_its_document() -> None:
    article = WORLD.article("harbour-ferries")
    host, path = article.path[1:].split("/", 1)
    with served(WORLD) as base, httpx.Client(trust_env=False) as client:
        assert client.get(f"{base}/{path}", headers={"Host": host}).content == article.body


def test_what_is_not_in_the_world_is_not_found() -> None:
    with served(WORLD) as base, httpx.Client(trust_env=False) as client:
        assert client.get(f"{base}/harbour-post.example/no-such-story").status_code == 404


def test_a_head_request_gets_headers_alone() -> None:
    article = WORLD.articles[0]
    with served(WORLD) as base, httpx.Client(trust_env=False) as client:
        answer = client.head(WORLD.address(article, base))
    assert answer.headers["content-length"] == str(len(article.body))
    assert answer.content == b""


def test_the_server_ends_with_its_block() -> None:
    with served(WORLD) as base:
        pass
    with httpx.Client(trust_env=False) as client, pytest.raises(httpx.ConnectError):
        client.get(f"{base}/")
