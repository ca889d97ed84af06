"""Somebody at the keyboard of a real X server, who looks at the window and keeps what was seen."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from tests.support.xserver import Display, Program, until

PAGE = "desktop.window.workspace.chat_page"
SETTLED_S = 0.4
LAST = f"{PAGE}.transcript.last_reply()"


class Person:
    """Sits at the keyboard and looks at the screen. `pictures` is the folder for what was seen."""

    def __init__(self, display: Display, profile: Path, passphrase: Path, pictures: Path) -> None:
        self.display = display
        self._pictures = pictures
        self._program: Program
        self._made = profile, passphrase
        self._taken = 0

    def start(self) -> None:
        self._program = Program(self.display, *self._made)
        self._program.arrive()
        self.wait_for("desktop.window.isActiveWindow()")
        self.wait_for(f"{PAGE}.header.model.text().startswith('SmolLM2')")

    def quit(self) -> None:
        self.press("ctrl+q")
        assert self._program.process.wait(60) == 0

    def end(self) -> None:
        if self._program.process.poll() is None:
            self._program.quit()

    def press(self, *keys: str) -> None:
        for key in keys:
            self.display.key(key)

    def write(self, text: str) -> None:
        self.display.type(text)

    def see(self, expression: str) -> Any:
        return self._program.ask(expression)

    def wait_for(self, expression: str) -> None:
        until(lambda: self.see(expression) is True)

    def look(self, name: str) -> None:
        """A picture, once what was on its way to the screen is there."""
        self._taken += 1
        time.sleep(SETTLED_S)
        self.display.picture(self._pictures / f"{self._taken:02}-{name}.png")

    def ask(self, text: str) -> str:
        """A question, from the first key to the last word of the reply; the reply."""
        self.press("ctrl+l")
        self.wait_for(f"{PAGE}.composer.field.hasFocus()")
        self.write(text)
        self.wait_for(f"{PAGE}.composer.text() == {text!r}")
        self.press("Return")
        self.wait_for(
            f"desktop.window.workspace.chat.live is None and {LAST} is not None "
            f"and {PAGE}.composer.text() == ''"
        )
        return self.see(f"{LAST}.message.text")
