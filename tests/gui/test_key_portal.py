"""The global key of a Wayland desktop, from a portal on a real session bus."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.domain.errors import KnownError
from app.ui.globalkey.combination import Ear, NoGlobalKeys, parse
from app.ui.globalkey.portal import PortalKey, trigger
from tests.support.portal import Portal, session_bus

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="D-Bus is of Linux")

KEY = parse("Ctrl+Alt+Space")


class Heard:
    def __init__(self) -> None:
        self.presses = 0
        self.granted: list[str] = []
        self.lost: list[KnownError] = []
        self.ear = Ear(self._press, self.lost.append, self.granted.append)

    def _press(self) -> None:
        self.presses += 1


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    with session_bus() as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address


@pytest.fixture
def portal(bus: str) -> Iterator[Callable[[str | None], Portal]]:
    made: list[Portal] = []

    def make(gives: str | None) -> Portal:
        made.append(Portal(bus, gives))
        return made[-1]

    yield make
    for one in made:
        one.end()


@pytest.fixture
def key() -> Iterator[PortalKey]:
    made = PortalKey()
    yield made
    made.release()


def test_the_desktop_is_asked_and_each_press_is_told(
    qtbot: QtBot, portal: Callable[[str | None], Portal], key: PortalKey
) -> None:
    desktop, heard = portal("Press Ctrl+Alt+Space"), Heard()
    assert key.hold(KEY, heard.ear) is False, "the person is asked first"
    qtbot.waitUntil(lambda: heard.granted == ["Press Ctrl+Alt+Space"])
    assert desktop.wanted["quick-prompt"]["preferred_trigger"] == "CTRL+ALT+space"
    desktop.press()
    desktop.press_another()
    desktop.press()
    qtbot.waitUntil(lambda: heard.presses == 2)
    key.release()
    assert desktop.closed.wait(10)
    assert heard.lost == []


def test_a_person_who_says_no_is_heard(
    qtbot: QtBot, portal: Callable[[str | None], Portal], key: PortalKey
) -> None:
    portal(None)
    heard = Heard()
    key.hold(KEY, heard.ear)
    qtbot.waitUntil(lambda: len(heard.lost) == 1)
    assert heard.lost[0].title == "The key was not given"
    assert "reverie --prompt" in heard.lost[0].remedy
    assert heard.granted == []


def test_a_key_that_the_desktop_takes_back_is_told(
    qtbot: QtBot, portal: Callable[[str | None], Portal], key: PortalKey
) -> None:
    desktop, heard = portal("Ctrl+Alt+Space"), Heard()
    key.hold(KEY, heard.ear)
    qtbot.waitUntil(lambda: bool(heard.granted))
    desktop.take_back()
    qtbot.waitUntil(lambda: len(heard.lost) == 1)


def test_a_desktop_without_a_portal_is_told(qtbot: QtBot, bus: str, key: PortalKey) -> None:
    heard = Heard()
    key.hold(KEY, heard.ear)
    qtbot.waitUntil(lambda: len(heard.lost) == 1)
    assert "reverie --prompt" in heard.lost[0].remedy


def test_without_a_bus_no_key_is_promised(monkeypatch: pytest.MonkeyPatch, key: PortalKey) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    with pytest.raises(NoGlobalKeys):
        key.hold(KEY, Heard().ear)


def test_keys_are_written_as_the_specification_says() -> None:
    assert trigger(parse("Ctrl+Shift+Meta+A")) == "CTRL+SHIFT+LOGO+a"
    assert trigger(parse("Alt+F12")) == "ALT+F12"
    assert trigger(parse("Ctrl+7")) == "CTRL+7"
