"""An X server without a screen, with a window manager and a tray, and programs run on it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import xcffib
from PySide6.QtGui import QImage
from xcffib import xproto

PATIENCE_S = 60
_SCREEN = ("-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset")
_NOT_THERE = ("WAYLAND_DISPLAY", "QT_SCALE_FACTOR")


class Display:
    """`name` is what DISPLAY is set to."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._programs: list[subprocess.Popen[Any]] = []

    def environment(self) -> dict[str, str]:
        kept = {k: v for k, v in os.environ.items() if k not in _NOT_THERE}
        return {**kept, "DISPLAY": self.name, "QT_QPA_PLATFORM": "xcb"}

    def start(self, *command: str, **options: Any) -> subprocess.Popen[Any]:
        program = subprocess.Popen(command, env=self.environment(), **options)
        self._programs.append(program)
        return program

    def tool(self, *words: str) -> str:
        """xdotool; what it printed, nothing where it found nothing."""
        done = subprocess.run(
            ["xdotool", *words],  # noqa: S607
            env=self.environment(),
            capture_output=True,
            text=True,
            check=False,
        )
        return done.stdout.strip()

    def key(self, keys: str) -> None:
        self.tool("key", keys)

    def type(self, text: str) -> None:
        self.tool("type", "--delay", "4", text)

    def picture(self, file: Path) -> None:
        """All of the screen, as a person sees it."""
        connection = xcffib.connect(self.name)
        try:
            root = connection.get_setup().roots[0]
            size = root.width_in_pixels, root.height_in_pixels
            everything = (xproto.ImageFormat.ZPixmap, root.root, 0, 0, *size, 0xFFFFFFFF)
            pixels = connection.core.GetImage(*everything).reply().data.buf()
        finally:
            connection.disconnect()
        file.parent.mkdir(parents=True, exist_ok=True)
        assert QImage(pixels, *size, QImage.Format.Format_RGB32).save(str(file))

    def windows(self, title: str) -> list[str]:
        """The visible ones of this title."""
        return self.tool("search", "--onlyvisible", "--name", f"^{title}$").split()

    def end(self) -> None:
        for program in reversed(self._programs):
            program.terminate()
        for program in self._programs:
            try:
                program.wait(PATIENCE_S)
            except subprocess.TimeoutExpired:  # openbox has been seen to spin for good
                program.kill()
                program.wait()
            for pipe in (program.stdin, program.stdout):
                if pipe is not None:
                    pipe.close()


@contextmanager
def x_server(*, tray: bool = False) -> Iterator[Display]:
    """Xvfb picks a free number and tells it once it listens."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), *_SCREEN],  # noqa: S607
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        display = Display(f":{told.readline().strip()}")
    try:
        display.start("openbox", "--sm-disable", stderr=subprocess.DEVNULL)
        until(lambda: bool(display.tool("get_num_desktops")))
        if tray:
            display.start("trayer", "--expand", "false", stderr=subprocess.DEVNULL)
        yield display
    finally:
        display.end()
        server.terminate()
        server.wait(PATIENCE_S)


class Program:
    """The real application on a display."""

    def __init__(self, display: Display, profile: Path, passphrase: Path, word: str = "raise"):
        self.process = display.start(
            sys.executable,
            "-m",
            "tests.support.real_desktop",
            str(profile),
            str(passphrase),
            word,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def ask(self, expression: str) -> Any:
        """The value of an expression over `desktop`."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{expression}\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def arrive(self) -> None:
        until(lambda: self.ask("desktop.presence is not None"))

    def quit(self) -> int:
        self.ask("desktop.close()")
        return self.process.wait(PATIENCE_S)


def until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)
