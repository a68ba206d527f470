"""Model files by name, checked against the manifest."""

import tomllib
from importlib.resources import files

import msgspec

from counterclaim.errors import ModelError
from counterclaim.values.digest import bytes_digest


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A line of `manifest.toml`.

    Attributes:
        name: What the file is called in code.
        file: Its name in this folder.
        sha256: Of its bytes, in lower-case hexadecimal.
        licence: SPDX identifier, or words where none fits.
        card: The file that describes it.
    """

    name: str
    file: str
    sha256: str
    licence: str
    card: str


def manifest() -> tuple[Entry, ...]:
    """All files of the manifest, in its order.

    Raises:
        ModelError: If the manifest is missing or does not fit.
    """
    try:
        tables = tomllib.loads((files("counterclaim.models") / "manifest.toml").read_text(encoding="utf-8"))
        return msgspec.convert(tables.get("model", []), tuple[Entry, ...])
    except (OSError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise ModelError(f"models/manifest.toml cannot be read: {error}") from error


def read_model(name: str) -> bytes:
    """The bytes of the model file that the manifest calls `name`.

    Raises:
        ModelError: If the manifest has no such name, or the file is missing or not the one it names.
    """
    entry = next((entry for entry in manifest() if entry.name == name), None)
    if entry is None:
        raise ModelError(f"models/manifest.toml has no model called {name}")
    try:
        data = (files("counterclaim.models") / entry.file).read_bytes()
    except OSError as error:
        raise ModelError(f"the model file {entry.file} is missing; install Counterclaim again") from error
    if bytes_digest(data) != entry.sha256:
        raise ModelError(f"the model file {entry.file} is not the one its manifest names; install Counterclaim again")
    return data
