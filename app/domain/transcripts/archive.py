"""The conversations inside a .zip, as ChatGPT sends it: read in place, never unpacked.

A zip can lie about every size in it, so all reading is bounded by what was really read.
"""

from __future__ import annotations

import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from app.domain.phrases import phrase
from app.domain.transcripts.transcript import BrokenFile

MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
MOST_MEMBERS = 100_000
MOST_BYTES = 256 * 1024 * 1024
"""Of JSON text, all members together."""

_MOST_AT_ONCE = 32 * 1024 * 1024
"""The list of members is read as one piece, before it can be counted."""

_WANTED = re.compile(r"(^|/)conversations(-\d+)?\.json$")
_BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    RuntimeError,  # an encrypted member, or a compression that this Python lacks
)


class TooBig(BrokenFile):
    def __init__(self, name: str) -> None:
        super().__init__(
            name,
            phrase("it holds more than {most} MB of conversations", most=MOST_BYTES // 1024**2),
            phrase("Export fewer at a time."),
        )


class _Bounded:
    """A stream that refuses to hand out more at once than any honest zip asks for."""

    def __init__(self, stream: BinaryIO) -> None:
        self.seek, self.tell = stream.seek, stream.tell
        self.seekable = stream.seekable
        self._stream = stream

    def read(self, size: int = -1) -> bytes:
        if size < 0 or size > _MOST_AT_ONCE:
            data = self._stream.read(_MOST_AT_ONCE + 1)
            if len(data) > _MOST_AT_ONCE:
                raise zipfile.BadZipFile("its list of files is too long")
            return data
        return self._stream.read(size)


def members(stream: BinaryIO, name: str) -> Iterator[tuple[str, bytes]]:
    """The name and the content of each file of conversations, in the order of their names."""
    try:
        with zipfile.ZipFile(_Bounded(stream)) as archive:
            wanted = _wanted(archive, name)
            left = MOST_BYTES
            for member in wanted:
                with archive.open(member) as file:
                    content = file.read(left + 1)
                left -= len(content)
                if left < 0:
                    raise TooBig(name)
                yield f"{name}, {member.filename.rsplit('/', 1)[-1]}", content
    except _BROKEN as error:
        why = str(error) or type(error).__name__
        raise BrokenFile(
            name,
            phrase("the archive is damaged ({why})", why=why),
            phrase("Download it again; it may be cut short."),
        ) from None


def _wanted(archive: zipfile.ZipFile, name: str) -> list[zipfile.ZipInfo]:
    listed = archive.infolist()
    if len(listed) > MOST_MEMBERS:
        raise BrokenFile(
            name,
            phrase("it has {count} files", count=len(listed)),
            phrase("Give the conversations.json in it."),
        )
    found = [
        member
        for member in listed
        if _WANTED.search(member.filename) and not member.filename.startswith("__MACOSX/")
    ]
    if not found:
        raise BrokenFile(
            name,
            phrase("there is no conversations.json in it"),
            phrase("Give the .zip that ChatGPT sends when you export your data."),
        )
    return sorted(found, key=lambda member: member.filename)
