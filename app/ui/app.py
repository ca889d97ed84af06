"""The entry point of the window: one application, one window for each profile."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.cli.commands import passphrase_source
from app.domain.errors import KnownError
from app.settings import Settings, load_settings
from app.ui import icons, language
from app.ui.desktop import Desktop
from app.ui.garbage import Collector
from app.ui.runner import problem_of
from app.ui.single import SingleInstance, Word, tell_running
from app.ui.theme import Theme

START_UP_S = 30
"""How long another start may take before it hears what is wanted."""


def run(profile: Path, passphrase_file: Path | None = None, word: Word = Word.RAISE) -> int:
    """Runs until the person quits and returns the exit code. `word` is what is wanted: the window,
    the quick prompt, or nothing to be shown. A second start tells it to the first and is done."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Reverie")
    app.setDesktopFileName("reverie")
    app.setQuitOnLastWindowClosed(False)
    if tell_running(profile, word):
        return 0
    single = SingleInstance(profile)
    if not single.leads:  # another start was a moment faster, and hears once it is ready
        return 0 if any(tell_running(profile, word) for _ in range(START_UP_S)) else 1
    chosen = _chosen(profile)
    language.choose(chosen.language)
    QLocale.setDefault(language.locale())  # the numbers in fields
    Theme(app, chosen.theme.value)
    collector = Collector(app)
    app.setWindowIcon(icons.icon("reverie", "#000000", 64))
    desktop = Desktop(profile, passphrase_source(passphrase_file) if passphrase_file else None)
    single.told.connect(lambda told: _do(desktop, told))
    desktop.closing.connect(single.close)
    desktop.ended.connect(app.quit)
    desktop.entered.connect(collector.settle)
    sys.excepthook = lambda _kind, error, _trace: desktop.runner.problem.emit(problem_of(error))
    desktop.open(shown=word is Word.RAISE)
    if word is Word.PROMPT:
        desktop.show_prompt()
    return app.exec()


def _do(desktop: Desktop, word: Word) -> None:
    """What a later start wants of this one."""
    if word is Word.PROMPT:
        desktop.show_prompt()
    elif word is Word.RAISE:
        desktop.window.come_to_front()


def _chosen(profile: Path) -> Settings:
    """Before the profile is open; a damaged settings file is told when it is opened."""
    try:
        return load_settings(profile)
    except KnownError:
        return Settings()
