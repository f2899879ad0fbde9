"""Disclosure: some records of a log, some of their fields, and all that it takes to check them.

``fields``   which fields are shown unless it is said otherwise: a closed list for each kind
``forms``    the JSON of records, steps and the manifest
``archive``  the container: a ZIP file that has exactly one spelling
``keys``     which key was in force when
``check``    whether a package is what it says
``stamps``   the time stamps in it

``verify_package.py`` beside these is the verifier that lies in every package. It does the same
with nothing but the standard library and Ed25519, imports nothing of ours, and is imported by
nothing here: a test holds the two to the same answers. docs/formats/disclosure.md specifies both.
"""

from importlib.resources import files

from provenance.audit.disclosure.archive import Archive, read_archive, write_archive
from provenance.audit.disclosure.check import Checked, Files, check_package
from provenance.audit.disclosure.fields import KINDS, NEEDED, SHOWN, shown, with_digests
from provenance.audit.disclosure.forms import (
    FORMAT,
    Disclosed,
    Manifest,
    Step,
    disclosed_fields,
    parse_record,
)
from provenance.audit.disclosure.stamps import StampFiles, StampSeen, check_stamps, covering

__all__ = [
    "FORMAT",
    "KINDS",
    "NEEDED",
    "SHOWN",
    "Archive",
    "Checked",
    "Disclosed",
    "Files",
    "Manifest",
    "StampFiles",
    "StampSeen",
    "Step",
    "check_package",
    "check_stamps",
    "covering",
    "disclosed_fields",
    "parse_record",
    "read_archive",
    "shown",
    "verifier_source",
    "with_digests",
    "write_archive",
]


def verifier_source() -> bytes:
    """Return the single-file verifier that is put into each package."""
    return files(__name__).joinpath("verify_package.py").read_bytes()
