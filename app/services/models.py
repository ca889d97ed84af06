"""The base in use: which file, its hash, its prompt and sampling, and the engine that runs it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.engine import catalogue, download
from app.engine.catalogue import ModelChoice, ModelEntry
from app.engine.client import Engine, ModelInfo, SamplingSettings
from app.settings import Settings


class Models:
    """Thread-safe. The engine starts on first use and follows a change of model."""

    def __init__(self, settings: Callable[[], Settings]) -> None:
        self._settings = settings
        self._lock = threading.RLock()
        self._engine: Engine | None = None
        self._running: tuple[Path, int] | None = None

    def all(self) -> list[ModelEntry]:
        return catalogue.entries()

    def listing(self) -> list[dict[str, Any]]:
        """What can be had and what is here, for people and for JSON."""
        chosen = self._settings().model or catalogue.STARTER
        rows = [
            {
                "name": entry.name,
                "title": entry.title,
                "size": entry.size,
                "installed": catalogue.is_installed(entry),
                "in_use": entry.name == chosen,
            }
            for entry in catalogue.entries()
        ]
        if all(not row["in_use"] for row in rows):
            path = Path(chosen)
            size = path.stat().st_size if path.is_file() else None
            own = {"name": chosen, "title": path.stem, "size": size}
            rows.append({**own, "installed": size is not None, "in_use": True})
        return rows

    def current(self) -> ModelChoice:
        """The chosen model. KnownError when it is not on this machine."""
        return catalogue.find(self._settings().model or catalogue.STARTER)

    def check(self, name_or_path: str) -> str:
        """What the settings should say to mean that model. KnownError unless it is on this machine
        and can be run."""
        choice = catalogue.find(name_or_path)
        catalogue.identify(choice.path)
        return choice.entry.name if choice.entry else str(choice.path)

    def pull(self, name: str, on_progress: Callable[[int, int], None] = lambda *_: None) -> Path:
        """Slow. `on_progress(bytes_done, bytes_total)`."""
        return download.pull(catalogue.entry(name), catalogue.models_folder(), on_progress)

    def base_sha256(self) -> str:
        return catalogue.sha256_of(self.current().path)

    def system_prompt(self) -> str:
        return catalogue.system_prompt(self.current())

    def sampling(
        self,
        *,
        seed: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        max_tokens: int | None = None,
    ) -> SamplingSettings:
        """What suits the model, overridden by the settings, overridden by the call."""
        settings = self._settings()
        return catalogue.sampling(
            self.current(),
            seed=seed,
            temperature=settings.temperature if temperature is None else temperature,
            top_p=top_p,
            max_tokens=max_tokens or settings.max_tokens,
        )

    def start(self) -> ModelInfo:
        """Slow at first: loads the model. KnownError when it cannot be loaded."""
        return self.engine().start()

    def engine(self) -> Engine:
        """The engine for the current model; one that ran another model is closed."""
        with self._lock:
            wanted = (self.current().path, self._settings().context_tokens)
            if self._engine is not None and self._running != wanted:
                self._engine.close()
                self._engine = None
            if self._engine is None:
                self._engine = Engine(wanted[0], n_ctx=wanted[1])
                self._running = wanted
            return self._engine

    def forget(self) -> None:
        """What the engine has read and learned leaves its memory; see `Engine.forget`."""
        engine = self._engine
        if engine is not None:
            engine.forget()

    def close(self) -> None:
        with self._lock:
            if self._engine is not None:
                self._engine.close()
                self._engine = None
