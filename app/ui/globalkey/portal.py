"""A key of a Wayland desktop, asked of its portal: the desktop shows the person what is wanted, and
the person gives that key, another or none.

org.freedesktop.portal.GlobalShortcuts (XDG Desktop Portal): a session is made, the shortcut bound
to it, and each press comes as a signal. Both calls answer later, through a Request object.
"""

from __future__ import annotations

import itertools
import os
from typing import Any

from jeepney import (
    DBusAddress,
    MatchRule,
    Message,
    MessageType,
    message_bus,
    new_method_call,
)
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.low_level import HeaderFields
from PySide6.QtCore import QSocketNotifier

from app.domain.errors import KnownError
from app.domain.phrases import phrase
from app.ui.globalkey.combination import Combination, Ear, NoGlobalKeys
from app.ui.language import tr

BUS = "org.freedesktop.portal.Desktop"
PLACE = "/org/freedesktop/portal/desktop"
SHORTCUTS = "org.freedesktop.portal.GlobalShortcuts"
REQUEST = "org.freedesktop.portal.Request"
SESSION = "org.freedesktop.portal.Session"
NAME = "quick-prompt"
_GIVEN = 0  # of a Response; 1: the person said no, 2: it ended in another way
_PORTAL = DBusAddress(PLACE, BUS, SHORTCUTS)
_XDG_NAMES = {"Ctrl": "CTRL", "Alt": "ALT", "Shift": "SHIFT", "Meta": "LOGO", "Space": "space"}
_numbers = itertools.count()


class PortalKey:
    """See `Backend`. Nothing here waits for the desktop: what it says is read when it comes."""

    def __init__(self) -> None:
        self._bus: DBusConnection | None = None
        self._notifier: QSocketNotifier | None = None
        self._key: Combination | None = None
        self._ear: Ear | None = None
        self._session: str | None = None
        self._asked: dict[str, str] = {}  # path of a Request: the method that it answers
        self._calls: set[int] = set()  # serials of calls that may fail

    def hold(self, key: Combination, ear: Ear) -> bool:
        try:
            bus = open_dbus_connection()
        except (OSError, KeyError, ValueError, TimeoutError):
            raise NoGlobalKeys(
                phrase("The session bus of this desktop cannot be reached.")
            ) from None
        self._bus, self._key, self._ear = bus, key, ear
        for interface in (SHORTCUTS, REQUEST, SESSION):
            rule = MatchRule(type="signal", sender=BUS, interface=interface, path_namespace=PLACE)
            bus.send_message(message_bus.AddMatch(rule))
        number = f"reverie_{os.getpid()}_{next(_numbers)}"
        options = {"session_handle_token": ("s", number)}
        self._ask("CreateSession", "", (), options)
        self._notifier = QSocketNotifier(bus.sock.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._read)
        return False

    def release(self) -> None:
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._notifier = None
        if self._bus is not None:
            bus, self._bus = self._bus, None
            if self._session is not None:
                closing = new_method_call(DBusAddress(self._session, BUS, SESSION), "Close")
                self._quietly(bus, closing)
            bus.close()

    @staticmethod
    def _quietly(bus: DBusConnection, message: Message) -> None:
        try:
            bus.send_message(message)
        except OSError:
            return  # the bus is gone, and the session with it

    def _ask(
        self, method: str, signature: str, body: tuple[Any, ...], options: dict[str, Any]
    ) -> None:
        """Calls a method that answers through a Request, whose path is known beforehand."""
        assert self._bus is not None  # noqa: S101
        token = f"reverie_{os.getpid()}_{next(_numbers)}"
        sender = self._bus.unique_name.removeprefix(":").replace(".", "_")
        self._asked[f"{PLACE}/request/{sender}/{token}"] = method
        options = {"handle_token": ("s", token), **options}
        call = new_method_call(_PORTAL, method, f"{signature}a{{sv}}", (*body, options))
        serial = next(self._bus.outgoing_serial)
        self._calls.add(serial)
        self._bus.send_message(call, serial=serial)

    # what comes

    def _read(self) -> None:
        """All that has come; any of it may release this key."""
        while self._bus is not None:
            try:
                message = self._bus.receive(timeout=0)
            except TimeoutError:
                return
            except (OSError, ConnectionError):
                self._lose(NoGlobalKeys(phrase("The session bus of this desktop has ended.")))
                return
            self._take(message)

    def _take(self, message: Message) -> None:
        fields = message.header.fields
        kind, member = message.header.message_type, fields.get(HeaderFields.member)
        if kind is MessageType.error and fields.get(HeaderFields.reply_serial) in self._calls:
            self._lose(NoGlobalKeys(phrase("This desktop has no portal for keys.")))
        elif kind is not MessageType.signal:
            return
        elif member == "Response":
            self._answered(fields.get(HeaderFields.path, ""), message.body)
        elif member == "Activated" and message.body[:2] == (self._session, NAME):
            if self._ear is not None:
                self._ear.pressed()
        elif member == "Closed" and fields.get(HeaderFields.path) == self._session:
            self._session = None
            self._lose(_NotGiven(self._key))

    def _answered(self, path: str, body: tuple[Any, ...]) -> None:
        method = self._asked.pop(path, None)
        if method is None:
            return
        outcome, results = body
        if outcome != _GIVEN:
            self._lose(_NotGiven(self._key))
        elif method == "CreateSession":
            self._session = str(results["session_handle"][1])
            self._bind()
        else:
            self._bound(results)

    def _bind(self) -> None:
        wanted = {
            "description": ("s", tr("Open Reverie's quick prompt")),
            "preferred_trigger": ("s", trigger(self._key)) if self._key else ("s", ""),
        }
        body = (self._session, [(NAME, wanted)], "")
        self._ask("BindShortcuts", "oa(sa{sv})s", body, {})

    def _bound(self, results: dict[str, Any]) -> None:
        shortcuts = dict(results.get("shortcuts", ("", ()))[1])
        if NAME not in shortcuts or self._ear is None:
            self._lose(_NotGiven(self._key))
            return
        told = shortcuts[NAME].get("trigger_description", ("s", ""))[1]
        self._ear.granted(str(told or self._key))

    def _lose(self, error: KnownError) -> None:
        ear = self._ear
        self.release()
        if ear is not None:
            ear.lost(error)


class _NotGiven(KnownError):
    def __init__(self, key: Combination | None) -> None:
        super().__init__(
            phrase("The key was not given"),
            phrase("This desktop did not give {key} to Reverie.", key=str(key)),
            phrase(
                "Allow it in the desktop's settings for shortcuts, choose another key, or bind one "
                "to the command: reverie --prompt"
            ),
        )


def trigger(key: Combination) -> str:
    """As the XDG specification of shortcuts writes it: `CTRL+ALT+space`."""
    parts = (*key.modifiers, key.key)
    return "+".join(_XDG_NAMES.get(p, p.lower() if len(p) == 1 else p) for p in parts)
