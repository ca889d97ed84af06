"""The whole program on a real X11 desktop: real keys, a real window manager, a real tray.

Xvfb, openbox, xdotool and trayer are in packaging/system-packages.txt; without them this fails.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import xcffib
import xcffib.xproto as x

from app.ui.globalkey import x11
from app.ui.globalkey.combination import KeyTaken, parse
from tests.support.xserver import Display, Program, until, x_server

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X11 is of Linux")

PROMPT = "Reverie quick prompt"
KEY, PRESS = "Ctrl+Alt+Space", "ctrl+alt+space"
TRIGGER = "__import__('PySide6.QtWidgets').QtWidgets.QSystemTrayIcon.ActivationReason.Trigger"

Start = Callable[..., Program]


@pytest.fixture
def display() -> Iterator[Display]:
    with x_server() as made:
        yield made


@pytest.fixture
def start(display: Display, starter: Path, profile: Path, passphrase_file: Path) -> Iterator[Start]:
    made: list[Program] = []

    def start_one(word: str = "raise", **settings: object) -> Program:
        profile.mkdir(mode=0o700, exist_ok=True)
        (profile / "settings.json").write_text(json.dumps({"max_tokens": 16, **settings}))
        program = Program(display, profile, passphrase_file, word)
        made.append(program)
        program.arrive()
        return program

    yield start_one
    for program in made:
        if program.process.poll() is None:
            program.quit()


def shown(display: Display) -> bool:
    return bool(display.windows(PROMPT))


def in_focus(program: Program) -> bool:
    return bool(program.ask("desktop.presence.prompt.field.hasFocus()"))


def is_free(display: Display) -> bool:
    """Whether another program could take the key now. It is taken for a moment to find out."""
    connection = xcffib.connect(display.name)
    try:
        grabs = x11._grabs(connection, parse(KEY))
        root = x11._root(connection)
        mode = x.GrabMode.Async
        return all(
            x11._granted(connection.core.GrabKeyChecked(False, root, mask, code, mode, mode))
            for code, mask in grabs
        )
    finally:
        connection.disconnect()


class Layout:
    """The keyboard of a display, given key by key."""

    def __init__(self, display: Display) -> None:
        self._connection = xcffib.connect(display.name)
        mapping = self._connection.core.GetKeyboardMapping(self.code("y"), 1).reply()
        self._width = mapping.keysyms_per_keycode

    def code(self, letter: str) -> int:
        return next(x11._keycodes(self._connection, ord(letter)))

    def give(self, code: int, letter: str) -> None:
        keysyms = [ord(letter), ord(letter.upper())] + [0] * (self._width - 2)
        self._connection.core.ChangeKeyboardMapping(1, code, self._width, keysyms)
        self._connection.core.GetInputFocus().reply()  # it is done


GRABBED = "sorted({code for code, _ in desktop.presence.key._backend._grabs})"


def test_the_key_shows_the_prompt_with_the_focus_and_hides_it_with_the_draft(
    display: Display, start: Start
) -> None:
    program = start(quick_key=KEY)
    display.key(PRESS)
    until(lambda: shown(display) and in_focus(program))
    display.tool("type", "half a thought")
    until(lambda: program.ask("desktop.presence.prompt.field.text()") == "half a thought")
    display.key("Escape")
    until(lambda: not shown(display))
    display.key(PRESS)
    until(lambda: shown(display) and in_focus(program))
    assert program.ask("desktop.presence.prompt.field.text()") == "half a thought"
    display.key(PRESS)
    until(lambda: not shown(display))


def test_the_key_works_whatever_lock_is_on(display: Display, start: Start) -> None:
    program = start(quick_key=KEY)
    for lock in ("Caps_Lock", "Num_Lock"):
        display.key(lock)
        display.key(PRESS)
        until(lambda: shown(display) and in_focus(program))
        display.key("Escape")
        until(lambda: not shown(display))


def test_a_key_that_is_kept_down_is_one_press(display: Display, start: Start) -> None:
    """It repeats, and would show and hide the prompt as long as it is down."""
    program = start(quick_key=KEY)
    program.ask("setattr(desktop, 'pressed', [])")
    program.ask("desktop.presence.key.pressed.connect(lambda: desktop.pressed.append(1)) and None")
    display.tool("keydown", "ctrl", "keydown", "alt", "keydown", "space", "sleep", "1.2")
    display.tool("keyup", "space", "keyup", "alt", "keyup", "ctrl")
    until(lambda: shown(display))
    assert program.ask("desktop.pressed") == [1]


def test_the_key_is_taken_only_while_it_is_wanted(display: Display, start: Start) -> None:
    program = start()
    assert is_free(display)
    for wanted in (KEY, None, KEY):
        program.ask(f"desktop.window.workspace.settings.change(quick_key={wanted!r})")
        until(lambda: program.ask("str(desktop.presence.key.state.held)") == str(wanted))  # noqa: B023
        assert is_free(display) is (wanted is None)
    assert program.quit() == 0
    assert is_free(display)


def test_a_key_of_another_program_is_not_said_to_be_held(display: Display, start: Start) -> None:
    other = xcffib.connect(display.name)
    holder = x11.X11Key()
    holder._grab(other, parse(KEY))
    program = start(quick_key=KEY)
    assert program.ask("desktop.presence.key.state.held") is None
    assert program.ask("desktop.window.workspace.banner.problem.title") == "That key is taken"
    other.disconnect()
    program.ask("desktop.presence.key.use('Ctrl+Alt+Space')")
    assert program.ask("desktop.presence.key.state.problem") is None
    assert not is_free(display)
    with pytest.raises(KeyTaken):
        x11.X11Key()._grab(xcffib.connect(display.name), parse(KEY))


def test_a_key_survives_another_keyboard_layout(display: Display, start: Start) -> None:
    """It comes key by key: here the letter is on no key at all before it is on another one."""
    program = start(quick_key="Ctrl+Alt+Y")
    program.ask("setattr(desktop, 'told', [])")
    program.ask("desktop.presence.key.changed.connect(lambda: desktop.told.append(1)) and None")
    program.ask("desktop.presence.key._backend._settling.setInterval(3_600_000)")
    layout = Layout(display)
    y, z = layout.code("y"), layout.code("z")
    layout.give(y, "z")
    until(lambda: program.ask("desktop.presence.key._backend._settling.isActive()"))
    assert program.ask(GRABBED) == [y]
    layout.give(z, "y")
    program.ask("desktop.presence.key._backend._settling.setInterval(0)")
    until(lambda: program.ask(GRABBED) == [z])
    display.key("ctrl+alt+y")
    until(lambda: shown(display))
    assert program.ask("desktop.told") == []
    assert program.ask("str(desktop.presence.key.state.held)") == "Ctrl+Alt+Y"


def test_a_key_that_a_layout_lacks_comes_back_with_the_next(display: Display, start: Start) -> None:
    program = start(quick_key="Ctrl+Alt+Y")
    layout = Layout(display)
    y = layout.code("y")
    layout.give(y, "z")
    until(lambda: program.ask("desktop.presence.key.state.held") is None)
    assert program.ask("desktop.presence.key.state.problem.title") == "No key can be taken here"
    assert program.ask("desktop.window.workspace.banner.isVisibleTo(desktop.window)")
    assert program.ask(GRABBED) == []
    layout.give(y, "y")
    until(lambda: program.ask("desktop.presence.key.state.held") == "Ctrl+Alt+Y")
    assert program.ask("desktop.presence.key.state.problem") is None
    assert not program.ask("desktop.window.workspace.banner.isVisibleTo(desktop.window)")
    display.key("ctrl+alt+y")
    until(lambda: shown(display))


def test_the_selection_of_another_window_is_taken_along(display: Display, start: Start) -> None:
    program = start(quick_key=KEY)
    other = display.start(sys.executable, "-c", SELECTING, stdout=subprocess.PIPE, text=True)
    assert other.stdout is not None
    assert other.stdout.readline() == "selected\n"
    display.key(PRESS)
    until(lambda: shown(display) and in_focus(program))
    display.key("ctrl+i")
    until(lambda: program.ask("desktop.presence.prompt.chip.text") == "three crates")
    assert "selection" in program.ask("desktop.presence.prompt.chip.accessibleName()")


SELECTING = """
from PySide6.QtWidgets import QApplication, QLineEdit
app = QApplication([])
field = QLineEdit("three crates")
field.show()
field.selectAll()
clipboard = app.clipboard()
clipboard.setText("three crates", clipboard.Mode.Selection)
print("selected", flush=True)
app.exec()
"""


def test_a_second_start_with_prompt_opens_it_in_the_first(
    display: Display, start: Start, profile: Path
) -> None:
    program = start()
    assert not shown(display)
    command = [sys.executable, "-m", "app", "--prompt", "--profile", str(profile)]
    assert subprocess.run(command, env=display.environment(), check=False).returncode == 0
    until(lambda: shown(display) and in_focus(program))


def test_starting_with_prompt_shows_the_prompt_alone(display: Display, start: Start) -> None:
    program = start("prompt")
    until(lambda: shown(display) and in_focus(program))
    assert display.windows("Reverie") == []
    display.tool("type", "Hello")
    display.key("ctrl+Return")
    until(lambda: len(display.windows("Reverie")) == 1)
    assert program.ask("desktop.window.workspace.chat_page.composer.text()") == "Hello"
    assert program.quit() == 0


def test_starting_in_the_background_shows_nothing(display: Display, start: Start) -> None:
    program = start("nothing")
    assert display.windows("Reverie") == []
    assert not shown(display)
    assert program.quit() == 0


def test_closing_goes_to_a_tray_that_is_there_and_quit_quits(
    starter: Path, profile: Path, passphrase_file: Path
) -> None:
    profile.mkdir(mode=0o700)
    (profile / "settings.json").write_text(json.dumps({"close_to_tray": True}))
    with x_server(tray=True) as display:
        program = Program(display, profile, passphrase_file)
        program.arrive()
        until(lambda: program.ask("desktop.presence.tray.present"))
        program.ask("desktop.window.close()")
        until(lambda: display.windows("Reverie") == [])
        program.ask(f"desktop.presence.tray.icon.activated.emit({TRIGGER})")
        until(lambda: len(display.windows("Reverie")) == 1)
        program.ask(f"desktop.presence.tray.icon.activated.emit({TRIGGER})")
        until(lambda: display.windows("Reverie") == [])
        program.ask("desktop.presence.tray.quitted.emit()")
        assert program.process.wait(60) == 0


def test_closing_without_a_tray_ends_the_program(display: Display, start: Start) -> None:
    program = start(close_to_tray=True)
    program.ask("desktop.window.close()")
    assert program.process.wait(60) == 0


def test_a_tray_that_comes_late_is_used(display: Display, start: Start) -> None:
    program = start()
    assert not program.ask("desktop.presence.tray.present")
    display.start("trayer", "--expand", "false", stderr=subprocess.DEVNULL)
    until(lambda: program.ask("desktop.presence.tray.present"))


def test_the_program_speaks_the_language_that_was_chosen(start: Start) -> None:
    program = start(language="de")
    assert program.ask("desktop.window.workspace.sidebar.settings.text()") == "Einstellungen"
    assert program.ask("desktop.presence.tray.pauses.title()") == "Lernen anhalten"
