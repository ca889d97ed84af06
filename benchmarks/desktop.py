"""What the program costs while nobody uses it, and how soon the quick prompt is there.

    python -m benchmarks.desktop [--presses 30] [--idle 20] [--json]

The whole program on a real X server (Xvfb) with a window manager, the starter model and a model
process. A press of the global key is sent to the server; the prompt is there when its pixels are
on the screen. Idle is processor time of the program and all its processes, as a share of one core,
while the window shows a conversation.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import psutil
import xcffib
import xcffib.xproto as x
import xcffib.xtest

from app.ui.globalkey import x11
from tests.support.xserver import Display, Program, until, x_server

KEY = "Ctrl+Alt+Space"
KEYSYMS = (0xFFE3, 0xFFE9, 0x20)  # control, alt, space
KEY_PRESS, KEY_RELEASE = 2, 3  # of the X protocol
AIM_PROMPT_MS = 100
AIM_IDLE = 1.0  # per cent of a core
SETTLE_S = 5
PATIENCE_S = 30


def main() -> None:
    parser = argparse.ArgumentParser(description="The quick prompt's time, and idling.")
    parser.add_argument("--presses", type=int, default=30)
    parser.add_argument("--idle", type=int, default=20, help="seconds")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of the table")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="reverie-bench-") as folder, x_server() as display:
        program = _started(display, Path(folder))
        time.sleep(SETTLE_S)
        idle = _idle(psutil.Process(program.process.pid), arguments.idle)
        program.ask("desktop.window.showMinimized()")
        shown = sorted(_presses(display.name, arguments.presses))
        program.quit()
    found = {"idle_percent": idle, "prompt_ms": median(shown), "prompt_worst_ms": shown[-1]}
    print(json.dumps(found) if arguments.json else _table(found, arguments.presses))


def _started(display: Display, folder: Path) -> Program:
    profile, passphrase = folder / "profile", folder / "passphrase"
    profile.mkdir(mode=0o700)
    settings = {"quick_key": KEY, "max_tokens": 16, "temperature": 0.0}
    (profile / "settings.json").write_text(json.dumps(settings))
    passphrase.touch(mode=0o600)
    passphrase.write_text("benchmark")
    program = Program(display, profile, passphrase)
    program.arrive()
    page = "desktop.window.workspace.chat_page"
    until(lambda: program.ask(f"{page}.header.model.text().startswith('SmolLM2')"))
    program.ask(f"{page}.composer.set_text('Hello')")
    program.ask(f"{page}.composer.button.click()")
    until(lambda: program.ask("desktop.window.workspace.chat.now.messages[-1].role != 'user'"))
    return program


def _idle(program: psutil.Process, seconds: int) -> float:
    """Per cent of one core."""

    def used() -> float:
        family = [program, *program.children(recursive=True)]
        return sum(sum(one.cpu_times()[:2]) for one in family)

    before = used()
    time.sleep(seconds)
    return 100 * (used() - before) / seconds


def _presses(display: str, presses: int) -> Iterator[float]:
    """Milliseconds from each press to the first pixels; the first of all is not counted."""
    connection = xcffib.connect(display)
    test = connection(xcffib.xtest.key)
    codes = [next(x11._keycodes(connection, keysym)) for keysym in KEYSYMS]
    screen = connection.get_setup().roots[0]
    spot = screen.width_in_pixels // 2, screen.height_in_pixels // 4

    def pixel() -> bytes:
        form = x.ImageFormat.ZPixmap
        image = connection.core.GetImage(form, screen.root, *spot, 1, 1, 0xFFFFFFFF)
        return bytes(image.reply().data.buf())

    def change() -> float:
        before, began = pixel(), time.perf_counter()
        for event, keys in ((KEY_PRESS, codes), (KEY_RELEASE, codes[::-1])):
            for code in keys:
                test.FakeInput(event, code, 0, screen.root, 0, 0, 0)
        connection.flush()
        while pixel() == before:
            if time.perf_counter() > began + PATIENCE_S:
                raise TimeoutError("the prompt did not come")
            time.sleep(0.001)
        return 1000 * (time.perf_counter() - began)

    try:
        for number in range(presses + 1):
            took = change()
            if number:
                yield took
            time.sleep(0.3)
            change()  # away again
            time.sleep(0.3)
    finally:
        connection.disconnect()


def _table(found: dict[str, float], presses: int) -> str:
    rows = (
        (f"quick prompt, press to pixels, median of {presses}", "prompt_ms", "ms", AIM_PROMPT_MS),
        ("quick prompt, the slowest of them", "prompt_worst_ms", "ms", AIM_PROMPT_MS),
        ("idle, all processes, of one core", "idle_percent", "%", AIM_IDLE),
    )
    lines = ["| what | seen | aim | |", "| --- | ---: | ---: | --- |"]
    for name, key, unit, aim in rows:
        met = "met" if found[key] <= aim else "MISSED"
        lines.append(f"| {name} | {found[key]:.1f} {unit} | ≤ {aim:g} {unit} | {met} |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
