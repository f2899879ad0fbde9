"""Places outside the workspace that keep a checkpoint: a folder, a git repository, a command.

A copy has a name of its own for each origin and size and is never written over: where a file of
that name holds other bytes, that is told, for it may be the other side of a fork. Programs are
started with a list of arguments, no shell between, and are ended when their time is up.
"""

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

TIME_LIMIT_S = 60.0
_SUFFIX = ".checkpoint"


class PlaceError(Exception):
    """A place did not take the checkpoint; the message is the reason told."""


def file_name(origin: str, size: int) -> str:
    """Return the name of a checkpoint's file: the origin with its slashes escaped, and the size."""
    return f"{quote(origin, safe='')}-{size}{_SUFFIX}"


def copies_in(folder: Path, origin: str) -> dict[int, Path]:
    """Return the copies of a log's checkpoints that lie in a folder, by the size in their name."""
    start = f"{quote(origin, safe='')}-"
    try:
        paths = list(folder.iterdir())
    except OSError:  # the folder is away
        return {}
    found = {}
    for path in paths:
        size = path.name.removeprefix(start).removesuffix(_SUFFIX)
        if size.isdecimal() and len(size) < 20 and path.name == file_name(origin, int(size)):
            found[int(size)] = path
    return found


def copy_into(folder: Path, name: str, note: bytes) -> str:
    """Put a checkpoint into a folder that is there already, and return what was done."""
    path = folder / name
    try:
        with path.open("xb") as file:
            try:
                file.write(note)
                file.flush()
                os.fsync(file.fileno())
            except OSError:
                path.unlink(missing_ok=True)
                raise
    except FileExistsError:
        return _same(path, note)
    except OSError as error:
        raise PlaceError(error.strerror or str(error)) from error
    return f"copied as {name}"


def _same(path: Path, note: bytes) -> str:
    """Return that the copy is there already; another of its name is a PlaceError."""
    try:
        kept = path.read_bytes()
    except OSError as error:
        raise PlaceError(f"{path.name} is there and cannot be read: {error.strerror}") from error
    if kept != note:
        raise PlaceError(
            f"{path.name} is there and holds other bytes; it was not touched. Compare the two: "
            "where both are signed, the log has two histories"
        )
    return f"{path.name} was there already"


def commit_into(repository: Path, name: str, note: bytes, *, limit: float = TIME_LIMIT_S) -> str:
    """Commit a checkpoint to a git repository that is there already, and return what was done."""
    git = shutil.which("git")
    if git is None:
        raise PlaceError("git is not installed")
    # a repository is found from its folder, not from what surrounds this program
    environment = {
        key: value
        for key, value in os.environ.items()
        if not key.startswith("GIT_") or key.startswith(("GIT_AUTHOR_", "GIT_COMMITTER_"))
    }
    base = [git, "-C", str(repository), "--literal-pathspecs"]

    def run(*words: str) -> None:
        _run([*base, *words], b"", repository, environment, limit)

    run("rev-parse", "--is-inside-work-tree")
    done = copy_into(repository, name, note)
    with suppress(PlaceError):  # nothing is committed there yet, or not this
        run("diff", "--quiet", "--no-ext-diff", "HEAD", "--", name)
        run("cat-file", "-e", f"HEAD:./{name}")
        return f"{name} was committed already"
    run("add", "--force", "--", name)
    run("commit", "--quiet", "-m", f"Checkpoint {name.removesuffix(_SUFFIX)}", "--", name)
    return f"{done}, and committed"


def give_to(
    arguments: Sequence[str], note: bytes, folder: Path, *, limit: float = TIME_LIMIT_S
) -> str:
    """Give a checkpoint to a program's standard input, and return what was done."""
    _run(arguments, note, folder, os.environ, limit)
    return "given to its standard input"


def _run(
    arguments: Sequence[str],
    data: bytes,
    folder: Path,
    environment: Mapping[str, str],
    limit: float,
) -> None:
    """Run a program to its end; any end but a good one is a PlaceError.

    It is a group of processes of its own and writes into a file, so that none of what it
    started can hold this program when its time is up.
    """
    with tempfile.TemporaryFile() as told:
        try:
            process = subprocess.Popen(  # noqa: S603  # no shell; the desk names its programs
                list(arguments),
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=told,
                cwd=folder,
                env=dict(environment),
                start_new_session=True,
            )
        except (OSError, ValueError) as error:
            raise PlaceError(f"cannot be started: {error}") from error
        try:
            process.communicate(data, timeout=limit)
        except subprocess.TimeoutExpired as error:
            raise PlaceError(f"took longer than {limit:g} s and was ended") from error
        finally:
            if process.poll() is None:
                with suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)
                process.wait()
            if process.stdin is not None:
                process.stdin.close()
        if process.returncode != 0:
            told.seek(0)
            last = told.read(10_000).decode("utf-8", "replace").strip().rpartition("\n")[2]
            code = f"ended with {process.returncode}"
            raise PlaceError(f"{code}: {last[:300]}" if last else code)
