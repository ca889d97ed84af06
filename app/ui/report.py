"""The report of one night: verdict, before and after on real prompts, numbers, checks."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QProgressBar, QWidget

from app.domain.ledger import Night
from app.ui import reportrows, theme, words
from app.ui.controls import Button, Label, Panel, Picture, clear, column, row
from app.ui.flow import Flow
from app.ui.language import tr
from app.ui.nightmodel import NightModel
from app.ui.page import TONES, Page, badge
from app.ui.prose import ProseView
from app.ui.reportrows import Example

WIDTH = 940
NARROWEST = 204  # design pixels of a text beside another


class ReportPage(Page):
    """`back` to the list of nights."""

    back = Signal()
    link = Signal(QUrl)
    rows_wanted = Signal(str)  # id of the night: what it learned from
    compare_wanted = Signal(object)  # Night
    export_wanted = Signal(object)  # Night

    def __init__(self, model: NightModel) -> None:
        super().__init__(tr("Report of a night"), WIDTH)
        self._model = model
        self.night: Night | None = None
        model.changed.connect(self._again)

    def show_night(self, night: Night) -> None:
        self.night = night
        clear(self.column)
        self._show_verdict(night)
        self._show_examples(night)
        self._show_numbers(night)
        self._show_checks(night)
        self.column.addStretch(1)
        self.verticalScrollBar().setValue(0)

    def _again(self) -> None:
        """What is in use may have changed."""
        if self.night is not None and self.isVisible():
            at = self.verticalScrollBar().value()
            self.show_night(self.night)
            self.verticalScrollBar().setValue(at)

    def _show_verdict(self, night: Night) -> None:
        back = Button("quiet", tr("All nights"), icon="chevron-left", on=self.back.emit)
        self.column.addLayout(row(back, None))
        heading = row(Label(words.sentence(words.when(night.started)), "muted"), space=10)
        if night.outcome is not None:
            heading.addWidget(badge(tr(words.OUTCOMES[night.outcome]), TONES[night.outcome]))
        if self._model.state.in_use(night):
            heading.addWidget(badge(tr("In use"), "accent"))
        heading.addStretch(1)
        self.column.addLayout(heading)
        self.column.addWidget(Label(words.verdict(night), "headline", wrap=True))
        actions = self._actions(night)
        if actions:
            flow = Flow(theme.current().px(8))
            for button in actions:
                flow.addWidget(button)
            self.column.addLayout(flow)

    def _actions(self, night: Night) -> list[Button]:
        """What can be done with what was learned; nothing where there is none, or no longer."""
        model, state = self._model, self._model.state
        if night.adapter is None or night.id in model.about_to_go():
            return []
        compare = Button("plain", tr("Compare …"), icon="compare")
        compare.clicked.connect(lambda: self.compare_wanted.emit(night))
        export = Button("plain", tr("Export …"), icon="download")
        export.setToolTip(tr("For other programs. The file is personal and not encrypted."))
        export.clicked.connect(lambda: self.export_wanted.emit(night))
        delete = Button("danger", tr("Delete"), icon="trash", on=partial(model.put_out, night))
        delete.setAccessibleName(tr("Delete what this night learned"))
        delete.setToolTip(tr("What this night learned goes; its report stays"))
        usable = [self._action(night), compare, export] if state.can_use(night) else []
        return [*usable, delete]

    def _action(self, night: Night) -> Button:
        model = self._model
        if model.state.in_use(night):
            made = Button("plain", tr("Go back to the one before"), icon="undo", on=model.rollback)
            made.setToolTip(tr("Answer as before this night; you can come back to it"))
            return made
        use = partial(model.use, night.id)
        return Button("primary", tr("Use what this night learned"), icon="check", on=use)

    def _show_examples(self, night: Night) -> None:
        found = reportrows.examples(night)
        if not found:
            return
        self.column.addSpacing(theme.current().px(8))
        self.column.addWidget(Label(tr("Before and after"), "heading"))
        self.column.addWidget(
            Label(
                tr("On corrections of yours that the night did not learn from."), "muted", wrap=True
            )
        )
        for example in found:
            self.column.addWidget(self._example(example))

    def _example(self, example: Example) -> Panel:
        card = Panel("card")
        sides = Sides()
        for title, text in (
            (tr("The bare model"), example.before),
            (tr("With examples"), example.memory),
            (tr("After this night"), example.after),
            (tr("Yours"), example.wanted),
        ):
            if text is not None:
                prose = ProseView(title)
                prose.show_text(text or tr("*(nothing)*"))
                prose.link.connect(self.link)
                sides.add(title, prose)
        inner = column(
            Label(example.prompt, "strong", wrap=True), space=14, margins=(22, 18, 22, 18)
        )
        inner.addWidget(sides)
        card.setLayout(inner)
        return card

    def _show_numbers(self, night: Night) -> None:
        effort, numbers = reportrows.effort(night), reportrows.numbers(night)
        if not effort and not numbers:
            return
        self.column.addSpacing(theme.current().px(8))
        self.column.addWidget(Label(tr("The numbers"), "heading"))
        card = Panel("card")
        inner = column(space=18, margins=(22, 18, 22, 18))
        if effort:
            inner.addWidget(Label(tr("Words you would still have to change"), "label"))
            inner.addLayout(_effort_grid(effort))
        if numbers:
            inner.addLayout(_number_grid(numbers))
        if night.rows:
            rows = Button("link", tr("Show what it learned from"))
            rows.clicked.connect(lambda: self.rows_wanted.emit(night.id))
            inner.addLayout(row(rows, None))
        card.setLayout(inner)
        self.column.addWidget(card)

    def _show_checks(self, night: Night) -> None:
        checks = reportrows.checks(night)
        if not checks:
            return
        passed = sum(check.passed for check in checks)
        holder = Panel("card")
        grid = QGridLayout(holder)
        _space(grid, 22)
        grid.setColumnStretch(1, 1)
        for line, check in enumerate(checks):
            icon, colour = ("check", "good") if check.passed else ("cross", "danger")
            grid.addWidget(Picture(icon, colour=colour, side=16), line, 0)
            grid.addWidget(Label(check.name, "body", wrap=True), line, 1)
            grid.addWidget(Label(check.value, "number"), line, 2)
            grid.addWidget(Label(tr("limit {number}", number=check.limit), "caption"), line, 3)
            grid.addWidget(
                Label(tr("passed") if check.passed else tr("failed"), "caption"), line, 4
            )
        holder.hide()
        told = tr("{passed} of {all} checks passed", passed=passed, all=len(checks))
        fold = Button("quiet", told, icon="chevron-right")
        fold.clicked.connect(lambda: _toggle(fold, holder))
        self.column.addLayout(row(fold, None))
        self.column.addWidget(holder)


class Sides(QWidget):
    """Texts beside one another, two and two where there is less room, else one under the other."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        _space(self._grid, 0)
        self._parts: list[QWidget] = []

    def add(self, title: str, prose: ProseView) -> None:
        part = QWidget()
        part.setLayout(column(Label(title, "label"), prose, None, space=6))
        self._parts.append(part)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        gap = self._grid.horizontalSpacing()
        fit = max(1, (self.width() + gap) // (theme.current().px(NARROWEST) + gap))
        columns = min(fit, len(self._parts))
        columns = 2 if columns == 3 and len(self._parts) == 4 else columns
        for at, part in enumerate(self._parts):
            self._grid.addWidget(part, at // columns, at % columns)
            self._grid.setColumnStretch(at, 1 if at < columns else 0)


def _toggle(fold: Button, holder: QWidget) -> None:
    holder.setVisible(holder.isHidden())
    fold.set_icon("chevron-right" if holder.isHidden() else "chevron-down")


def _effort_grid(effort: list[tuple[str, float]]) -> QGridLayout:
    grid = QGridLayout()
    _space(grid, 0)
    for line, (title, share) in enumerate(effort):
        bar = QProgressBar()
        bar.setRange(0, 1000)
        bar.setValue(round(min(1.0, share) * 1000))
        bar.setTextVisible(False)
        percent = tr("{number}%", number=round(100 * share))
        bar.setAccessibleName(f"{title}: {percent}")
        grid.addWidget(Label(title, wrap=True), line, 0)
        grid.addWidget(bar, line, 1)
        grid.addWidget(Label(percent, "number"), line, 2, Qt.AlignmentFlag.AlignRight)
    grid.setColumnStretch(1, 1)
    return grid


def _number_grid(numbers: list[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    _space(grid, 0)
    for line, (title, value) in enumerate(numbers):
        grid.addWidget(Label(title, "muted", wrap=True), line, 0)
        grid.addWidget(Label(value, "number"), line, 1, Qt.AlignmentFlag.AlignRight)
    grid.setColumnStretch(0, 1)
    return grid


def _space(grid: QGridLayout, margin: int) -> None:
    px = theme.current().px
    edge = px(margin)
    grid.setContentsMargins(edge, edge, edge, edge)
    grid.setHorizontalSpacing(px(20))
    grid.setVerticalSpacing(px(10))
