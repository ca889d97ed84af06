"""Fenced code with its language and a copy button, coloured bit by bit."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication

from app.ui import theme
from app.ui.controls import Button, Label, Panel, column, row
from app.ui.highlight import Run, runs
from app.ui.language import tr
from app.ui.markdown import Code
from app.ui.textview import TextView

PLAIN_WHILE_GROWING = 4000  # characters of code; longer code is coloured once it is complete
WRITTEN = 12_000  # characters that are put in at once
COLOURED = 2000  # characters that are coloured at once
COSTS = 3  # to colour a character, compared with laying out one of prose


class CodeBlock(Panel):
    """`rough`: there is still something to paint."""

    def __init__(self) -> None:
        super().__init__("code")
        self._shown = Code("", "")
        self._written = 0
        self._plain = QTextCharFormat()
        self.rough = False
        self._language = Label(role="caption")
        self._copy = Button("quiet", tr("Copy"), icon="copy", name=tr("Copy code"), on=self._copied)
        self.view = CodeView()
        head = row(self._language, None, self._copy, margins=(14, 4, 6, 0))
        body = row(self.view, margins=(14, 2, 14, 12))
        outer = column(space=0)
        outer.addLayout(head)
        outer.addLayout(body)
        self.setLayout(outer)
        self.restyle()

    def paint(self, code: Code, *, growing: bool) -> Iterator[int]:
        """Long code that is `growing` only gets its new text; the colours come at the end."""
        before, self._shown = self._shown, code
        self.rough = True
        self._language.setText(code.language or tr("text", "code in no language"))
        if not code.text.startswith(before.text[: self._written]):
            self.restyle()
        while self._written < len(code.text):
            piece = code.text[self._written : self._written + WRITTEN]
            self.view.write(piece, self._plain)
            self._written += len(piece)
            yield len(piece) // 2
        if not growing or len(code.text) <= PLAIN_WHILE_GROWING:
            yield from self._colour(code)
            self.rough = False

    def restyle(self) -> None:
        """Empty, in the look of the theme."""
        self._written = 0
        self.rough = True
        self._plain = self.view.empty()

    def _colour(self, code: Code) -> Iterator[int]:
        place, some, length = 0, [], 0
        for run in runs(code.text, code.language):
            some.append(run)
            length += len(run.text)
            if length >= COLOURED:
                place = self.view.colour(place, some, self._plain)
                yield length * COSTS
                some, length = [], 0
        self.view.colour(place, some, self._plain)
        yield length * COSTS

    def _copied(self) -> None:
        QApplication.clipboard().setText(self._shown.text)
        self._copy.flash(tr("Copied"))


class CodeView(TextView):
    """Plain text in the font of code; its block gives it its colours."""

    def __init__(self) -> None:
        super().__init__(tr("Code"), wraps=False)

    def empty(self) -> QTextCharFormat:
        """The format of what is written from now on."""
        self.set_html("<pre> </pre>")
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        form = cursor.charFormat()
        cursor.removeSelectedText()
        return form

    def write(self, text: str, form: QTextCharFormat) -> None:
        """At the end; cheap for a long text."""
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(text, form)
        self.updateGeometry()

    def colour(self, place: int, some: list[Run], plain: QTextCharFormat) -> int:
        """From a place on, which is counted as Qt does; the place after it."""
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for run in some:
            after = place + (len(run.text.encode("utf-16-le", "surrogatepass")) // 2)
            cursor.setPosition(place)
            cursor.setPosition(after, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(_format(run, plain))
            place = after
        cursor.endEditBlock()
        return place

    def _restyle(self) -> None:
        """Whoever shows the block sees to it."""


def _format(run: Run, plain: QTextCharFormat) -> QTextCharFormat:
    if run.role is None:
        return plain
    form = QTextCharFormat(plain)
    form.setForeground(QColor(getattr(theme.current().colours, run.role)))
    form.setFontItalic(run.slanted)
    return form
