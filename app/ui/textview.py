"""Read-only rich text that is as tall as its content and can load nothing.

Model text may name pictures, files and addresses: every request of the text engine is answered
with nothing, and a clicked link is only reported, for the window to ask about.
"""

from __future__ import annotations

import html
import math
from typing import Any

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QImage,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QTextEdit

from app.ui import theme

_SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse
    | Qt.TextInteractionFlag.TextSelectableByKeyboard
    | Qt.TextInteractionFlag.LinksAccessibleByMouse
    | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
)

_NO_BYTES = QByteArray(b" ")
_NO_PICTURE = QImage(1, 1, QImage.Format.Format_ARGB32)
_NO_PICTURE.fill(Qt.GlobalColor.transparent)


class TextView(QTextBrowser):
    """Rich or plain text at its natural height. `link` tells a clicked address."""

    link = Signal(QUrl)

    def __init__(self, name: str, *, wraps: bool = True) -> None:
        super().__init__()
        self._html = ""
        self._wraps = wraps
        self._natural = 0
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setTextInteractionFlags(_SELECTABLE)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll = Qt.ScrollBarPolicy
        self.setHorizontalScrollBarPolicy(
            scroll.ScrollBarAlwaysOff if wraps else scroll.ScrollBarAsNeeded
        )
        if not wraps:
            self.setLineWrapMode(QTextEdit.LineWrapMode.NoWrap)
        self.setSizePolicy(_policy(QSizePolicy.Policy.Expanding))
        self.document().setDocumentMargin(0)
        self.document().setIndentWidth(theme.current().px(24))
        self.anchorClicked.connect(self.link)
        theme.current().changed.connect(self._restyle)

    def set_html(self, markup: str) -> None:
        """`markup` comes from our own renderers, which escape all that was written by others."""
        self._html = markup
        self.document().setDefaultStyleSheet(theme.current().document_style())
        self.setHtml(markup.rstrip())
        self._trim()
        self.updateGeometry()

    def set_plain(self, text: str) -> None:
        """Text as it is, with its spaces and line breaks."""
        self.set_html(f'<p style="white-space: pre-wrap">{html.escape(text)}</p>')

    def hug(self) -> None:
        """Be no wider than the longest line."""
        document = self.document()
        document.setTextWidth(-1)
        self._natural = math.ceil(document.idealWidth()) + 2
        self.setSizePolicy(_policy(QSizePolicy.Policy.Maximum))
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """What the text needs: layouts know the height of a page before anything is shown."""
        document = self.document()
        if self._wraps:
            document.setTextWidth(max(1, width))
        height = math.ceil(document.size().height())
        if not self._wraps and document.idealWidth() > width:
            height += self.horizontalScrollBar().sizeHint().height()
        return max(1, height)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: ARG002
        """Nothing is ever loaded. An answer of None would not do: then the text engine's picture
        handler opens the file by itself, so it gets an empty picture."""
        if kind == QTextDocument.ResourceType.ImageResource:
            return _NO_PICTURE
        return _NO_BYTES

    def sizeHint(self) -> QSize:
        width = self._natural or max(theme.current().px(200), self.width())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.current().px(40), 1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The transcript scrolls, unless the wheel goes sideways over long code."""
        sideways = abs(event.angleDelta().x()) > abs(event.angleDelta().y())
        if sideways and not self._wraps:
            super().wheelEvent(event)
        else:
            event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu(event.pos())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def _trim(self) -> None:
        """No empty space under the last line: distances between views are the layout's."""
        cursor = QTextCursor(self.document().lastBlock())
        form = cursor.blockFormat()
        form.setBottomMargin(0)
        cursor.setBlockFormat(form)

    def _restyle(self) -> None:
        if self._html:
            self.set_html(self._html)


def _policy(horizontal: QSizePolicy.Policy) -> QSizePolicy:
    policy = QSizePolicy(horizontal, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    return policy
