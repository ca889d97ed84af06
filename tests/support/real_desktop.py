"""The real application in a process of its own, told by lines on stdin what to say of itself.

    python -m tests.support.real_desktop PROFILE PASSPHRASE_FILE [WORD]

It is driven from outside, by real keys and windows of an X server; what cannot be seen from there
is asked: each line is an expression over `desktop`, answered by its JSON.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtWidgets import QApplication

from app.ui import app as application
from app.ui.desktop import Desktop
from app.ui.single import Word

_made: list[Desktop] = []


class Watched(Desktop):
    """Answers questions about itself."""

    def __init__(self, *given: object) -> None:
        super().__init__(*given)
        _made.append(self)
        self._questions = QSocketNotifier(0, QSocketNotifier.Type.Read, self)
        self._questions.activated.connect(self._answer)

    def _answer(self) -> None:
        line = sys.stdin.readline()
        if not line:
            self._questions.setEnabled(False)
            return
        known = {"desktop": self, "QApplication": QApplication, "QObject": QObject}
        known["clipboard"] = QApplication.clipboard()
        try:
            said = eval(line, known)  # noqa: S307  (a test asks its own program)
        except Exception as error:  # noqa: BLE001
            said = repr(error)
        sys.stdout.write(json.dumps(said) + "\n")
        sys.stdout.flush()


def main() -> int:
    application.Desktop = Watched  # type: ignore[misc]
    word = Word[sys.argv[3].upper()] if len(sys.argv) > 3 else Word.RAISE
    return application.run(Path(sys.argv[1]), Path(sys.argv[2]), word)


if __name__ == "__main__":
    sys.exit(main())
