"""Does a long chat answer as promptly as a fresh one? Through the window's own path.

    python -m benchmarks.firsttoken [--turns 20] [--rounds 3] [--json]

One conversation is led through the window, offscreen, with the starter model, a real store and a
real engine process. From turn `--turns` on, the time from pressing Send to the first text on the
screen is taken for a few turns, then for as many fresh conversations that ask the same. All that a
turn should have to read is what is new: the beginning is in the engine's cache. Medians of the
rounds, and their ratio, which should not be above 1.2.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from app.domain.ledger import Arm
from app.services import Reverie
from app.ui.runner import Runner
from app.ui.theme import Theme
from app.ui.workspace import Workspace

AIM = 1.2
REPLY_TOKENS = 24
TAKEN = 6  # turns, and fresh conversations, in each round
PATIENCE_S = 300
QUESTION = "Question {}: name one more thing to see by the sea."


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


def _measured(services: Reverie, turns: int, rounds: int) -> dict[str, float]:
    runner = Runner()
    window = Workspace(services, runner)
    window.resize(1000, 700)
    window.show()
    _until(lambda: window.chat_page.header.model.text().startswith("SmolLM2"))
    late: list[float] = []
    fresh: list[float] = []
    for _ in range(rounds):
        window.new_conversation()
        for turn in range(1, turns + TAKEN):
            taken = _asked(window, QUESTION.format(turn))
            late += taken if turn >= turns else []
        for number in range(TAKEN):
            window.new_conversation()
            fresh += _asked(window, QUESTION.format(number))
    runner.close()
    return {
        "late_s": median(late),
        "fresh_s": median(fresh),
        "ratio": median(late) / median(fresh),
        "aim": AIM,
    }


def _asked(window: Workspace, text: str) -> list[float]:
    """Seconds from pressing Send to the first text; none where the model had nothing to say."""
    first: list[float] = []

    def grew() -> None:
        if not first and window.chat.live is not None and window.chat.live.text:
            first.append(time.perf_counter())

    window.chat.grew.connect(grew)
    window.chat_page.composer.set_text(text)
    began = time.perf_counter()
    window.chat_page.composer.button.click()
    _until(lambda: window.chat.live is None)
    window.chat.grew.disconnect(grew)
    return [moment - began for moment in first]


def _table(found: dict[str, float], turns: int) -> str:
    met = "met" if found["ratio"] <= AIM else "MISSED"
    return "\n".join(
        (
            "| first token | seconds |",
            "| --- | ---: |",
            f"| from turn {turns} on | {found['late_s']:.3f} |",
            f"| fresh conversation | {found['fresh_s']:.3f} |",
            f"| ratio (aim: at most {AIM}) | {found['ratio']:.2f}, {met} |",
        )
    )


def _until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE_S
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError(f"waited {PATIENCE_S} s in vain")
        loop = QEventLoop()
        QTimer.singleShot(2, loop.quit)
        loop.exec()


if __name__ == "__main__":
    main()
