"""The noun phrases that begin a stretch of text: after "citing", "verified by", "published by"."""

import re

from provenance.attribution import words as w
from provenance.attribution.mentions import mention

_RIGHT_END = re.compile(
    r"[,.;:()\u201c\u201d\"\u2014\u2013](?=\s|$|[\u201c\u201d\"])"
    r"|(?<!\b[Tt]he)(?<!\b[Aa])\s(?:who|which|that|whose"
    r"|where|when|while|but|as|because|after"
    r"|before|since|if|is|are|was|were|has|have|had|will|would|could|said|says|told|in an?|on"
    r"|late|earlier"
    r"|during|published|released|seen|obtained|issued|posted|dated|speaking|during|last|this"
    r"|yesterday"
    r"|and (?:said|added|that|by|then|later|now|[a-z]+ed|seen|shown|held|sent))\s"
)
_ABBREVIATION = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|St|[A-Z])\.$")
_VERB_AFTER_NAME = re.compile(
    rf"(?<=\w) (?:{'|'.join(sorted((w.SPEECH | w.EVIDENCE) - w.DOCUMENTS - w.ALSO_NOUNS))})\b"
    rf"|(?<=s) (?:{'|'.join(sorted(w.EVIDENCE & w.ALSO_NOUNS & w.BASE_FORMS))})\b"
)


def right_phrases(right: str) -> list[str]:
    """Return the noun phrases that begin a stretch of text, joined by "and"."""
    end = len(right)
    for match in _RIGHT_END.finditer(right):
        if not _ABBREVIATION.search(right[: match.end()].rstrip()):
            end = match.start()
            break
    phrase = right[:end].strip()
    if verb := _VERB_AFTER_NAME.search(phrase):
        phrase = phrase[: verb.start()]
    parts = phrase.split(" and ")
    if len(parts) > 1 and all(mention(part) is not None for part in parts):
        return parts
    return [phrase]
