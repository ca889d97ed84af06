"""Looks for texts that should be gone in every byte that could hold them."""

from __future__ import annotations

import struct
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from app.domain.errors import KnownError
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


def places_of(profile: Path, store: Store, key: Key) -> Iterator[tuple[str, bytes]]:
    """All that a profile keeps: its files as they lie on the disk, every live row, every page and
    log frame decrypted, and the adapters decrypted as far as they can be read."""
    yield from files_in(profile)
    yield "rows of the store", "\n".join(store.dump()).encode()
    yield "pages of the store", b"\n".join(decrypted_pages(profile, key))
    for adapter in store.adapters.all():
        try:
            yield "adapters, decrypted", store.adapters.bytes_of(adapter)
        except KnownError:  # forgotten, and its file gone: what lies there was searched above
            continue


def files_in(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every file below `folder`, by its name there."""
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        if path.is_file():
            yield f"file {path.relative_to(folder)}", path.read_bytes()


def merged(*searches: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """Several searches as one."""
    found: dict[str, set[str]] = defaultdict(set)
    for search in searches:
        for name, texts in search.items():
            found[name] |= texts
    return dict(found)
