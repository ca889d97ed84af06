"""A desktop's portal for shortcuts on a session bus of its own, as far as Reverie talks to it."""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from jeepney import HeaderFields, Message, MessageType, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import DBusAddress

BUS = "org.freedesktop.portal.Desktop"
PLACE = "/org/freedesktop/portal/desktop"
SHORTCUTS = "org.freedesktop.portal.GlobalShortcuts"


@contextmanager
def session_bus() -> Iterator[str]:
    """The address of a bus that ends with the block."""
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--print-address", "--nofork", "--nopidfile"],  # noqa: S607
        stdout=subprocess.PIPE,
        text=True,
    )
    assert daemon.stdout is not None
    try:
        yield daemon.stdout.readline().strip()
    finally:
        daemon.terminate()
        daemon.wait(30)
        daemon.stdout.close()


class Portal:
    """`gives`: what the person answers: a trigger in words, or None for no."""

    def __init__(self, address: str, gives: str | None) -> None:
        self.gives = gives
        self.wanted: dict[str, Any] = {}
        self.closed = threading.Event()
        self.session = ""
        before = os.environ.get("DBUS_SESSION_BUS_ADDRESS")
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = address
        try:
            self._bus: DBusConnection = open_dbus_connection()
        finally:
            if before is None:
                del os.environ["DBUS_SESSION_BUS_ADDRESS"]
            else:
                os.environ["DBUS_SESSION_BUS_ADDRESS"] = before
        self._bus.send_and_get_reply(message_bus.RequestName(BUS))
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def press(self) -> None:
        self._tell(PLACE, SHORTCUTS, "Activated", "osta{sv}", (self.session, "quick-prompt", 1, {}))

    def press_another(self) -> None:
        self._tell(PLACE, SHORTCUTS, "Activated", "osta{sv}", ("/other", "quick-prompt", 1, {}))

    def take_back(self) -> None:
        self._tell(self.session, "org.freedesktop.portal.Session", "Closed", "a{sv}", ({},))

    def end(self) -> None:
        self._ended.set()
        self._thread.join(30)
        self._bus.close()

    def _serve(self) -> None:
        while not self._ended.is_set():
            try:
                message = self._bus.receive(timeout=0.05)
            except TimeoutError:
                continue
            if message.header.message_type is MessageType.method_call:
                self._answer(message)

    def _answer(self, call: Message) -> None:
        fields = call.header.fields
        match fields[HeaderFields.member]:
            case "CreateSession":
                (options,) = call.body
                sender = _escaped(fields)
                self.session = f"{PLACE}/session/{sender}/{options['session_handle_token'][1]}"
                results = {"session_handle": ("s", self.session)}
                self._promise(call, options, 0, results)
            case "BindShortcuts":
                _, shortcuts, _, options = call.body
                self.wanted = {
                    name: {k: v for k, (_, v) in told.items()} for name, told in shortcuts
                }
                given = [
                    (name, {**told, "trigger_description": ("s", self.gives or "")})
                    for name, told in shortcuts
                ]
                results = {"shortcuts": ("a(sa{sv})", given)} if self.gives else {}
                self._promise(call, options, 0 if self.gives else 1, results)
            case "Close":
                self.closed.set()

    def _promise(
        self, call: Message, options: dict[str, Any], outcome: int, results: dict[str, Any]
    ) -> None:
        fields = call.header.fields
        path = f"{PLACE}/request/{_escaped(fields)}/{options['handle_token'][1]}"
        self._bus.send_message(new_method_return(call, "o", (path,)))
        body = (outcome, results)
        self._tell(path, "org.freedesktop.portal.Request", "Response", "ua{sv}", body)

    def _tell(self, path: str, interface: str, name: str, form: str, body: tuple[Any, ...]) -> None:
        self._bus.send_message(new_signal(DBusAddress(path, BUS, interface), name, form, body))


def _escaped(fields: dict[HeaderFields, Any]) -> str:
    return str(fields[HeaderFields.sender]).removeprefix(":").replace(".", "_")
