"""The side of the window: its head, the list of conversations, the ways to everything else."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QProgressBar, QSizePolicy, QWidget

from app.domain.ledger import Conversation
from app.services.search import Hit
from app.ui import theme
from app.ui.controls import Button, Label, Nav, Panel, Picture, column, row
from app.ui.conversationview import ConversationView
from app.ui.foundlist import FoundView
from app.ui.language import tr
from app.ui.searchfield import SearchField


class Sidebar(Panel):
    """Conversations, and the way to the nights and the settings."""

    def __init__(self) -> None:
        super().__init__("sidebar")
        self._any = False  # conversations
        self.new = Button("plain", tr("New conversation"), icon="plus")
        self.fold = Button("icon", icon="sidebar", name=tr("Hide the sidebar"))
        self.more = Button("icon", icon="more", name=tr("More about conversations"))
        self.menu = QMenu(self.more)
        self.bring_in = self.menu.addAction(tr("Import conversations …"))
        self.take_out = self.menu.addAction(tr("Export all conversations …"))
        self.more.clicked.connect(self._open_menu)
        self.search = SearchField()
        self.list = ConversationView()
        self.found = FoundView()
        self._nothing = Label("", "caption", wrap=True)
        self.progress = Progress()
        self.memories = Nav(tr("Memories"), icon="memory")
        self.corrections = Nav(tr("Corrections"), icon="edit")
        self.nights = Nav(tr("Nights"), icon="moon")
        self.privacy = Nav(tr("Privacy"), icon="shield")
        self.settings = Button("nav", tr("Settings"), icon="settings")
        self._empty = Label(tr("Your conversations will be listed here."), "caption", wrap=True)
        head = row(
            Picture("spark", colour="accent", side=20),
            Label("Reverie", "brand"),
            None,
            self.more,
            self.fold,
            margins=(10, 0, 0, 0),
        )
        self.setLayout(
            column(
                head,
                self.new,
                self.search,
                self._empty,
                self._nothing,
                self.list,
                self.found,
                self.progress,
                6,
                self.memories,
                self.corrections,
                self.nights,
                self.privacy,
                self.settings,
                space=6,
                margins=(10, 12, 10, 12),
            )
        )
        for told in (self._empty, self._nothing):
            told.setContentsMargins(*(theme.current().px(m) for m in (10, 8, 10, 0)))
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._nothing.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.search.stepped.connect(self.found.step)
        self.search.entered.connect(self.found.open_current)
        self.found.moved.connect(self.search.line.setAccessibleDescription)
        self.show_found("", ())
        self.setFixedWidth(theme.current().px(264))

    def show_conversations(
        self, listed: Sequence[Conversation], shown: str | None, closed: Collection[str] = ()
    ) -> None:
        self._any = bool(listed)
        self._empty.setVisible(not listed and not self.list.isHidden())
        self.take_out.setEnabled(bool(listed))
        self.list.show_conversations(listed, shown, closed)

    def show_found(self, question: str, hits: Sequence[Hit]) -> None:
        """In place of the conversations, while there is a question."""
        self.found.show_hits(question, hits)
        self.found.setVisible(bool(question and hits))
        self.list.setVisible(not question)
        self._nothing.setText(
            tr("Nothing found for “{question}”. Try fewer or other words.", question=question)
        )
        self._nothing.setVisible(bool(question) and not hits)
        self._empty.setVisible(not question and not self._any)

    def _open_menu(self) -> None:
        self.menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))


class Progress(QWidget):
    """How far something is that the window does not wait for."""

    def __init__(self) -> None:
        super().__init__()
        self._text = Label("", "caption")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress of the import"))
        self.setLayout(column(self._text, self.bar, space=6, margins=(10, 4, 10, 4)))
        self.hide()

    def show_step(self, done: int, of: int) -> None:
        """Of 0: nobody knows yet how much there is."""
        self._text.setText(
            tr("Importing {done} of {of} …", done=done, of=of) if of else tr("Reading the file …")
        )
        self.bar.setRange(0, of)
        self.bar.setValue(done)
        self.show()
