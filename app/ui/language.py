"""The language of the window: every sentence of it goes through Qt's catalogues.

Sources are English. What `tr`, `mark` and `phrase` are called with is gathered from the source code
into `resources/translations/*.ts` by `make translations`, and compiled to the `.qm` beside it.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib import resources

from PySide6.QtCore import QCoreApplication, QDate, QLibraryInfo, QLocale, QTranslator

from app.domain.phrases import Phrase

LANGUAGES = {"en": "English", "de": "Deutsch"}
"""In their own words: a person who cannot read one of them looks for the other."""

_chosen = "en"


def choose(language: str) -> str:
    """`system` or one of `LANGUAGES`, for all that is said from now on; what it came to. Widgets
    that are there already keep their words."""
    global _chosen  # noqa: PLW0603  (one window, one language)
    before = _chosen
    wished = [language] if language != "system" else QLocale.system().uiLanguages()
    known = (wish.replace("_", "-").split("-")[0] for wish in wished)
    _chosen = next((wish for wish in known if wish in LANGUAGES), "en")
    app = QCoreApplication.instance()
    if app is not None:
        app.removeTranslator(_of_qt(before))
        app.installTranslator(_of_qt(_chosen))
    return _chosen


def tr(text: str, comment: str = "", number: int = -1, /, **facts: object) -> str:
    """In the person's language, with the facts put in. With a `number`, `%n` stands for it and
    picks the plural: `tr("%n edit(s)", "", 3)`. `comment` is for the translator, and tells
    apart what is one word in English only."""
    found = _catalogue(_chosen).translate("", text, comment or None, number) or text
    if number >= 0:
        found = found.replace("%n", locale().toString(number))
    return found.format(**{name: told(fact) for name, fact in facts.items()}) if facts else found


def mark(text: str) -> str:
    """For a table that is made before the language is known: gathered here, said by `tr` later."""
    return text


def told(what: object) -> object:
    """A sentence of the inner rooms, which speak English, in the person's language."""
    return tr(what.template, **what.facts) if isinstance(what, Phrase) else what


def locale() -> QLocale:
    return QLocale(_chosen)


def figure(number: float, form: str) -> str:
    """A number in Python's format, with the decimal point of the language."""
    return format(number, form).replace(".", locale().decimalPoint())


def day_month(day: date) -> str:
    """`23 Nov`, `23. Nov.`"""
    return locale().toString(QDate(day), tr("d MMM", "a date: day and month; QDate's format"))


def month(day: date) -> str:
    """`November`."""
    return locale().toString(QDate(day), "MMMM")


@cache
def _catalogue(language: str) -> QTranslator:
    catalogue = QTranslator()
    kept = resources.files("resources") / "translations" / f"reverie_{language}.qm"
    with resources.as_file(kept) as file:
        if not catalogue.load(str(file)):
            raise RuntimeError(f"{file} is no catalogue")
    return catalogue


@cache
def _of_qt(language: str) -> QTranslator:
    """Qt's own words: the buttons of dialogs, the menu of a text field."""
    catalogue = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    catalogue.load(f"qtbase_{language}", folder)
    return catalogue
