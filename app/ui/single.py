"""One window for each profile: a second start tells the first what is wanted, and ends.

Three words are all that can be said; whatever else comes is not answered.
"""

from __future__ import annotations

import hashlib
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QDir, QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE_MS = 1000


class Word(Enum):
    """What a second start may want of the first."""

    RAISE = b"raise\n"
    PROMPT = b"prompt\n"
    NOTHING = b"nothing\n"  # it only must not run twice


def server_name(profile: Path) -> str:
    """A name that tells nothing about the path that it stands for."""
    return f"reverie-{hashlib.sha256(str(profile.resolve()).encode()).hexdigest()[:16]}"


def tell_running(profile: Path, word: Word = Word.RAISE) -> bool:
    """True when a window of this profile answered and does what the word says."""
    socket = QLocalSocket()
    socket.connectToServer(server_name(profile))
    if not socket.waitForConnected(PATIENCE_MS):
        return False
    socket.write(word.value)
    heard = socket.waitForBytesWritten(PATIENCE_MS) and socket.waitForReadyRead(PATIENCE_MS)
    socket.disconnectFromServer()
    return bool(heard)


class SingleInstance(QObject):
    """Listens for later starts; `told` with the word of each. Does not `lead` where another start
    was a moment faster."""

    told = Signal(object)  # Word

    def __init__(self, profile: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        name = server_name(profile)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        self._listen(name)

    @property
    def leads(self) -> bool:
        return self._server.isListening()

    def close(self) -> None:
        """Whoever starts from now on does not reckon with this window."""
        self._server.close()

    def _listen(self, name: str) -> None:
        """To listen takes the name from whoever has it, so that is asked before. The lock is for
        two starts at the same moment."""
        lock = QLockFile(QDir.temp().filePath(f"{name}.lock"))
        lock.tryLock(PATIENCE_MS)
        if not _is_there(name) and not self._server.listen(name):
            QLocalServer.removeServer(name)  # what a crashed window left behind
            self._server.listen(name)
        lock.unlock()

    def _answer(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.disconnected.connect(caller.deleteLater)
            caller.readyRead.connect(lambda caller=caller: self._hear(caller))
            if caller.bytesAvailable():
                self._hear(caller)

    def _hear(self, caller: QLocalSocket) -> None:
        try:
            word = Word(caller.readAll().data())
        except ValueError:
            return
        caller.write(b"ok\n")
        caller.flush()
        self.told.emit(word)


def _is_there(name: str) -> bool:
    socket = QLocalSocket()
    socket.connectToServer(name)
    return socket.waitForConnected(PATIENCE_MS)
