"""Looks for texts that should be gone in every byte that could hold them.

A proof plants its texts and knows that they stand nowhere else. Directly after forgetting that is
not known: the user's words may also stand in the conversation, which stays. So a piece of a text
that is found in what the user kept is not a trace; the other pieces must be nowhere.
"""

from __future__ import annotations

import os
import re
import struct
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from app.domain.errors import KnownError
from app.domain.receipts import Looked
from app.store import Key, Store
from app.store.pages import decrypted_pages

_STEM = 10
"""Bytes by which needles are grouped: a group is looked for only where its stem is found. Planted
texts begin alike, so a few dozen searches do for thousands of needles."""


class Needles:
    """What is looked for: each text in several forms."""

    def __init__(self) -> None:
        self._groups: dict[bytes, list[tuple[bytes, str]]] = defaultdict(list)

    def add(self, text: str, tokens: Sequence[int] = ()) -> None:
        """`text` as UTF-8 and UTF-16, and its `tokens` as JSON and as 32- and 64-bit numbers: the
        forms in which a database, a log or a cache of a model could keep it."""
        forms = [text.encode(), text.encode("utf-16-le")]
        if tokens:
            forms.append(",".join(map(str, tokens)).encode())
            forms += [struct.pack(f"<{len(tokens)}{size}", *tokens) for size in "iq"]
        for form in forms:
            self._groups[form[:_STEM]].append((form, text))

    def found_in(self, places: Iterable[tuple[str, bytes]]) -> dict[str, set[str]]:
        """The texts found, by the name of the place; places without any are left out."""
        found: dict[str, set[str]] = defaultdict(set)
        for name, content in places:
            for stem, forms in self._groups.items():
                if stem in content:
                    found[name].update(text for form, text in forms if form in content)
        return {name: texts for name, texts in found.items() if texts}


_SHORTEST, _PIECE = 16, 48
"""Bytes, and characters. Shorter pieces stand in other texts by chance. A piece that lies across
the end of a page is not seen there, its neighbours are."""
_MOST = 60
"""Pieces, and ids, that are looked for. Each costs a pass over everything, and the user waits."""
_ABOUT_AN_ADAPTER = 65_536
"""Bytes at the beginning of an adapter's file, which say what it is. The rest are numbers."""
_SPLIT = re.compile(r"[\x00-\x1f\"\\\\]+")
_KEPT = frozenset(
    "messages conversations attachments summaries signals memories drafts presets".split()  # noqa: SIM905
)
"""Tables of what the user wrote, read or kept."""


def look_for(store: Store, texts: Iterable[str], ids: Sequence[str]) -> Looked:
    """`ids` must be nowhere; pieces of `texts` in nothing but other rows of the user's own. Of many
    some are looked for. *Slow*: some tenths of a second for 20 MB."""
    pieces, names = _some(_pieces(texts)), _some(ids)
    unread: list[str] = []
    tables = [(name, "\n".join(store.texts_of(name)).encode()) for name in store.tables()]
    kept = [content for name, content in tables if name in _KEPT]
    standing = {piece for piece in pieces if any(piece.encode() in content for content in kept)}
    needles = [text.encode() for text in (*pieces, *names) if text not in standing]
    places = [
        *((f"table {name}", content) for name, content in tables),
        *files_in(store.profile, but=store.is_sealed, unread=unread),
        *_pages(store, unread),
        *((name, content[:_ABOUT_AN_ADAPTER]) for name, content in _adapters(store)),
    ]
    found = {name for name, content in places if any(needle in content for needle in needles)}
    where = tuple(sorted(found)), tuple(sorted(unread))
    return Looked(len(needles), len(standing), len(places), *where)


def _some(of: Sequence[str]) -> list[str]:
    """Evenly chosen."""
    return list(of)[:: len(of) // _MOST + 1]


def _pieces(texts: Iterable[str]) -> list[str]:
    """Of each text, as they stand in a database or in JSON: none has what is escaped there."""
    found: dict[str, None] = {}
    for text in texts:
        for part in _SPLIT.split(text):
            cut = [part[at : at + _PIECE] for at in range(0, len(part), _PIECE)]
            found |= dict.fromkeys(p for p in cut if len(p.encode()) >= _SHORTEST)
    return list(found)


def _pages(store: Store, unread: list[str]) -> Iterator[tuple[str, bytes]]:
    name = "pages of the store"
    try:
        yield name, b"\n".join(store.pages())
    except OSError:
        unread.append(name)


def _adapters(store: Store) -> Iterator[tuple[str, bytes]]:
    for adapter in store.adapters.all():
        try:
            yield "adapters, decrypted", store.adapters.bytes_of(adapter)
        except KnownError:  # forgotten, and its file gone: what lies there is searched as a file
            continue


def places_of(profile: Path, store: Store, key: Key) -> Iterator[tuple[str, bytes]]:
    """All that a profile keeps: its files as they lie on the disk, every live row, every page and
    log frame decrypted, and the adapters decrypted as far as they can be read."""
    yield from files_in(profile)
    yield "rows of the store", "\n".join(store.dump()).encode()
    yield "pages of the store", b"\n".join(decrypted_pages(profile, key))
    yield from _adapters(store)


def files_in(
    folder: Path, but: Callable[[Path], bool] = lambda _: False, unread: list[str] | None = None
) -> Iterator[tuple[str, bytes]]:
    """Every file below `folder`, by its name there. What cannot be read is named in `unread`;
    without one it is an OSError."""

    def failed(error: OSError) -> None:
        if isinstance(error, FileNotFoundError):  # there a moment ago
            return
        if unread is None:
            raise error
        unread.append(f"file {Path(error.filename).relative_to(folder)}")

    for inside, _, names in os.walk(folder, onerror=failed):
        for path in (Path(inside, name) for name in names):
            try:
                content = path.read_bytes() if path.is_file() and not but(path) else None
            except OSError as error:
                error.filename = path  # reading names none
                failed(error)
                continue
            if content is not None:
                yield f"file {path.relative_to(folder)}", content


def merged(*searches: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """Several searches as one."""
    found: dict[str, set[str]] = defaultdict(set)
    for search in searches:
        for name, texts in search.items():
            found[name] |= texts
    return dict(found)
