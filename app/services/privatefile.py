"""A file that leaves the profile: for its owner's eyes, and over no other file by accident."""

from __future__ import annotations

import os
from pathlib import Path

from app.domain.errors import KnownError
from app.domain.phrases import phrase


def write_private(path: Path, data: bytes, *, replace: bool = False) -> None:
    """Where a file is there already it is told, unless it is to be replaced. KnownError also where
    nothing can be written; then nothing is changed."""
    try:
        draft = path.with_name(f"{path.name}.part") if replace else path
        with open(draft, "wb" if replace else "xb", opener=_private) as file:
            file.write(data)
        draft.replace(path)
    except FileExistsError:
        raise KnownError(
            phrase("The file is already there"),
            phrase("{path} exists.", path=path),
            phrase("Choose another name; nothing was overwritten."),
        ) from None
    except OSError as error:
        raise KnownError(
            phrase("The adapter could not be exported"),
            phrase("{path} cannot be written ({reason}).", path=path, reason=error.strerror),
            phrase("Choose a folder that you may write to, with enough space."),
        ) from None


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
