"""An afternoon with the window, on a real X server: real keys, a real engine, a real store.

What a person would see is kept as pictures in `build/pictures`, to be looked at.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.person import LAST, PAGE, Person
from tests.support.xserver import x_server

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X11 is of Linux")

PICTURES = Path(__file__).parents[2] / "build" / "pictures"
KEY, PRESS = "Ctrl+Alt+Space", "ctrl+alt+space"
DIALOG = "QApplication.activeModalWidget()"
STORE = "desktop.services.conversations"
CORRECTED = "Dear Sam, the boat leaves at noon. Bring bread."


@pytest.fixture
def person(starter: Path, profile: Path, passphrase_file: Path) -> Iterator[Person]:
    profile.mkdir(mode=0o700)
    settings = {"max_tokens": 24, "temperature": 0.0, "quick_key": KEY}
    (profile / "settings.json").write_text(json.dumps(settings))
    for old in PICTURES.glob("*.png"):
        old.unlink()
    with x_server() as display:
        one = Person(display, profile, passphrase_file, PICTURES)
        one.start()
        yield one
        one.end()


def test_an_afternoon_with_keys_alone(person: Person) -> None:
    person.look("first-start")
    _a_reply_is_corrected(person)
    _versions_are_kept(person)
    _what_was_said_is_found(person)
    _a_temporary_chat_leaves_nothing(person)
    _other_pages(person)
    _the_quick_prompt_answers_in_place(person)
    _a_draft_outlives_the_program(person)


def _a_reply_is_corrected(person: Person) -> None:
    written = person.ask("Write to Sam about the lighthouse trip.")
    person.look("reply")
    person.press("ctrl+e")
    person.wait_for(f"{LAST}.editor is not None and {LAST}.editor.field.hasFocus()")
    person.press("ctrl+a")
    person.write(CORRECTED)
    person.wait_for(f"{LAST}.editor.draft().text == {CORRECTED!r}")
    person.look("correcting")
    person.press("ctrl+Return")
    person.wait_for(f"{LAST}.editor is None and {LAST}.message.text == {CORRECTED!r}")
    (signal,) = person.see("[[s.reply, s.edited] for s in desktop.services.signals.all()]")
    assert signal == [written, CORRECTED]
    person.look("corrected")


def _versions_are_kept(person: Person) -> None:
    person.press("ctrl+shift+r")
    person.wait_for(
        f"desktop.window.workspace.chat.live is None and {LAST} is not None "
        f"and {LAST}.tools.versions.told.text() == '2 of 2'"
    )
    person.look("written-again")


def _what_was_said_is_found(person: Person) -> None:
    person.press("ctrl+n")
    person.ask("Name three herbs.")
    person.press("ctrl+shift+f")
    person.write("lighthuose")  # a typing error
    person.wait_for("desktop.window.workspace.sidebar.found.isVisible()")
    person.look("search")
    person.press("Down", "Return")
    person.wait_for("'Sam' in desktop.window.workspace.chat.now.messages[0].text")
    person.press("ctrl+k")
    person.write("nig")
    person.wait_for("desktop.window.workspace.command_palette.isVisible()")
    person.look("palette")
    person.press("Escape")
    person.wait_for("not desktop.window.workspace.command_palette.isVisible()")


def _a_temporary_chat_leaves_nothing(person: Person) -> None:
    before = person.see(f"len({STORE}.all())")
    person.press("ctrl+shift+n")
    person.ask("Forget me.")
    person.look("temporary")
    person.press("ctrl+n")
    assert person.see(f"len({STORE}.all())") == before


def _other_pages(person: Person) -> None:
    person.press("ctrl+shift+h")
    person.wait_for("desktop.window.workspace.nights_page.isVisible()")
    person.look("nights")
    for keys, name in (("ctrl+comma", "settings"), ("ctrl+slash", "shortcuts")):
        person.press(keys)
        person.wait_for(f"{DIALOG} is not None and {DIALOG}.isActiveWindow()")
        person.look(name)
        person.press("Escape")
        person.wait_for(f"{DIALOG} is None")


def _the_quick_prompt_answers_in_place(person: Person) -> None:
    prompt = "desktop.presence.prompt"
    person.press(PRESS)
    person.wait_for(f"{prompt}.field.hasFocus()")
    person.write("A name for a boat?")
    person.press("Return")
    person.wait_for(f"{prompt}.answer.isVisible() and not {prompt}._model.running")
    person.look("quick-prompt")
    person.press("Escape")
    person.wait_for(f"not {prompt}.isVisible()")


def _a_draft_outlives_the_program(person: Person) -> None:
    person.press("ctrl+n", "ctrl+l")
    person.write("half a thought")
    person.wait_for(f"{PAGE}.composer.text() == 'half a thought'")
    person.quit()
    person.start()
    person.wait_for(f"{PAGE}.composer.text() == 'half a thought'")
    person.look("second-start")
