"""A file that leaves the profile: for its owner's eyes, and over no other file by accident."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from app.domain.errors import KnownError
from app.domain.phrases import phrase


def write_private(path: Path, data: bytes, *, replace: bool = False) -> None:
    """Where a file is there already it is told, unless it is to be replaced. KnownError also where
    nothing can be written; then nothing is changed."""
    try:
        if not replace:
            path.touch(mode=0o600, exist_ok=False)  # the name is taken from here on
        try:
            _put_in_place(path, data)
        except BaseException:
            if not replace:
                path.unlink(missing_ok=True)
            raise
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


def _put_in_place(path: Path, data: bytes) -> None:
    """In one step, and no part of it is left after an error."""
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".reverie-")  # mode 0600
    draft = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
