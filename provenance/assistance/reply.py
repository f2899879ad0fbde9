"""The bytes that an endpoint answers → what the model wrote, or why there is nothing to read.

The form is the chat completion that OpenAI-compatible servers share: ``choices``, ``model``,
``system_fingerprint``, ``usage``. Every member is checked: a server is as little trusted as a
text. Strings that cannot be written as UTF-8 are made so, and cut.
"""

import json
from typing import Any

from provenance.model.record import Value

_LONGEST_NAME = 200  # code points of a model's name or fingerprint
_MOST_TOKENS = 10_000_000


class Reply(Value):
    """What an endpoint answered to one request; ``trouble`` says why there is no content."""

    content: str | None
    trouble: str = ""
    model: str = ""
    fingerprint: str = ""
    tokens: int | None = None


def parsed(raw: bytes) -> Reply:
    """Return what a body holds."""
    try:
        body = strict_json(raw.decode("utf-8"))
    except UnicodeDecodeError:
        return Reply(content=None, trouble="the answer is not UTF-8")
    except ValueError as error:
        return Reply(content=None, trouble=f"the answer is not JSON: {error}"[:200])
    if not isinstance(body, dict):
        return Reply(content=None, trouble="the answer is no chat completion")
    content = _content(body.get("choices"))
    return Reply(
        content=content,
        trouble="" if content is not None else "the answer holds no message",
        model=_name(body.get("model")),
        fingerprint=_name(body.get("system_fingerprint")),
        tokens=_tokens(body.get("usage")),
    )


def strict_json(text: str) -> Any:
    """Return a JSON value; a name given twice, too deep nesting and NaN are a ValueError."""
    try:
        return json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    except RecursionError as error:
        raise ValueError("it is nested too deep") from error


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name is given twice")
    return found


def _no_number(_: str) -> float:
    raise ValueError("it holds what is no number")


def _content(choices: object) -> str | None:
    """Return what the first choice's message says."""
    if not isinstance(choices, list) or not choices or not isinstance(choices[0], dict):
        return None
    message = choices[0].get("message")
    content = message.get("content") if isinstance(message, dict) else None
    return content if isinstance(content, str) and content.strip() else None


def _name(given: object) -> str:
    if not isinstance(given, str):
        return ""
    return given.encode("utf-8", "replace").decode("utf-8")[:_LONGEST_NAME]


def _tokens(usage: object) -> int | None:
    total = usage.get("total_tokens") if isinstance(usage, dict) else None
    if isinstance(total, bool) or not isinstance(total, int) or not 0 < total <= _MOST_TOKENS:
        return None
    return total
