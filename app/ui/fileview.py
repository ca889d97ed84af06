"""The text of an attached file, to be read: what the model reads of it."""

from __future__ import annotations

import re

from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from app.domain.attachments import Attachment, FileKind
from app.ui import theme, words
from app.ui.controls import Button, Label, Panel, column, row
from app.ui.dialogs import Dialog
from app.ui.language import tr

AT_ONCE = 4_000  # characters put in before the next frame
_LONG = re.compile(r".{1,1000}(?:\s|$)|.{1000}")
"""Parts of a line: the text engine lays out a line as one, and takes seconds for endless ones."""


class FileView(Dialog):
    """Plain text only: nothing in it can act or be loaded. Long files come in while one reads, and
    lines of more than a thousand characters are broken."""

    def __init__(self, parent: QWidget, file: Attachment) -> None:
        super().__init__(parent, words.short_name(file.name, 60), width=520)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(tr("Text of {file}", file=file.name))
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setTabChangesFocus(True)
        self.text.setUndoRedoEnabled(False)
        self.text.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if file.kind is FileKind.CODE:
            self.text.setFont(theme.current().mono())
        box = Panel("inset")
        box.setLayout(column(self.text, margins=(14, 12, 6, 12)))
        about = tr(
            "{kind}, {amount}. The model reads this as quoted material.",
            kind=tr(words.FILE_KINDS[file.kind]),
            amount=words.file_size(file),
        )
        self.content.addWidget(Label(about, "muted", wrap=True))
        self.content.addWidget(box, 1)
        self.content.addLayout(row(None, Button("primary", tr("Close"), on=self.accept)))
        self.resize(theme.current().px(720), theme.current().px(560))
        self._rest = _broken(file.text)
        self._fill = QTimer(self)
        self._fill.setInterval(0)
        self._fill.timeout.connect(self._more)
        self._more()
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        self._fill.start()

    def _more(self) -> None:
        now, self._rest = self._rest[:AT_ONCE], self._rest[AT_ONCE:]
        end = QTextCursor(self.text.document())
        end.movePosition(QTextCursor.MoveOperation.End)
        end.insertText(now)
        if not self._rest:
            self._fill.stop()


def _broken(text: str) -> str:
    return "\n".join("\n".join(_LONG.findall(line) or [""]) for line in text.split("\n"))
