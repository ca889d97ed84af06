"""Start at login: an entry of the desktop's own, which is there or not; nothing else remembers."""

from __future__ import annotations

import os
import plistlib
import sys
from pathlib import Path
from typing import Protocol

from app.domain.errors import KnownError
from app.domain.phrases import phrase

NAME = "reverie"
_ESCAPES = str.maketrans({"\\": r"\\", "\n": r"\n", "\t": r"\t", "\r": r"\r"})
_RESERVED = set(" \t\n\r\"'\\><~|&;$*?#()`")


class Entry(Protocol):
    """Where one platform keeps what it starts at login. All raise OSError."""

    def exists(self) -> bool: ...
    def text(self) -> str: ...
    def write(self, command: list[str]) -> None: ...
    def remove(self) -> None: ...


def starts(profile: Path | None) -> bool:
    """Whether it is on, and for that profile; None is the default one."""
    entry = entry_here()
    try:
        if not entry.exists():
            return False
        text = entry.text()
    except (OSError, ValueError):
        return False
    return "--profile" not in text if profile is None else str(profile.resolve()) in text


def is_on() -> bool:
    try:
        return entry_here().exists()
    except OSError:
        return False


def switch(on: bool, profile: Path | None) -> None:
    """`profile` None is the default one. KnownError where the entry cannot be written."""
    entry = entry_here()
    try:
        if on:
            entry.write(command(profile))
        elif entry.exists():
            entry.remove()
    except OSError as error:
        raise KnownError(
            phrase("Start at login could not be changed"),
            phrase(
                "The desktop's list of such programs cannot be written ({reason}).",
                reason=error.strerror,
            ),
            phrase("Change it in the settings of your desktop instead."),
        ) from None


def command(profile: Path | None) -> list[str]:
    """Starts in the background: without its window, unless something must be asked."""
    frozen = getattr(sys, "frozen", False)
    program = [sys.executable] if frozen else [sys.executable, "-P", "-m", "app"]
    own = ["--profile", str(profile.resolve())] if profile else []
    return [*program, "--background", *own]


def entry_here() -> Entry:
    if sys.platform == "win32":
        return RunKey()
    if sys.platform == "darwin":
        return LaunchAgent()
    return DesktopEntry()


class DesktopEntry:
    """freedesktop.org: a .desktop file in the autostart folder."""

    def __init__(self) -> None:
        config = os.environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
        self.file = Path(config) / "autostart" / f"{NAME}.desktop"

    def exists(self) -> bool:
        return self.file.exists()

    def text(self) -> str:
        return self.file.read_text(encoding="utf-8")

    def write(self, command: list[str]) -> None:
        self.file.parent.mkdir(parents=True, exist_ok=True)
        text = (
            "[Desktop Entry]\nType=Application\nName=Reverie\n"
            f"Exec={' '.join(map(quoted, command))}\nX-GNOME-Autostart-enabled=true\n"
        )
        self.file.write_text(text, encoding="utf-8")

    def remove(self) -> None:
        self.file.unlink()


def quoted(word: str) -> str:
    """One word of an Exec line: quoted by its rules, then escaped as every string in the file."""
    word = word.replace("%", "%%")
    if word and not _RESERVED & set(word):
        return word
    for mark in '\\"`$':
        word = word.replace(mark, f"\\{mark}")
    return f'"{word}"'.translate(_ESCAPES)


class LaunchAgent:
    """macOS: a property list for launchd."""

    def __init__(self) -> None:
        self.file = Path.home() / "Library" / "LaunchAgents" / "app.reverie.plist"

    def exists(self) -> bool:
        return self.file.exists()

    def text(self) -> str:
        return self.file.read_text(encoding="utf-8")

    def write(self, command: list[str]) -> None:
        self.file.parent.mkdir(parents=True, exist_ok=True)
        what = {"Label": "app.reverie", "ProgramArguments": command, "RunAtLoad": True}
        self.file.write_bytes(plistlib.dumps(what))

    def remove(self) -> None:
        self.file.unlink()


if sys.platform == "win32":
    import subprocess
    import winreg

    class RunKey:
        """Windows: a value under the user's Run key."""

        PATH = r"Software\Microsoft\Windows\CurrentVersion\Run"

        def exists(self) -> bool:
            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, self.PATH) as key:
                    winreg.QueryValueEx(key, NAME)
            except FileNotFoundError:
                return False
            return True

        def text(self) -> str:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, self.PATH) as key:
                return str(winreg.QueryValueEx(key, NAME)[0])

        def write(self, command: list[str]) -> None:
            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, self.PATH) as key:
                line = subprocess.list2cmdline(command)
                winreg.SetValueEx(key, NAME, 0, winreg.REG_SZ, line)

        def remove(self) -> None:
            access = winreg.KEY_SET_VALUE
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, self.PATH, 0, access) as key:
                winreg.DeleteValue(key, NAME)
