"""Where the window was: kept beside the settings, readable by its owner only."""

from __future__ import annotations

import base64
import binascii
import contextlib
import json
import os
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtWidgets import QWidget

FILE = "window.json"
SHARE_OF_SCREEN = 0.85


def restore(window: QWidget, profile: Path, size: QSize) -> bool:
    """As it was left, on a screen that is there; else `size`. Returns whether the sidebar shows."""
    try:
        kept = json.loads((profile / FILE).read_text(encoding="utf-8"))
        geometry = base64.b64decode(kept["geometry"], validate=True)
        sidebar = bool(kept["sidebar"])
    except (OSError, ValueError, KeyError, TypeError, binascii.Error):
        geometry, sidebar = b"", True
    if not geometry or not window.restoreGeometry(QByteArray(geometry)):
        room = window.screen().availableSize() * SHARE_OF_SCREEN
        window.resize(size.boundedTo(room))
    return sidebar


def save(window: QWidget, profile: Path, *, sidebar: bool) -> None:
    """Best effort: a profile that cannot be written costs the window's place, nothing else."""
    geometry = base64.b64encode(window.saveGeometry().data()).decode()
    text = json.dumps({"geometry": geometry, "sidebar": sidebar})
    new = profile / f".{FILE}.new"
    try:
        with open(new, "w", encoding="utf-8", opener=_private) as file:
            file.write(text)
        new.replace(profile / FILE)
    except OSError:
        with contextlib.suppress(OSError):
            new.unlink(missing_ok=True)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
