"""Packages for tests: made, taken apart, put together again, and judged by both verifiers."""

import importlib.util
import json
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from provenance.audit.disclosure import write_archive
from provenance.canonical import canonical, sha256
from provenance.errors import PackageError
from provenance.workspace.disclose import check_package

VERIFIER = Path(__file__).parents[1] / "provenance" / "audit" / "disclosure" / "verify_package.py"
Files = dict[str, bytes]


def taken_apart(path: Path) -> Files:
    """Return the files of a package, as another program reads them."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def put_together(path: Path, files: Mapping[str, bytes], *, manifest: bool = True) -> Path:
    """Write a package of these files, its manifest brought up to date unless told otherwise."""
    files = dict(files)
    if manifest:
        value = json.loads(files["manifest.json"])
        value["files"] = {n: sha256(data) for n, data in files.items() if n != "manifest.json"}
        files["manifest.json"] = canonical(value)
    out = BytesIO()
    write_archive(out, sorted(files.items()))
    path.write_bytes(out.getvalue())
    return path


def _alone() -> Any:
    """Return the single-file verifier, read as the file that it is."""
    spec = importlib.util.spec_from_file_location("verify_package_alone", VERIFIER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


ALONE = _alone()


def refused(path: Path, *, trusted: str | None = None) -> str:
    """Return why a package is refused, empty where it holds; both verifiers must say the same."""
    try:
        check_package(path, trusted=trusted)
        reason = ""
    except PackageError as error:
        reason = str(error) or "refused"
    words = [str(path), *(["--key", trusted] if trusted is not None else [])]
    code = ALONE.main(words)
    assert code == (1 if reason else 0), f"the single file ends with {code}, the program: {reason}"
    return reason
