"""The container of a package: a ZIP file that has exactly one spelling.

Files lie in it as they are, in the order of their names, with nothing between them: what
``write_archive`` writes is all that ``read_archive`` takes. So there is nothing to unpack and no
bomb to unpack it into, no second list of files that another program could read instead (APPNOTE
4.3.6 has each file twice, before its bytes and at the end), no room for bytes that nobody sees,
and the same files are the same bytes on every machine. Any program that knows ZIP opens it.

Left out: archives of 4 GiB and more, which would need the 64-bit headers (APPNOTE 4.3.14).
"""

import hashlib
import re
import struct
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from provenance.errors import PackageError

MAX_FILES = 60_000
MAX_ARCHIVE = 2**32 - 1  # bytes
_PIECE = 1 << 20
_NAME = re.compile(r"[A-Za-z0-9_][\w.-]*(?:/[A-Za-z0-9_][\w.-]*){0,3}", re.ASCII)
_LONGEST_NAME = 120
_LOCAL, _CENTRAL, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_VERSION, _UNIX, _DAY = 20, 3 << 8, 0x21  # 2.0; made on a system with modes; 1980-01-01
_MODE = 0o100644 << 16
_LINK = 0o12  # of the four bits that say what kind of file it is


@dataclass(frozen=True)
class Member:
    """Where one file lies in an archive."""

    name: str
    crc: int
    size: int
    at: int  # of its header

    @property
    def start(self) -> int:
        """Where its bytes begin."""
        return self.at + 30 + len(self.name)

    @property
    def local(self) -> bytes:
        """Its header before its bytes."""
        return struct.pack(
            "<4s5H3I2H",
            *(_LOCAL, _VERSION, 0, 0, 0, _DAY, self.crc, self.size, self.size, len(self.name), 0),
        ) + self.name.encode("ascii")

    @property
    def central(self) -> bytes:
        """Its header in the list at the end."""
        head = (_CENTRAL, _UNIX | _VERSION, _VERSION, 0, 0, 0, _DAY, self.crc, self.size, self.size)
        tail = (len(self.name), 0, 0, 0, 0, _MODE, self.at)
        return struct.pack("<4s6H3I5H2I", *head, *tail) + self.name.encode("ascii")


def _end(count: int, length: int, at: int) -> bytes:
    return struct.pack("<4s4H2IH", _END, 0, 0, count, count, length, at, 0)


def write_archive(out: BinaryIO, files: Iterable[tuple[str, bytes]]) -> None:
    """Write files, given in the order of their names; too many or too large is a PackageError."""
    members: list[Member] = []
    at = 0
    for name, data in files:
        member = Member(name, zlib.crc32(data), len(data), at)
        _check_name(name, members)
        at = member.start + len(data)
        if at > MAX_ARCHIVE - (len(members) + 2) * 200:
            raise PackageError("a package holds less than 4 GiB; leave blobs out")
        out.write(member.local)
        out.write(data)
        members.append(member)
    listed = b"".join(member.central for member in members)
    out.write(listed + _end(len(members), len(listed), at))


class Archive:
    """The files of an archive that is read from a seekable file."""

    def __init__(self, file: BinaryIO, members: Iterable[Member]) -> None:
        """Use members found by ``read_archive``."""
        self._file = file
        self._members = {member.name: member for member in members}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its files, in their order."""
        return tuple(self._members)

    def read(self, name: str, limit: int) -> bytes:
        """Return a file's bytes; one larger than the limit is a PackageError."""
        if self._members[name].size > limit:
            raise PackageError(f"{name} is larger than {limit:,} bytes")
        return b"".join(self.pieces(name))

    def digest(self, name: str) -> str:
        """Return a file's digest; it is read in pieces."""
        found = hashlib.sha256()
        for piece in self.pieces(name):
            found.update(piece)
        return f"sha256:{found.hexdigest()}"

    def pieces(self, name: str) -> Iterator[bytes]:
        """Yield a file's bytes; bytes that its header does not fit are a PackageError."""
        member = self._members[name]
        left, crc = member.size, 0
        self._file.seek(member.start)
        while left:
            piece = self._file.read(min(left, _PIECE))
            if not piece:
                raise PackageError(f"the package ends within {name}")
            crc = zlib.crc32(piece, crc)
            left -= len(piece)
            yield piece
        if crc != member.crc:
            raise PackageError(f"{name} is damaged: its bytes are not those that were packed")


def read_archive(file: BinaryIO) -> Archive:
    """Return the files of an archive that is spelled as ``write_archive`` spells it.

    Anything else is a PackageError. The headers are read; no file is.
    """
    end = file.seek(0, 2)
    if end > MAX_ARCHIVE:
        raise PackageError("the package is larger than 4 GiB")
    members: list[Member] = []
    at = 0
    while _at(file, at, 4, end) != _CENTRAL:
        member = _member(file, at, end, members)
        members.append(member)
        at = member.start + member.size
    listed_at = at
    for member in members:
        _check_listed(_at(file, at, len(member.central), end), member)
        at += len(member.central)
    wanted = _end(len(members), at - listed_at, listed_at)
    if _at(file, at, len(wanted), end) != wanted:
        raise PackageError("the archive's end is not written as the format says")
    if at + len(wanted) != end:
        raise PackageError(f"the package has {end - at - len(wanted)} bytes after its end")
    return Archive(file, members)


def _at(file: BinaryIO, at: int, length: int, end: int) -> bytes:
    if at + length > end:
        raise PackageError("the package is cut short")
    file.seek(at)
    return file.read(length)


def _member(file: BinaryIO, at: int, end: int, before: list[Member]) -> Member:
    head = _at(file, at, 30, end)
    mark, _, flags, method, _, _, crc, _, size, length, _ = struct.unpack("<4s5H3I2H", head)
    if mark != _LOCAL:
        place = f"; it is damaged at byte {at:,}" if before else ""
        raise PackageError(f"the file is not a package{place}")
    if len(before) >= MAX_FILES:
        raise PackageError(f"the package has more than {MAX_FILES:,} files")
    name = _at(file, at + 30, length, end).decode("latin-1")
    _check_name(name, before)
    if flags & 1:
        raise PackageError(f"{name} is encrypted; a package is open to every reader")
    if method:
        raise PackageError(f"{name} is compressed; a package holds its files as they are")
    member = Member(name, crc, size, at)
    if member.local != head + name.encode("ascii"):
        raise PackageError(f"the header of {name} is not written as the format says")
    if member.start + size > end:
        raise PackageError(f"the package ends within {name}")
    return member


def _check_listed(found: bytes, member: Member) -> None:
    if found == member.central:
        return
    if found[:4] == _CENTRAL and found[41] >> 4 == _LINK:
        raise PackageError(f"{member.name} is a symbolic link; a package holds none")
    raise PackageError(f"the list at the archive's end says something else of {member.name}")


def _check_name(name: str, before: list[Member]) -> None:
    """Return when a name leads to a place within the folder, after those that came before it."""
    shown = ascii(name[:_LONGEST_NAME])
    if name.startswith(("/", "\\")) or name[1:2] == ":":
        raise PackageError(f"the package names an absolute place: {shown}")
    if ".." in re.split(r"[/\\]", name):
        raise PackageError(f"the package names a place outside of it: {shown}")
    if not _NAME.fullmatch(name) or len(name) > _LONGEST_NAME:
        raise PackageError(f"the package has a file with a name that it must not have: {shown}")
    if before and name <= before[-1].name:
        if any(name == each.name for each in before):
            raise PackageError(f"the package holds {name} twice")
        raise PackageError(f"{name} is not in its place: files stand in the order of their names")
