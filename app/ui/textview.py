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
    QKeyEvent,
    QPaintEvent,
    QResizeEvent,
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

_PAGE_KEYS = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End)
LEAST_COLUMN = 110  # design pixels; a narrower table scrolls sideways
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
        self._sideways = not wraps
        self._natural = 0
        self._heights: dict[int, int] = {}
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
        self.document().contentsChanged.connect(self._heights.clear)
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

    def hug(self, width: int = 0) -> None:
        """Be no wider than the longest line, or than `width` where that is known."""
        document = self.document()
        if not width:
            document.setTextWidth(-1)
        self._natural = width or math.ceil(document.idealWidth()) + 2
        self.setSizePolicy(_policy(QSizePolicy.Policy.Maximum))
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """What the text needs: layouts know the height of a page before anything is shown."""
        if width not in self._heights:
            self._heights[width] = self._height_for(width)
        return self._heights[width]

    def _height_for(self, width: int) -> int:
        document = self.document()
        if self._wraps:
            self._set_width(max(1, width))
        height = math.ceil(document.size().height())
        if not self._wraps and document.idealWidth() > width:
            height += self.horizontalScrollBar().sizeHint().height()
        return max(1, height)

    def _set_width(self, width: float) -> None:
        """To set it again would lay out the text again."""
        if self.document().textWidth() != width:
            self.document().setTextWidth(width)

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

    def paintEvent(self, event: QPaintEvent) -> None:
        """A layout that tried other widths has left the text as wide as it tried last."""
        if self.lineWrapMode() is QTextEdit.LineWrapMode.WidgetWidth:
            self._set_width(self.viewport().width())
        super().paintEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The transcript scrolls, unless the wheel goes sideways over long code."""
        sideways = abs(event.angleDelta().x()) > abs(event.angleDelta().y())
        if sideways and self._sideways:
            super().wheelEvent(event)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The transcript is what is paged through, not each of its texts."""
        if event.key() in _PAGE_KEYS and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu(event.pos())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._heights.clear()
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


class TableView(TextView):
    """A table, as wide as it wants to be; where that is too wide its cells wrap, and where they
    would become narrow it scrolls sideways."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._least = 0
        self._ideal = 0
        self._long = False
        self._sideways = True
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)

    def show_table(self, markup: str, columns: int, *, long: bool) -> None:
        """`long`: it is a part of a table, which says itself how wide its columns are."""
        self._least = columns * theme.current().px(LEAST_COLUMN)
        self._long = long
        self.set_html(markup)

    def set_html(self, markup: str) -> None:
        super().set_html(markup)
        if self._long:
            self._ideal = self._least
        else:
            self.document().setTextWidth(-1)
            self._ideal = math.ceil(self.document().idealWidth())

    def _height_for(self, width: int) -> int:
        height = super()._height_for(self._room(width))
        if self.document().size().width() > width:
            height += self.horizontalScrollBar().sizeHint().height()
        return height

    def resizeEvent(self, event: QResizeEvent) -> None:
        room = self._room(event.size().width())
        if room != self.lineWrapColumnOrWidth():
            self.setLineWrapColumnOrWidth(room)
        else:
            self._set_width(room)
        super().resizeEvent(event)

    def _room(self, width: int) -> int:
        return max(width, min(self._ideal, self._least))


def _policy(horizontal: QSizePolicy.Policy) -> QSizePolicy:
    policy = QSizePolicy(horizontal, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    return policy
