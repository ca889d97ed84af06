"""What the user can choose, declared once; kept as JSON in the profile, never with a secret."""

from __future__ import annotations

import os
import tempfile
from datetime import time
from enum import StrEnum
from pathlib import Path
from typing import Any

from pydantic import (
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    field_validator,
)

from app.domain.errors import KnownError
from app.domain.ledger import Arm
from app.domain.phrases import phrase

FILE = "settings.json"


class Theme(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Language(StrEnum):
    SYSTEM = "system"
    EN = "en"
    DE = "de"


class Settings(BaseModel):
    """Titles and descriptions are what the settings dialog shows."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    theme: Theme = Field(default=Theme.SYSTEM, title="Appearance")
    language: Language = Field(default=Language.SYSTEM, title="Language")
    model: str | None = Field(
        default=None, title="Model", description="A catalogue name or a GGUF file."
    )
    arm: Arm | None = Field(
        default=None,
        title="Answer with",
        description="Your past corrections as examples, the learned adapter, both (examples only "
        "for what is not learned yet), or neither. Empty: both, as far as they are there.",
    )
    temperature: float | None = Field(
        default=None,
        ge=0,
        le=2,
        title="Temperature",
        description="Empty: what suits the model.",
    )
    max_tokens: int = Field(
        default=512, ge=16, le=8192, title="Longest answer", description="In tokens."
    )
    context_tokens: int = Field(
        default=4096, ge=512, le=131072, title="Context", description="In tokens."
    )
    notice_memories: bool = Field(
        default=True,
        title="Notice what you say about yourself",
        description="Such things are proposed as memories. Off: only what you tell to remember.",
    )
    approve_memories: bool = Field(
        default=True,
        title="Ask before it is remembered",
        description="Off: what was noticed is remembered at once; a mark on the message says so.",
    )
    nightly: bool = Field(default=False, title="Learn every night")
    sleep_at: time = Field(default=time(3, 0), title="Sleep at")
    night_minutes: int = Field(
        default=60,
        ge=1,
        le=720,
        title="Longest night",
        description="In minutes; then the night stops.",
    )
    shortcuts: dict[str, str | None] = Field(
        default_factory=dict,
        title="Keyboard shortcuts",
        description='Keys other than the usual ones: an action to its key, "Ctrl+Shift+C", or to '
        "null where it has none.",
    )
    nights_as_table: bool = Field(
        default=False,
        title="Nights as a table",
        description="Instead of as plots; for those who cannot see the plots.",
    )
    paused_until: AwareDatetime | None = Field(default=None, title="Learning is paused until")
    quick_key: str | None = Field(
        default=None,
        title="Key of the quick prompt",
        description="A combination such as Ctrl+Alt+Space. Empty: no key is taken.",
    )
    close_to_tray: bool = Field(
        default=False,
        title="Closing keeps Reverie in the tray",
        description="Only where the desktop has a tray.",
    )

    @field_validator("shortcuts", mode="before")
    @classmethod
    def _entries_that_say_something(cls, given: object) -> dict[str, str | None]:
        """An entry that cannot be a key costs that entry, never the other settings."""
        entries = given.items() if isinstance(given, dict) else ()
        return {
            action: key
            for action, key in entries
            if isinstance(action, str) and (key is None or isinstance(key, str))
        }


def load_settings(profile: Path) -> Settings:
    """Settings of a profile; defaults where nothing is stored."""
    path = profile / FILE
    try:
        return Settings.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        return Settings()
    except (ValidationError, OSError) as error:
        raise KnownError(
            phrase("The settings cannot be read"),
            phrase("{path} is damaged ({kind}).", path=path, kind=type(error).__name__),
            phrase(
                "Mend the file, or delete it to start with the defaults; nothing else is affected."
            ),
        ) from None


def change_settings(profile: Path, settings: Settings, **values: Any) -> Settings:
    """A checked copy with `values`, written to the profile in one step."""
    try:
        changed = Settings.model_validate({**settings.model_dump(), **values})
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise KnownError(
            phrase("That setting does not work"),
            phrase(
                "{setting}: {fault}.",
                setting=".".join(map(str, first["loc"])),
                fault=first["msg"],
            ),
            phrase("Choose another value; the old one stays."),
        ) from None
    try:
        _write(profile, changed.model_dump_json(indent=2) + "\n")
    except OSError as error:
        raise KnownError(
            phrase("The settings could not be saved"),
            phrase(
                "{profile} cannot be written ({reason}).", profile=profile, reason=error.strerror
            ),
            phrase("Free some space or allow writing there; the old settings stay."),
        ) from None
    return changed


def _write(profile: Path, text: str) -> None:
    profile.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=profile, prefix=".settings-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(profile / FILE)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
