"""One window for each profile: a second start raises the first and ends."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

RAISE = b"raise\n"
PATIENCE_MS = 1000


def server_name(profile: Path) -> str:
    """A name that tells nothing about the path that it stands for."""
    return f"reverie-{hashlib.sha256(str(profile.resolve()).encode()).hexdigest()[:16]}"


def raise_running(profile: Path) -> bool:
    """True when a window of this profile answered and comes to the front."""
    socket = QLocalSocket()
    socket.connectToServer(server_name(profile))
    if not socket.waitForConnected(PATIENCE_MS):
        return False
    socket.write(RAISE)
    heard = socket.waitForBytesWritten(PATIENCE_MS) and socket.waitForReadyRead(PATIENCE_MS)
    socket.disconnectFromServer()
    return bool(heard)


class SingleInstance(QObject):
    """Listens for later starts; `raised` when there was one."""

    raised = Signal()

    def __init__(self, profile: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        name = server_name(profile)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        if not self._server.listen(name):  # what a crashed window left behind
            QLocalServer.removeServer(name)
            self._server.listen(name)

    def close(self) -> None:
        self._server.close()

    def _answer(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.disconnected.connect(caller.deleteLater)
            caller.readyRead.connect(lambda caller=caller: self._hear(caller))
            if caller.bytesAvailable():
                self._hear(caller)

    def _hear(self, caller: QLocalSocket) -> None:
        if caller.readAll().data() == RAISE:
            caller.write(b"ok\n")
            caller.flush()
            self.raised.emit()
