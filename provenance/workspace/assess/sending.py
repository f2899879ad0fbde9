"""How a language model is reached: the key from the environment, and the one door out."""

import os
import re
from dataclasses import replace

from provenance import __version__
from provenance.assistance.asking import Sender
from provenance.network import Exchange, HttpFetcher
from provenance.workspace import configuration
from provenance.workspace.core import Workspace

TOOL = f"provenance-desk {__version__}"
_MOST_BYTES = 1 << 20  # of an answer
_KEY = re.compile(r"[!-~]{1,1000}")


def key_of(model: configuration.LanguageModel) -> tuple[str, str]:
    """Return the key from the environment, or what is wrong with it."""
    if model.key is None:
        return "", ""
    key = os.environ.get(model.key, "")
    if not key:
        return "", f"the environment has no {model.key}"
    if not _KEY.fullmatch(key):
        return "", f"what {model.key} holds is no key"
    return key, ""


def sender(workspace: Workspace, model: configuration.LanguageModel, key: str) -> Sender:
    """Return what sends a request; a key that comes back is not kept."""
    door = HttpFetcher(
        profile="language model",
        offline=workspace.settings.offline,
        timeout_s=model.timeout_s,
        max_bytes=_MOST_BYTES,
        user_agent=TOOL.replace(" ", "/"),
        key=key,
    )

    def send(body: bytes) -> Exchange:
        exchange = door.ask(model.endpoint, body, "application/json")
        if not key:
            return exchange
        clean = exchange.body and exchange.body.replace(key.encode(), b"[key]")
        return replace(exchange, body=clean, reason=exchange.reason.replace(key, "[key]"))

    return send
