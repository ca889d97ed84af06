"""Does a long chat answer as promptly as a fresh one? Through the window's own path.

    python -m benchmarks.firsttoken [--turns 20] [--rounds 3] [--json]

Conversations are led through the window, offscreen, with the starter model, a real store and a real
engine process. From turn `--turns` on, the time from Enter to the first text on the screen is taken
for a few turns, then for as many fresh conversations that ask the same. All that a turn should have
to read is what is new: the beginning is in the engine's cache. Medians of the rounds, and their
ratio, which should not be above 1.2.

Twice: with every key pressed, one each `KEY_MS`, while the engine reads ahead; and with the whole
question put into the field and sent in the same moment, when nothing of it can be read ahead.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.ledger import Arm
from app.services import Reverie
from app.ui.runner import Runner
from app.ui.theme import Theme
from app.ui.workspace import Workspace

AIM = 1.2
REPLY_TOKENS = 24
TAKEN = 6  # turns, and fresh conversations, in each round and way
PATIENCE_S = 300
KEY_MS = 120  # a hundred words a minute
READING_S = 1.0  # how long a person looks at a reply before the next question
# No two begin alike: a fresh conversation would find the other's beginning in the cache.
FIRST = [
    "Please",
    "Now",
    "Kindly",
    "Just",
    "Also",
    "Again",
    "Next",
    "Then",
    "Today",
    "Still",
    "Maybe",
    "Quickly",
]
QUESTION = "{} name one more thing to see by the sea, number {}."
WAYS = {"typed": True, "sent at once": False}


def main() -> None:
    parser = argparse.ArgumentParser(description="First token late in a chat and in a fresh one.")
    parser.add_argument("--turns", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", action="store_true", help="one JSON object instead of the table")
    arguments = parser.parse_args()
    app = QApplication([])
    Theme(app, "light")
    with tempfile.TemporaryDirectory(prefix="reverie-bench-") as folder:
        profile = Path(folder) / "profile"
        with Reverie.open(profile, lambda: "benchmark", insist=True) as services:
            services.change_settings(max_tokens=REPLY_TOKENS, temperature=0.0, arm=Arm.BASE)
            services.models.start()
            found = _measured(services, arguments.turns, arguments.rounds)
    print(json.dumps(found) if arguments.json else _table(found, arguments.turns))


def _measured(services: Reverie, turns: int, rounds: int) -> dict[str, Any]:
    runner = Runner()
    window = Workspace(services, runner)
    window.resize(1000, 700)
    window.show()
    _until(lambda: window.chat_page.header.model.text().startswith("SmolLM2"))
    taken: dict[str, dict[str, list[float]]] = {way: {"late": [], "fresh": []} for way in WAYS}
    for _ in range(rounds):
        for way, typed in WAYS.items():
            window.new_conversation()
            for turn in range(1, turns):
                _asked(window, _question(turn), typed=False, read=False)
            for turn in range(turns, turns + TAKEN):
                taken[way]["late"] += _asked(window, _question(turn), typed)
            for turn in range(turns, turns + TAKEN):
                window.new_conversation()
                taken[way]["fresh"] += _asked(window, _question(turn), typed)
    runner.close()
    return {"aim": AIM, **{way: _compared(**seconds) for way, seconds in taken.items()}}


def _question(turn: int) -> str:
    return QUESTION.format(FIRST[turn % len(FIRST)], turn)


def _compared(late: Sequence[float], fresh: Sequence[float]) -> dict[str, float]:
    return {
        "late_s": median(late),
        "fresh_s": median(fresh),
        "ratio": median(late) / median(fresh),
    }


def _asked(window: Workspace, text: str, typed: bool, read: bool = True) -> list[float]:
    """Seconds from Enter to the first text; `read`: after the reply before it was looked at."""
    first: list[float] = []
    composer = window.chat_page.composer

    def grew() -> None:
        if not first and window.chat.live is not None and window.chat.live.text:
            first.append(time.perf_counter())

    if read:
        _wait(READING_S)
    if typed:
        for key in text:
            QTest.keyClicks(composer.field, key)
            _wait(KEY_MS / 1000)
    else:
        composer.set_text(text)
    window.chat.grew.connect(grew)
    began = time.perf_counter()
    QTest.keyClick(composer.field, Qt.Key.Key_Return)
    _until(lambda: bool(first))
    _until(lambda: window.chat.live is None)
    window.chat.grew.disconnect(grew)
    return [moment - began for moment in first]


def _table(found: dict[str, Any], turns: int) -> str:
    lines = [
        f"| seconds to the first token | from turn {turns} on | fresh conversation "
        f"| ratio (aim: at most {AIM}) |",
        "| --- | ---: | ---: | ---: |",
    ]
    for way in WAYS:
        seen = found[way]
        met = "met" if seen["ratio"] <= AIM else "MISSED"
        lines.append(
            f"| {way} | {seen['late_s']:.3f} | {seen['fresh_s']:.3f} | {seen['ratio']:.2f}, {met} |"
        )
    return "\n".join(lines)


def _wait(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def _until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE_S
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError(f"waited {PATIENCE_S} s in vain")
        _wait(0.002)


if __name__ == "__main__":
    main()
