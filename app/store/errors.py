"""Every way in which the store, its key or an adapter file can be out of order, one type each.

All texts for people live here: a title, what happened, what to do now. None of them holds a
key, a passphrase or a stored text.
"""

from __future__ import annotations

from pathlib import Path

from app.domain.errors import KnownError

_RESTORE = "Restore the latest backup. The file was left exactly as it is."


class StoreError(KnownError):
    """The store cannot be opened, read or written."""


class EmptyStoreError(StoreError):
    def __init__(self, path: Path) -> None:
        super().__init__("The store is empty", f"{path} has 0 bytes.", _RESTORE)


class TruncatedStoreError(StoreError):
    def __init__(self, path: Path, size: int) -> None:
        super().__init__(
            "The store is cut short",
            f"{path} ends after {size} bytes, in the middle of its data.",
            _RESTORE,
        )


class DamagedStoreError(StoreError):
    def __init__(self, path: Path, where: str) -> None:
        super().__init__("The store is damaged", f"{path} was altered: {where}.", _RESTORE)


class ForeignStoreError(StoreError):
    def __init__(self, path: Path, what: str = "another kind of file") -> None:
        super().__init__(
            "This is not a Reverie store",
            f"{path} is {what}.",
            "Move that file away, or choose another profile folder. It was left as it is.",
        )


class PlaintextStoreError(ForeignStoreError):
    def __init__(self, path: Path) -> None:
        super().__init__(path, "an unencrypted database, which Reverie never writes")


class WrongKeyError(StoreError):
    def __init__(self, path: Path) -> None:
        super().__init__(
            "The key does not fit the store",
            f"{path} was encrypted with another key, or its first page is destroyed.",
            "Open it with the key it was made with, or restore a backup. "
            "The file was left exactly as it is.",
        )


class NewerStoreError(StoreError):
    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(
            "The store is from a newer Reverie",
            f"{path} has schema version {found}; this version knows {known}.",
            "Install the newer version again. The file was left exactly as it is.",
        )


class MissingStoreError(StoreError):
    def __init__(self, path: Path) -> None:
        super().__init__(
            "The store is missing",
            f"{path} is gone, though other data of this profile is still there.",
            "Put the file back or restore a backup. No new store was made in its place.",
        )


class StoreInUseError(StoreError):
    def __init__(self, profile: Path) -> None:
        super().__init__(
            "The store is open elsewhere",
            f"Another Reverie process is using {profile}.",
            "Close that one first, or choose another profile folder.",
        )


class DiskFullError(StoreError):
    def __init__(self, path: Path) -> None:
        super().__init__(
            "The disk is full",
            f"There is no room to write beside {path}. What was saved before is safe.",
            "Free some space and try again.",
        )


class ReadOnlyStoreError(StoreError):
    def __init__(self, path: Path) -> None:
        super().__init__(
            "The profile cannot be written",
            f"{path} or its folder is read-only, or belongs to another user.",
            "Give yourself write access to the folder, or choose another profile folder.",
        )


class DiskFaultError(StoreError):
    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(
            "The disk reported a fault",
            f"Reading or writing {path} failed: {detail}.",
            "Check the disk and its free space, then try again.",
        )


class ScrubUnfinishedError(StoreError):
    def __init__(self, cause: StoreError) -> None:
        super().__init__(
            "Forgetting is not finished",
            "The entries are deleted, but their old bytes inside the encrypted store could not "
            f"be overwritten yet: {cause.title.lower()}.",
            f"{cause.remedy} The rest is done at the next start.",
        )


class NotFoundError(StoreError):
    def __init__(self, what: str, identity: str) -> None:
        super().__init__(
            f"No such {what}",
            f"There is no {what} with the id {identity}.",
            "List what there is, and use an id from that list.",
        )


class ForgottenRowsError(StoreError):
    """An adapter that saw a forgotten signal must never answer again."""

    def __init__(self, adapter: str, missing: int) -> None:
        super().__init__(
            "This adapter saw something you had it forget",
            f"{missing} of the signals that adapter {adapter} learned from are gone.",
            "Let the next night learn without them.",
        )


class MasterKeyError(KnownError):
    """The master key cannot be had. Each of these can be retried without a restart."""


class PassphraseNeededError(MasterKeyError):
    def __init__(self, why: str) -> None:
        super().__init__(
            "A passphrase is needed",
            why,
            "Enter it in the window, or name a file that holds it with --passphrase-file.",
        )


class WrongPassphraseError(MasterKeyError):
    def __init__(self) -> None:
        super().__init__(
            "Wrong passphrase",
            "The passphrase does not unlock this profile's key.",
            "Try again. Nothing was changed.",
        )


class KeyFileDamagedError(MasterKeyError):
    def __init__(self, path: Path) -> None:
        super().__init__(
            "The key file is damaged",
            f"{path} cannot be read as a key file.",
            "Restore that file from a backup of the profile. Nothing was changed.",
        )


class KeyFileMissingError(MasterKeyError):
    def __init__(self, path: Path) -> None:
        super().__init__(
            "The key file is missing",
            f"{path} is gone, but there is data that was encrypted with its key.",
            "Put the file back from a backup of the profile. No new key was made.",
        )


class KeyAbsentError(MasterKeyError):
    def __init__(self, backend: str) -> None:
        super().__init__(
            "The key is not in the keyring",
            f"The keyring ({backend}) answers but has no entry for this profile.",
            "Log in to the desktop account that made this profile, or restore its keyring. "
            "No new key was made.",
        )


class KeyEntryDamagedError(MasterKeyError):
    def __init__(self, backend: str) -> None:
        super().__init__(
            "The key in the keyring is damaged",
            f"The entry for this profile in the keyring ({backend}) is not a key.",
            "Restore the keyring. Nothing was changed.",
        )


class KeyringLockedError(MasterKeyError):
    def __init__(self, backend: str) -> None:
        super().__init__(
            "The keyring is locked",
            f"The keyring ({backend}) stayed locked, or its prompt was dismissed.",
            "Unlock the keyring and try again.",
        )


class KeyringDeniedError(MasterKeyError):
    def __init__(self, backend: str) -> None:
        super().__init__(
            "The keyring refused",
            f"The keyring ({backend}) did not let Reverie read or store its key.",
            "Allow Reverie in the keyring's settings and try again.",
        )


class KeyringUnavailableError(MasterKeyError):
    def __init__(self, backend: str, now: str) -> None:
        super().__init__(
            "No keyring answers",
            f"This profile's key is in the keyring ({backend}), but now there is only {now}.",
            "Log in to the desktop session that has the keyring, start its service, and try again.",
        )


class BackendChangedError(MasterKeyError):
    def __init__(self, recorded: str, now: str) -> None:
        super().__init__(
            "The keyring has changed",
            f"This profile's key is in {recorded}; this session offers {now}.",
            f"Start Reverie where {recorded} is the keyring, or select it with the environment "
            f"variable PYTHON_KEYRING_BACKEND={recorded}. Nothing was changed.",
        )


class AdapterFileError(KnownError):
    """A stored adapter cannot be used. The base model answers without it."""


class AdapterMissingError(AdapterFileError):
    def __init__(self, identity: str) -> None:
        super().__init__(
            "The adapter's file is missing",
            f"The file of adapter {identity} is gone.",
            "Choose another night, or let the next night make a new one.",
        )


class AdapterAlteredError(AdapterFileError):
    def __init__(self, identity: str) -> None:
        super().__init__(
            "The adapter's file was altered",
            f"The file of adapter {identity} is not the one that its night wrote.",
            "Choose another night, or let the next night make a new one.",
        )
