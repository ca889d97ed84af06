"""The frame of the window in German: nothing in it is left in English."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from string import Formatter
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QProgressBar, QWidget
from pytestqt.qtbot import QtBot

from app.domain.errors import KnownError
from app.domain.events import NightProgress, Phase
from app.domain.ledger import Conversation, Outcome, utc_now
from app.services import Reverie
from app.settings import Language, Settings, load_settings
from app.ui import app as application
from app.ui import language
from app.ui.conversationmenu import ConversationActions, conversation_menu, folder_menu
from app.ui.globalkey import GlobalKey
from app.ui.nightmodel import NightState
from app.ui.notice import Banner
from app.ui.presence import Presence
from app.ui.runner import problem_of
from app.ui.settingslines import DesktopLines
from app.ui.startpage import StartPage
from app.ui.tray import Doing, Tray
from app.ui.window import Window
from app.ui.workspace import Workspace
from tests.gui.test_nights import night

ROOT = Path(__file__).parents[2]
CATALOGUE = ROOT / "resources" / "translations" / "reverie_de.ts"
SAID = ("text", "title", "windowTitle", "toolTip", "placeholderText")
HEARD = ("accessibleName", "accessibleDescription")
CALLS = ("tr", "mark", "phrase")


@pytest.fixture
def room(german: None, workspace: Workspace) -> Workspace:
    """A workspace that was made in German."""
    return workspace


# what is English


def sentences() -> Iterator[tuple[str, str, list[str]]]:
    """Source, comment and translations."""
    for message in ElementTree.parse(CATALOGUE).iter("message"):  # noqa: S314
        told = message.find("translation")
        assert told is not None
        forms = [form.text or "" for form in told.findall("numerusform")] or [told.text or ""]
        yield message.findtext("source") or "", message.findtext("comment") or "", forms


def pattern(template: str) -> str:
    """What a sentence looks like whose facts are put in."""
    whole = re.escape(template.replace("(s)", "")).replace("%n", r"\d+")
    return re.sub(r"\\\{\w+[^}]*\\\}", "(?s:.+)", whole)


def is_mostly_facts(template: str) -> bool:
    """`{some} and {last}` is found in any English sentence that is quoted."""
    own = re.sub(r"{\w+}", "", template)
    return own != template and len(own.split()) < 2


def english() -> list[tuple[re.Pattern[str], re.Pattern[str]]]:
    """Each source whose German is another, beside that German."""
    return [
        (re.compile(pattern(source)), re.compile("|".join(map(pattern, forms))))
        for source, _, forms in sentences()
        if source not in forms and not is_mostly_facts(source)
    ]


def shown(root: QWidget) -> Iterator[str]:
    """All that a person may read or hear of a widget and what is in it."""
    inside = [root, *root.findChildren(QWidget), *root.findChildren(QAction), *root.actions()]
    for one in inside:
        for name in (*SAID, *HEARD):
            said = getattr(one, name, None)
            if callable(said) and not (name == "text" and isinstance(one, QProgressBar)):
                yield str(said())
        if isinstance(one, QComboBox):
            yield from (one.itemText(at) for at in range(one.count()))
        model = getattr(one, "model", None)
        if callable(model) and model() is not None and not isinstance(one, QComboBox):
            for at in range(model().rowCount()):
                for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                    yield str(model().index(at, 0).data(role) or "")


def left_in_english(*roots: QWidget) -> list[str]:
    known = english()
    return sorted(
        {
            text
            for root in roots
            for text in shown(root)
            for source, told in known
            if source.fullmatch(text) and not told.fullmatch(text)
        }
    )


# the catalogue


def test_what_is_said_is_what_is_gathered() -> None:
    """Qt's tool passes over a call inside of an f-string, and says nothing."""
    gathered = {source for source, _, _ in sentences()}
    missed = [
        f"{file.relative_to(ROOT)}:{call.lineno}"
        for folder in ("app", "adapters")
        for file in (ROOT / folder).rglob("*.py")
        if ROOT / "app" / "cli" not in file.parents
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name)
        if call.func.id in CALLS and call.args
        if isinstance(call.args[0], ast.JoinedStr)
        or (isinstance(call.args[0], ast.Constant) and call.args[0].value not in gathered)
    ]
    assert missed == []


def test_the_german_tells_the_same_facts() -> None:
    def facts(template: str) -> set[str]:
        return {name for _, name, _, _ in Formatter().parse(template) if name}

    odd = [s for s, _, forms in sentences() if any(facts(form) != facts(s) for form in forms)]
    assert odd == []


# the window


def test_sidebar_and_its_menus(qtbot: QtBot, room: Workspace) -> None:
    now = utc_now()
    listed = [
        Conversation("a", "Ann", now, now, pinned=True),
        Conversation("b", "Bea", now, now, folder="Arbeit"),
        Conversation("c", "Cora", now - timedelta(days=1), now - timedelta(days=1)),
    ]
    sidebar = room.sidebar
    sidebar.show_conversations(listed, "a", {"Arbeit"})
    sidebar.progress.show_step(1, 3)
    menus = [
        conversation_menu(sidebar, some, ["Arbeit"], ConversationActions(), lambda: None)
        for some in (listed, listed[:1])
    ]
    assert left_in_english(sidebar, *menus, folder_menu(sidebar, list, list)) == []
    model = sidebar.list.model()
    heard = [str(model.index(at, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for at in (0, 2)]
    assert heard == ["Angeheftet, Überschrift", "Arbeit, Ordner, 1 Unterhaltung, geschlossen"]
    assert [action.text() for action in menus[0].actions()][-1] == "3 Unterhaltungen löschen"


def test_the_palette_finds_commands_by_their_german_names(qtbot: QtBot, room: Workspace) -> None:
    palette = room.command_palette
    room.toggle_palette()
    assert left_in_english(palette) == []
    palette.field.setText("einstell")
    found = palette.list.chosen()
    assert found is not None
    assert (found.key, found.title) == ("settings", "Einstellungen")
    palette.field.setText("qqqq")
    assert palette.field.accessibleDescription() == "Nichts passt"
    palette.close_palette()
    titles = {action.text() for action in (*room.actions(), *room.chat_page.actions())}
    assert {"Alle Unterhaltungen durchsuchen", "Nächste Fundstelle"} <= titles
    assert room.commands.all["write-again"].title == "Letzte Antwort neu schreiben"


def test_settings_and_shortcuts(
    qtbot: QtBot,
    room: Workspace,
    services: Reverie,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    window, before = Window(), services.settings
    qtbot.addWidget(window)
    presence = Presence(services, room._runner, window, room)
    dialog, shortcuts = room.show_settings(), room.show_shortcuts()
    lines = dialog.findChild(DesktopLines)
    assert left_in_english(dialog, shortcuts, presence.tray.menu) == []
    shortcuts.search.setText("tastenkürzel")
    assert not shortcuts.rows["shortcuts"].isHidden()
    assert shortcuts.rows["settings"].isHidden()
    key = presence.key
    key.use("Shift+A")
    assert isinstance(key, GlobalKey)
    assert "keine Kombination" in lines.key_said.text()
    key.use(None)
    dialog.language.activated.emit(list(language.LANGUAGES).index("en") + 1)
    qtbot.waitUntil(lambda: load_settings(services.profile).language is Language.EN)
    assert dialog.language_said.text() == "Gilt ab dem nächsten Start von Reverie."
    for opened in (dialog, shortcuts):
        opened.reject()
    presence.close()
    presence.delete()
    services.change_settings(**before.model_dump())


def test_nights_and_their_report(qtbot: QtBot, room: Workspace) -> None:
    nights = [night(), night(id="n2", outcome=Outcome.KEPT)]
    room.nights._show(NightState(ready=True, nights=nights))
    room.show_report("n1")
    assert left_in_english(room.nights_page, room.report) == []
    shown_numbers = list(shown(room.report))
    assert "4 %" in shown_numbers
    assert "0,041" in shown_numbers
    assert "Ausgelassen: zu lang" in shown_numbers
    room.nights._set_running(True)
    room.nights._progress(NightProgress(Phase.TRAIN, 3, 10, 60.0, paused=True))
    assert room.chat_page.header.night.text().startswith("Lernt, ")
    assert left_in_english(room.nights_page) == []
    room.nights._set_running(False)


def test_setup_and_its_bounds(qtbot: QtBot, room: Workspace) -> None:
    panel = room.chat_page.setup
    panel.toggle()
    panel.numbers["top_p"].show_number(0.5)
    assert panel.numbers["top_p"].line.text() == "0,5"
    assert panel.numbers["top_p"].error.text() == "Eine Zahl von 0,05 bis 1"
    assert left_in_english(panel) == []
    panel.close_panel()


def test_what_comes_before_the_profile_is_open(qtbot: QtBot, german: None, look: object) -> None:
    start, tray, banner = StartPage(), Tray(), Banner()
    for made in (start, banner):
        qtbot.addWidget(made)
    banner.show_problem(problem_of(ValueError("x")), lambda: None)
    for new in (True, False):
        start.ask_passphrase(new=new)
        assert left_in_english(start, banner) == []
    tray.show_doing(Doing.IDLE)
    assert left_in_english(tray.menu) == []
    tray.close()


# the choice


def test_the_language_is_read_before_there_is_a_window(profile: Path) -> None:
    assert application._chosen(profile).language is Language.SYSTEM
    profile.mkdir()
    (profile / "settings.json").write_text('{"language": "de"}')
    assert application._chosen(profile).language is Language.DE


def test_a_language_that_does_not_exist_is_told_as_any_damage(profile: Path) -> None:
    profile.mkdir()
    (profile / "settings.json").write_text('{"language": "tlh"}')
    with pytest.raises(KnownError, match="settings cannot be read"):
        load_settings(profile)
    assert application._chosen(profile) == Settings()


def test_each_language_of_the_settings_is_one_that_the_window_speaks() -> None:
    assert {one.value for one in Language} == {"system", *language.LANGUAGES}
