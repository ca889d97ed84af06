"""The engine process: `python -m app.engine.server`, frames on stdin and stdout.

The main thread computes. A second thread reads, so that `stop` is seen in the middle of a reply
and the end of stdin, which means that the window is gone, ends the process whatever it is doing.
Nothing is ever logged that a user wrote or a model said.
"""

from __future__ import annotations

import os
import queue
import sys
import threading
import traceback
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any, BinaryIO, NoReturn

from adapters.errors import LearnerError, error_message
from adapters.protocol import claim_stdio, read_frame, write_frame
from adapters.runtime import Base, Sampling
from app.domain.phrases import phrase
from app.engine.fitting import fit

Frame = tuple[dict[str, Any], bytes]


class Server:
    """Answers one request after the other. Messages in: load, adapter, forget, generate, stop,
    count, and read, which alone has no answer: it only prepares one, and ends when anything is
    asked."""

    def __init__(self, incoming: BinaryIO, outgoing: BinaryIO) -> None:
        self._incoming = incoming
        self._outgoing = outgoing
        self._requests: queue.SimpleQueue[Frame] = queue.SimpleQueue()
        self._stop = threading.Event()
        self._base: Base | None = None

    def run(self) -> NoReturn:
        threading.Thread(target=self._read, daemon=True).start()
        while True:
            message, blob = self._requests.get()
            try:
                self._handle(message, blob)
            except BrokenPipeError:
                os._exit(0)  # nobody is left to hear it
            except LearnerError as error:
                self._send(error_message(error))
            except Exception as error:  # noqa: BLE001 - told to the window, which shows it as a bug
                sys.stderr.writelines(traceback.format_tb(error.__traceback__))
                self._send(error_message(error))

    def _read(self) -> NoReturn:
        asked = None  # the number of the reply that was asked for last
        try:
            while frame := read_frame(self._incoming):
                kind = frame[0].get("type")
                if kind == "stop":
                    if frame[0].get("request") == asked:  # not one that has ended meanwhile
                        self._stop.set()
                    continue
                if kind == "generate":
                    asked = frame[0].get("request")
                    self._stop.clear()
                self._requests.put(frame)
        finally:
            os._exit(0)  # not sys.exit: the main thread may be deep inside llama.cpp

    def _send(self, message: dict[str, Any]) -> None:
        write_frame(self._outgoing, message)

    def _handle(self, message: Mapping[str, Any], blob: bytes) -> None:
        match message.get("type"):
            case "load":
                self._load(Path(message["path"]), message["n_ctx"], message["threads"])
            case "adapter":
                self._loaded().attach(blob or None, message["scale"])
                self._send({"type": "adapter_set", "id": message["id"]})
            case "forget":
                if self._base is not None:
                    self._base.attach(None)
                self._send({"type": "forgotten"})
            case "generate":
                sampling = Sampling(**message["sampling"])
                self._generate(message["request"], message["turns"], sampling, message["begun"])
            case "count":
                tokens = len(self._loaded().prompt_tokens(message["turns"]))
                self._send({"type": "counted", "tokens": tokens})
            case "read":
                self._read_ahead(message["turns"], message["most"])
            case _:
                raise LearnerError(
                    phrase("Unknown request"),
                    phrase("The engine was asked for something it does not know."),
                    phrase("Restart Reverie: its parts are of different versions."),
                )

    def _load(self, path: Path, n_ctx: int, threads: int | None) -> None:
        if self._base is not None:
            self._base.close()
            self._base = None
        self._base = Base(path, n_ctx=n_ctx, n_threads=threads)
        self._send({"type": "loaded", "model": asdict(self._base.info)})

    def _loaded(self) -> Base:
        if self._base is None:
            raise LearnerError(
                phrase("No model is loaded"),
                phrase("The engine has no model yet."),
                phrase("Load a model first."),
            )
        return self._base

    def _generate(
        self, request: int, turns: list[dict[str, str]], sampling: Sampling, begun: str
    ) -> None:
        base = self._loaded()
        written = base.plain_tokens(begun)
        room = base.info.n_ctx - len(written)
        prompt = fit(turns, base.prompt_tokens, n_ctx=room, max_tokens=sampling.max_tokens)
        tokens = [*prompt.tokens, *written]
        parts: list[str] = []
        for piece in base.generate(tokens, sampling, self._stop.is_set, begun=len(written)):
            if not parts:
                self._send_start(request, tokens, prompt.dropped)
            parts.append(piece.text)
            if piece.text:
                self._send({"type": "piece", "request": request, "text": piece.text})
        if not parts:
            self._send_start(request, tokens, prompt.dropped)
        stats = base.last
        if stats is None:
            raise RuntimeError("the reply ended without its statistics")
        told = asdict(stats)
        del told["reused_tokens"]
        self._send({"type": "done", "request": request, "text": "".join(parts), **told})

    def _read_ahead(self, turns: list[dict[str, str]], most: int | None) -> None:
        try:
            base = self._loaded()
            base.read(base.prompt_tokens(turns), most, lambda: not self._requests.empty())
        except Exception as error:  # noqa: BLE001 - it would pass for the next request's answer
            sys.stderr.write(f"{type(error).__name__}\n")  # its words may quote the user's
            sys.stderr.flush()
            os._exit(1)

    def _send_start(self, request: int, tokens: list[int], dropped: int) -> None:
        self._send(
            {
                "type": "start",
                "request": request,
                "prompt_tokens": len(tokens),
                "reused_tokens": self._loaded().reused_tokens,
                "dropped_turns": dropped,
            }
        )


if __name__ == "__main__":
    Server(*claim_stdio()).run()
