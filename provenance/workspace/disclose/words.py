"""The page that lies in each package for whoever opens it first."""

import textwrap
from collections.abc import Mapping, Sequence
from typing import NamedTuple

_READ_ME = """\
DISCLOSURE PACKAGE
==================

Prepared for: {recipient}
Prepared at:  {made_at}, by the desk's clock
About:        {subjects}
Log:          {origin}, {size} entries

{records} records stand in records/, each as it was kept, field by field. A field is either
shown, with a salt, or withheld, with a digest in its place. Nobody can find a withheld value by
trying values, and nobody can put another value in its place later.

Withheld here:
{withheld}

HOW TO CHECK IT

With Python 3.9 or newer on any machine, without a network:

    python verify_package.py {file}

or, in the unpacked folder, python verify_package.py alone. Signatures need the package
"cryptography"; without it the verifier says that they were not checked. A verifier that came
with the evidence is only as good as its sender: take one that you have read, or from elsewhere.

The key of the log is

    {key}

Compare it with the one that the desk gave you another way, and say so to the verifier:
--key KEY. Otherwise it shows only that the package hangs together.

WHAT IT SHOWS

- That each record, shown and withheld fields alike, was in the log when the checkpoint was
  signed, and has not been changed since.
- Which key signed the step in which it was written down. The same key is the same signer.
{stamps}
WHAT IT DOES NOT SHOW

- That what was recorded is true, or that a web site said the same to others.
- That the desk's clock was right. Times are its own, but for those of stamps.
- Who holds a key. That is for the desk to say.
- That nothing else was recorded. Whoever made the package chose what to put in; it cannot show
  that no other record speaks of the same thing, or corrects one of these.
- How much was left out, beyond the size of the log and of each step.
"""


class Facts(NamedTuple):
    """What the page says of one package."""

    recipient: str
    made_at: str
    subjects: str
    origin: str
    size: int
    records: int
    key: str
    file: str


def read_me(
    facts: Facts, withheld: Mapping[str, Sequence[str]], stamps: Sequence[tuple[int, str]]
) -> bytes:
    """Return the page, UTF-8; ``withheld`` are names of fields by kind, stamps (size, time)."""
    lines = [
        textwrap.fill(f"{kind}: {', '.join(names)}", 94, subsequent_indent="      ")
        for kind, names in sorted(withheld.items())
        if names
    ]
    told = [
        f"- That the first {at} entries existed no later than {when}: an authority's time stamp,\n"
        "  in stamps/. The verifier tells how to check it with openssl.\n"
        for at, when in stamps
    ]
    none = "- No outside authority has stamped it: when it was written is the desk's word.\n"
    return _READ_ME.format(
        **facts._asdict(),
        withheld="\n".join(f"    {each}" for each in lines) or "    nothing",
        stamps="".join(told) or none,
    ).encode()
