"""Takes the pictures of the window for the docs; run it again whenever the window changes.

    python packaging/screenshots.py [--out docs/images] [--edits 48] [--profile DIR] [--no-night]

Everything in them is real: the starter model writes, a simulated user with a clear style (the one
of `reverie demo`) corrects, and one night learns from it. Only the nights before that one, which
the plots need, are records with made-up figures. Each state is taken in light and in dark. With
--profile the taught profile is kept; used again, only the night's pictures are taken.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
import uuid
from collections.abc import Callable
from datetime import timedelta
from importlib import resources
from pathlib import Path
from typing import TypeVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_SCALE_FACTOR", "1.5")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from app.domain.events import Phase, ReplyDone
from app.domain.ledger import Arm, MemoryKind, MemoryOrigin, MemoryState, Night, Outcome, utc_now
from app.domain.simulated import rewrite
from app.services import Reverie
from app.ui.desktop import Desktop
from app.ui.message import ReplyMessage
from app.ui.theme import Theme

T = TypeVar("T")
PASSPHRASE = "a passphrase for pictures only"  # noqa: S105
SIZE = (1120, 760)
REPLY_TOKENS = 96
NIGHT_S = 5400
FEW = 6  # corrections
QUESTIONS = (
    "Write a Python function that counts the words of a text, and explain it step by step.",
    "Tell me a long story about a lighthouse keeper.",
    "Explain in detail how bread is baked.",
)
SMALL_TALK = (
    "A name for a small bakery by the sea?",
    "Explain the tides in two sentences.",
    "Three ideas for a rainy Sunday",
)
LETTER = "Write an e-mail to Sam that moves our meeting to Friday."


def main() -> int:
    args = _arguments()
    app = QApplication(sys.argv[:1])
    theme = Theme(app, "light")
    with tempfile.TemporaryDirectory(prefix="reverie-pictures-") as scratch:
        profile = args.profile or Path(scratch) / "profile"
        desktop = Desktop(profile, lambda: PASSPHRASE)
        desktop.window.resize(*SIZE)
        desktop.open()
        try:
            _until(lambda: desktop.window.workspace is not None, 120)
            _take_all(Studio(desktop, theme, args.out), args)
        finally:
            desktop.ended.connect(app.quit)
            QTimer.singleShot(0, desktop.window.close)
            app.exec()
    return 0


def _take_all(studio: Studio, args: argparse.Namespace) -> None:
    if not studio.is_taught(args.edits):
        studio.chat()
        studio.ledger()
    if not args.no_night:
        studio.teach(args.edits)
        studio.night()
        studio.morning_after()


class Studio:
    """Drives the real window and takes its picture."""

    def __init__(self, desktop: Desktop, theme: Theme, out: Path) -> None:
        self._desktop = desktop
        self._window = desktop.window
        self._shown = _there(desktop.window.workspace)
        self._theme = theme
        self._out = out
        out.mkdir(parents=True, exist_ok=True)
        header = self._shown.chat_page.header
        _until(lambda: header.model.text().startswith("SmolLM2"), 120)

    def is_taught(self, edits: int) -> bool:
        """Its replies follow the corrections already: no profile to show a first one in."""
        return len(_there(self._desktop.services).conversations.all()) >= edits

    def chat(self) -> None:
        page = self._shown.chat_page
        for text in SMALL_TALK:
            self._ask(text)
        self._shown.new_conversation()
        self._take("empty")
        self._streaming()
        _there(self._desktop.services).change_settings(max_tokens=REPLY_TOKENS)
        self._ask(LETTER)
        reply = self._last_reply()
        reply.edit()
        editor = _there(reply.editor)
        editor.field.selectAll()
        editor.field.insertPlainText(rewrite(_there(reply.message).text))
        self._take("editing")
        editor.save.click()
        _until(lambda: reply.editor is None, 10)
        reply.notes.correction.toggle()
        page.composer.field.setFocus()
        self._take("diff")
        reply.notes.correction.toggle()
        self._ask("Write an e-mail to Ann that moves our lunch to Monday.")
        reply = self._last_reply()
        reply.tools.why.click()
        _until(lambda: reply.panel is not None, 10)
        self._take("why")
        self._search()

    def _search(self) -> None:
        shown = self._shown
        shown.sidebar.search.line.setText("meetng")  # a typing error is forgiven
        _pause(800)
        self._take("search")
        shown.sidebar.search.line.clear()
        shown.toggle_palette()
        shown.command_palette.field.setText("con")
        _pause(500)
        self._take("commands")
        shown.toggle_palette()

    def _streaming(self) -> None:
        """Some replies are over before both pictures are taken: then the next question."""
        page, chat = self._shown.chat_page, self._shown.chat
        for question in QUESTIONS:
            self._shown.new_conversation()
            page.composer.set_text(question)
            page.composer.button.click()
            _until(lambda: chat.live is None or len(chat.live.text) > 250, 120)
            self._take("streaming")
            streaming = chat.live is not None
            chat.stop()
            self._answered()
            if streaming:
                break

    def teach(self, edits: int) -> None:
        """The simulated user corrects replies until there are enough."""
        services = _there(self._desktop.services)
        done: list[object] = []
        self._desktop.runner.call(lambda: _teach(services, edits), done.append)
        _until(lambda: bool(done), NIGHT_S)
        self._shown.chat.listing.refresh()

    def ledger(self) -> None:
        """What is known and what was taught, with a few corrections to look at."""
        services, pages = _there(self._desktop.services), self._shown.pages
        self.teach(FEW)
        _remember(services)
        pages.show_memories()
        _until(lambda: pages.memories_page.model.complete, 30)
        self._take("memories")
        pages.show_corrections()
        page = pages.corrections_page
        _until(lambda: page.model.complete and bool(page.model.rows), 30)
        edited = next(one for one in page.model.entries[::-1] if one.signal.edited)
        page.view.open(edited.key)
        self._take("corrections")
        page.view.close_card()

    def night(self) -> None:
        """Runs it, unless this profile has had its night."""
        shown = self._shown
        had = next((n for n in shown.nights.state.nights if shown.nights.state.in_use(n)), None)
        if had is not None:
            shown.show_report(had.id)
            self._take("report")
            return
        shown.show_nights()
        _until(lambda: shown.nights.state.ready, 20)
        shown.nights_page.ready.button.click()
        nights = shown.nights
        learning = (Phase.TRAIN, Phase.EXPORT, Phase.MEASURE)
        _until(
            lambda: (
                not nights.running
                or bool(
                    nights.progress and nights.progress.phase in learning and nights.progress.step
                )
            ),
            NIGHT_S,
        )
        if nights.running:
            self._take("night")
        _until(lambda: not nights.running, NIGHT_S)
        _until(lambda: shown.pages.currentWidget() is shown.report, 30)
        self._take("report")

    def morning_after(self) -> None:
        """What the window says of nights: in the morning, over time, two compared; and privacy."""
        services, shown, pages = _there(self._desktop.services), self._shown, self._shown.pages
        _record_nights(services)
        services.mornings.see(utc_now() - timedelta(hours=12))
        shown.nights.refresh()
        pages.morning.refresh()
        _until(lambda: pages.morning.morning is not None, 30)
        shown.new_conversation()
        self._take("morning")
        pages.morning.dismiss()
        page = shown.nights_page
        pages.show_nights()
        _until(lambda: all(plot.canvas for plot in page.chart.plots.plots), 60)
        page.verticalScrollBar().setValue(page.chart.y())
        page.chart.plots.setFocus()
        self._take("nights")
        pages.show_comparison()
        compare = pages.comparison
        compare.begin(next(n for n in shown.nights.state.nights if shown.nights.state.in_use(n)))
        compare.field.set_text(LETTER)
        compare.ask.click()
        _until(lambda: not compare.ask.isVisible() or compare.ask.isEnabled(), 300)
        self._take("compare")
        known = services.memories.add("I once lived in Lund")
        services.forgetting.forget(memories=[known.id])
        pages.show_privacy()
        _until(lambda: bool(pages.privacy.model.state.receipts), 30)
        # Where it would be on most machines; pictures do not tell of this one.
        pages.privacy.kept.folder.setText("~/.local/share/reverie/profile")
        self._take("privacy")

    def _take(self, name: str) -> None:
        for look in ("light", "dark"):
            self._theme.choose(look)
            _pause(400)
            self._window.grab().save(str(self._out / f"{name}-{look}.png"))
            print(f"{name}-{look}.png")
        self._theme.choose("light")

    def _ask(self, text: str) -> None:
        self._shown.new_conversation()
        self._shown.chat_page.composer.set_text(text)
        self._shown.chat_page.composer.button.click()
        self._answered()

    def _answered(self) -> None:
        _until(lambda: self._shown.chat.live is None, 300)
        _pause(300)

    def _last_reply(self) -> ReplyMessage:
        return _there(self._shown.chat_page.transcript.last_reply())


def _remember(services: Reverie) -> None:
    """Typed, said, noticed, and changed since."""
    chats = {one.title: services.conversations.messages(one.id) for one in
             services.conversations.all()}  # fmt: skip
    said = [messages[0].id for messages in chats.values() if messages]
    memories, found, stated = services.memories, MemoryOrigin.FOUND, MemoryOrigin.STATED
    old = memories.add("I live in Bonn", origin=stated, source=said[0])
    memories.supersede(old.id, "I live in Kiel, near the harbour")
    memories.add("My sister is called Ann", origin=found, source=said[1])
    memories.add("I am allergic to hazelnuts", origin=stated, source=said[2])
    memories.add("I take the train to work and read on the way")
    style = memories.add("I prefer short answers without a preamble", MemoryKind.PREFERENCE)
    memories.pin([style.id], pinned=True)
    proposed = MemoryState.PROPOSED
    memories.add("I am learning Danish", origin=found, source=said[0], state=proposed)


def _record_nights(services: Reverie) -> None:
    """Nights of the two weeks before, whose adapters are gone, leading to the one that is real."""
    nights = services.nights.all()
    last = next(night for night in nights if night.adapter)
    if len(nights) > 2:
        return
    measured = (last.metrics or {})["held_out"]["edit_cost"]
    base, memory, learned = (measured[arm] for arm in ("base", "memory", "adapter"))
    for days in range(14, 0, -1):
        kept = days in (11, 7)
        drift = 0.018 + 0.004 * (days % 4) + 0.03 * (days == 7)
        cost = {
            "base": base + 0.01 * (days % 3 - 1),
            "memory": memory + (base - memory) * days / 20,
            "adapter": learned + (base - learned) * (0.8 ** (14 - days) + 0.2 * kept),
        }
        metrics = {
            "held_out": {"edit_cost": cost},
            "kl": drift,
            "perplexity": {"change": 0.001 * (days % 5)},
            "training": {"rows": 8 + 3 * (14 - days)},
            "checks": [{"name": "kl", "value": drift, "limit": 0.05, "passed": drift < 0.05}],
        }
        started = last.started - timedelta(days=days)
        made = Night(
            uuid.uuid4().hex[:12],
            started,
            started + timedelta(minutes=9),
            Outcome.KEPT if kept else Outcome.PROMOTED,
            last.reason,
            last.base,
            metrics=metrics,
        )
        services.store.nights.begin(made)


def _teach(services: Reverie, edits: int) -> None:
    """Conversations and corrections through the services, as many as are still missing."""
    prompts = resources.files("resources").joinpath("demo/prompts.txt").read_text().splitlines()
    done = {c.title[:30] for c in services.conversations.all()}
    before = services.settings.max_tokens
    services.change_settings(max_tokens=REPLY_TOKENS)
    for number, prompt in enumerate(prompts[:edits], start=1):
        if prompt[:30] in done:
            continue
        conversation = services.conversations.new()
        for event in services.chat.send(conversation.id, prompt, Arm.BASE):
            if isinstance(event, ReplyDone) and rewrite(event.message.text) != event.message.text:
                services.gestures.edit(event.message.id, rewrite(event.message.text))
        print(f"taught {number} of {edits}", flush=True)
    services.change_settings(max_tokens=before)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Takes the pictures of the window for the docs.")
    root = Path(__file__).resolve().parent.parent
    parser.add_argument("--out", type=Path, default=root / "docs" / "images")
    parser.add_argument("--profile", type=Path, help="keep the taught profile here")
    parser.add_argument("--edits", type=int, default=48)
    parser.add_argument("--no-night", action="store_true", help="skip the night and its report")
    return parser.parse_args()


def _there(thing: T | None) -> T:
    if thing is None:
        raise RuntimeError("the window is not where the script thinks it is")
    return thing


def _until(condition: Callable[[], bool], seconds: float) -> None:
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError(f"waited {seconds} s in vain")
        _pause(20)


def _pause(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    sys.exit(main())
