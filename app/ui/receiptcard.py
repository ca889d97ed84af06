"""A receipt of what was forgotten: what it says in words, its details folded."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from app.domain.receipts import Statement
from app.ui import theme, words
from app.ui.controls import Button, Label, Panel, column, row
from app.ui.flow import Flow
from app.ui.language import figure, mark, told, tr
from app.ui.page import badge
from app.ui.textview import TextView


class ReceiptCard(Panel):
    """`export_wanted` with its id; `night` with that of the night that learned anew. `faults`: what
    of it does not hold today."""

    export_wanted = Signal(str)
    night = Signal(str)

    def __init__(self, statement: Statement, faults: Sequence[str] = ()) -> None:
        super().__init__("card")
        self._statement = statement
        when = words.sentence(words.when(statement.at))
        head = row(Label(when, "strong"), _badge(statement, faults), None, space=10)
        self.details = TextView(tr("Details of the receipt"))
        self.details.hide()
        self.unfold = Button(
            "quiet", tr("Details"), icon="chevron-right", name=tr("Details: {day}", day=when)
        )
        self.unfold.clicked.connect(self._toggle)
        export = Button(
            "quiet", tr("Export …"), icon="download", name=tr("Export: {day}", day=when)
        )
        export.clicked.connect(lambda: self.export_wanted.emit(statement.id))
        foot = Flow(theme.current().px(4))
        for button in (self.unfold, export):
            foot.addWidget(button)
        if statement.rebuilt is not None:
            made = statement.rebuilt.night
            report = Button("quiet", tr("The night that learned anew"), icon="moon")
            report.clicked.connect(lambda: self.night.emit(made))
            foot.addWidget(report)
        self.setLayout(
            column(
                head,
                Label(summary(statement, faults), "body", wrap=True),
                foot,
                self.details,
                space=8,
                margins=(20, 14, 16, 12),
            )
        )

    def _toggle(self) -> None:
        if self.details.isHidden():
            self.details.set_plain("\n".join(details(self._statement)))
        self.details.setVisible(self.details.isHidden())
        self.unfold.set_icon("chevron-right" if self.details.isHidden() else "chevron-down")


def summary(statement: Statement, faults: Sequence[str] = ()) -> str:
    """What went, what came of it, and what of that does not hold, in plain sentences."""
    if not statement.genuine:
        return tr("This receipt was not signed by this profile, or it was changed since.")
    parts = [_counted(sort, len(names)) for sort, names in statement.erased.items() if names]
    said = [tr("Forgotten: {what}.", what=words.listed(parts))] if parts else []
    if statement.destroyed:
        said.append(tr("%n adapter(s) that saw it destroyed.", "", len(statement.destroyed)))
    if statement.undone is not None:
        said.append(tr("You took it back {day}.", day=words.on_day(statement.undone)))
    elif statement.waits:
        said.append(tr("The next night learns without it."))
    elif statement.rebuilt is not None:
        said.append(tr("Learned anew without it {day}.", day=words.on_day(statement.rebuilt.at)))
    said += [str(told(fault)) for fault in faults]
    return " ".join(said)


def _counted(sort: str, number: int) -> str:
    match sort:
        case "signals":
            return tr("%n correction(s) or judgement(s)", "", number)
        case "memories":
            return tr("%n memory(s)", "", number)
        case "conversations":
            return tr("%n conversation(s)", "", number)
        case _:
            return f"{number} {sort}"


def details(statement: Statement) -> list[str]:
    """Ids, hashes and figures, a line each."""
    now = mark("Destroyed: adapter {id}, SHA-256 {hash}")
    earlier = mark("Destroyed before: adapter {id}, SHA-256 {hash}")
    lines = [tr("Receipt {id}", id=statement.id)]
    lines += [
        tr(earlier if gone.earlier else now, id=gone.adapter, hash=gone.sha256)
        for gone in statement.destroyed
    ]
    if statement.looked is not None:
        looked = statement.looked
        lines.append(
            tr(
                "Looked for {sought} pieces in {places} places: {found} found",
                sought=words.number(looked.sought),
                places=words.number(looked.places),
                found=len(looked.found),
            )
        )
        if looked.unread:
            lines.append(tr("Could not be read: {places}", places=", ".join(looked.unread)))
    made = statement.rebuilt
    if made is not None and made.adapter is not None:
        lines.append(tr("Made: adapter {id}, SHA-256 {hash}", id=made.adapter, hash=made.sha256))
    if statement.proved is not None:
        proved = statement.proved
        lines.append(
            tr(
                "Proof {day}: {verdict}, exposure {bits} bits, membership {auc}",
                day=words.on_day(proved.at),
                verdict=proved.verdict,
                bits=figure(proved.exposure, ".2f"),
                auc=figure(proved.auc, ".2f"),
            )
        )
    left = [name for name in statement.backups if name not in statement.backups_deleted]
    if left:
        lines.append(tr("Backups that still hold it: {names}", names=", ".join(left)))
    return lines


def _badge(statement: Statement, faults: Sequence[str]) -> Label:
    if not statement.genuine:
        return badge(tr("Not genuine"), "danger")
    if faults:
        return badge(tr("Does not hold"), "danger")
    if statement.undone is not None:
        return badge(tr("Taken back"), "neutral")
    return badge(tr("Genuine"), "good")
