"""What a second start can say to the first, and that nothing else is heard."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from app.ui.single import SingleInstance, Word, server_name

WORDS = {word.value for word in Word}


@pytest.fixture
def first(qtbot: QtBot, profile: Path) -> Iterator[SingleInstance]:
    made = SingleInstance(profile)
    yield made
    made.close()


@pytest.mark.parametrize("word", list(Word))
def test_each_word_is_heard_as_itself(
    qtbot: QtBot, first: SingleInstance, profile: Path, word: Word
) -> None:
    with qtbot.waitSignal(first.told) as heard:
        socket = QLocalSocket()
        socket.connectToServer(server_name(profile))
        socket.write(word.value)
    assert heard.args == [word]
    qtbot.waitUntil(lambda: socket.bytesAvailable() > 0)
    assert socket.readAll().data() == b"ok\n"


@given(said=st.binary(min_size=1, max_size=200).filter(lambda said: said not in WORDS))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_anything_else_is_not_answered(
    qtbot: QtBot, first: SingleInstance, profile: Path, said: bytes
) -> None:
    told: list[Word] = []
    first.told.connect(told.append)
    socket = QLocalSocket()
    socket.connectToServer(server_name(profile))
    socket.write(said)
    socket.disconnectFromServer()
    # The server hears callers in order: once it has heard a later one, it has heard this one.
    later = QLocalSocket()
    later.connectToServer(server_name(profile))
    later.write(Word.NOTHING.value)
    qtbot.waitUntil(lambda: Word.NOTHING in told)
    first.told.disconnect(told.append)
    assert told == [Word.NOTHING]
    assert socket.readAll().data() == b""


def test_a_start_that_comes_a_moment_later_leaves_the_first_alone(
    qtbot: QtBot, first: SingleInstance, profile: Path
) -> None:
    second = SingleInstance(profile)
    assert first.leads and not second.leads
    second.close()
    with qtbot.waitSignal(first.told):
        socket = QLocalSocket()
        socket.connectToServer(server_name(profile))
        socket.write(Word.RAISE.value)


def test_what_a_crashed_window_left_is_taken_over(profile: Path) -> None:
    crashed = "from pathlib import Path; from app.ui.single import SingleInstance; import os;"
    made = f"made = SingleInstance(Path({str(profile)!r})); os._exit(0)"
    subprocess.run(
        [
            sys.executable,
            "-c",
            f"from PySide6.QtCore import QCoreApplication as Q;a=Q([]);{crashed}{made}",
        ],
        check=True,
    )
    heir = SingleInstance(profile)
    assert heir.leads
    heir.close()
