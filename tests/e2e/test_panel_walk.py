"""A first look at what Reverie knows: told, noticed, typed, corrected, forgotten, wiped; with keys
alone, on a real X server. Pictures of it are kept in `build/pictures/panel`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.person import LAST, Person
from tests.support.xserver import x_server

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X11 is of Linux")

PICTURES = Path(__file__).parents[2] / "build" / "pictures" / "panel"
PAGES = "desktop.window.workspace.pages"
MEMORIES = f"{PAGES}.memories_page"
CORRECTIONS = f"{PAGES}.corrections_page"
PRIVACY = f"{PAGES}.privacy"
KNOWN = "sorted(m.text for m in desktop.services.memories.all() if m.state == 'active')"
TAUGHT = "len(desktop.services.signals.all())"


@pytest.fixture
def person(starter: Path, profile: Path, passphrase_file: Path) -> Iterator[Person]:
    profile.mkdir(mode=0o700)
    settings = {"max_tokens": 24, "temperature": 0.0}
    (profile / "settings.json").write_text(json.dumps(settings))
    for old in PICTURES.glob("*.png"):
        old.unlink()
    PICTURES.mkdir(parents=True, exist_ok=True)
    with x_server() as display:
        one = Person(display, profile, passphrase_file, PICTURES)
        one.start()
        yield one
        one.end()


def test_what_is_known_is_read_corrected_forgotten_and_wiped(person: Person, profile: Path) -> None:
    _told_in_a_chat(person)
    _noticed_and_approved(person)
    _typed_rewritten_and_forgotten(person)
    _what_was_taught(person)
    _nights_and_privacy(person)
    _memories_are_wiped(person)
    _everything_is_wiped(person, profile)


def _told_in_a_chat(person: Person) -> None:
    person.ask("Remember that my sister is called Ann.")
    person.wait_for(f"len({KNOWN}) == 1 and 'sister is called Ann' in {KNOWN}[0]")
    person.look("told")


def _noticed_and_approved(person: Person) -> None:
    person.press("ctrl+n")
    person.ask("I'm allergic to nuts. Name a cake for me.")
    person.wait_for("any(m.state == 'proposed' for m in desktop.services.memories.all())")
    person.look("noticed")
    person.press("ctrl+shift+m")
    person.wait_for(f"{MEMORIES}.isVisible() and {MEMORIES}.view.hasFocus()")
    person.wait_for(f"{MEMORIES}.model.complete and len({MEMORIES}.model.rows) >= 2")
    person.look("memories")
    _press_the_button(person, "Keep")
    person.wait_for(f"len({KNOWN}) == 2")


def _typed_rewritten_and_forgotten(person: Person) -> None:
    person.wait_for(f"{MEMORIES}.new.setFocus() is None")
    person.write("I like short answers")
    person.press("Return")
    person.wait_for(f"'I like short answers' in {KNOWN}")
    person.press("ctrl+f")
    person.write("short")
    person.wait_for(f"len({MEMORIES}.model.rows) == 1")
    person.press("Down")
    person.wait_for(f"{MEMORIES}.view.hasFocus()")
    person.look("found")
    person.press("Delete")
    person.wait_for(f"'I like short answers' not in {KNOWN}")
    person.look("forgotten")
    assert person.see("len(desktop.services.receipts.all())") == 1


def _what_was_taught(person: Person) -> None:
    person.press("ctrl+n")
    person.ask("Write a line to Sam.")
    person.press("ctrl+e")
    person.wait_for(f"{LAST}.editor is not None and {LAST}.editor.field.hasFocus()")
    person.press("ctrl+a")
    person.write("Sam, noon at the boat. - K")
    person.press("ctrl+Return")
    person.wait_for(f"{TAUGHT} == 1")
    person.press("ctrl+shift+e")
    person.wait_for(f"{CORRECTIONS}.isVisible() and len({CORRECTIONS}.model.rows) > 0")
    person.wait_for(f"{CORRECTIONS}.view.hasFocus()")
    person.press("Home", "Return")
    person.wait_for(f"{CORRECTIONS}.view.opened is not None")
    person.look("correction")
    person.press("Escape")


def _nights_and_privacy(person: Person) -> None:
    person.press("ctrl+shift+h")
    person.wait_for("desktop.window.workspace.nights_page.isVisible()")
    person.look("nights")
    person.press("ctrl+shift+p")
    person.wait_for(f"{PRIVACY}.isVisible() and {PRIVACY}.receipts.count() == 1")
    person.look("privacy")


def _memories_are_wiped(person: Person) -> None:
    _choose(person, 0)
    person.look("wiping-memories")
    person.write("wipe")
    person.press("Return")
    person.wait_for("desktop.services.memories.all() == []")
    person.look("wiped-memories")
    assert person.see(TAUGHT) == 1, "what was taught stays"


def _everything_is_wiped(person: Person, profile: Path) -> None:
    _choose(person, 3)
    person.look("wiping-everything")
    person.write("wipe")
    person.press("Return")
    person.wait_for("desktop.window.workspace is None or not desktop.window.workspace.isVisible()")
    person.look("it-is-gone")
    assert not (profile / "store.db").exists()
    assert not (profile / "key.json").exists()


def _choose(person: Person, scope: int) -> None:
    choice = f"list({PRIVACY}.wipe.choices.values())[{scope}]"
    person.wait_for(f"{choice}.setFocus() is None")
    person.press("space")
    person.wait_for(f"{choice}.isChecked() and {PRIVACY}.wipe.items.count() > 0")
    person.wait_for(f"{PRIVACY}.wipe.word.setFocus() is None")


def _press_the_button(person: Person, name: str) -> None:
    buttons = f"[b for b in {MEMORIES}.findChildren(QObject) if hasattr(b, 'click')]"
    found = f"[b for b in {buttons} if b.text() == {name!r} and b.isVisible()][0]"
    person.wait_for(f"{found}.setFocus() is None")
    person.press("space")
