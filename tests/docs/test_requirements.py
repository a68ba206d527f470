"""The pinned requirement files hold what pyproject.toml asks for, with hashes, and say nothing of where it lies."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
RUNTIME = PROJECT["dependencies"]
DEV = [*RUNTIME, *PROJECT["optional-dependencies"]["dev"]]


def pinned(name: str) -> dict[str, list[Version]]:
    found: dict[str, list[Version]] = {}
    for line in (ROOT / name).read_text("utf-8").splitlines():
        if match := re.match(r"^([\w.-]+)(?:\[[\w,]+\])?==(\S+)", line):
            found.setdefault(canonicalize_name(match[1]), []).append(Version(match[2]))
    return found


@pytest.mark.parametrize(("name", "needs"), [("requirements.txt", RUNTIME), ("requirements-dev.txt", DEV)])
def test_what_is_needed_is_pinned(name: str, needs: list[str]) -> None:
    pins = pinned(name)
    for need in map(Requirement, needs):
        versions = pins.get(canonicalize_name(need.name), [])
        assert versions, f"{need} is not in {name}: run make lock"
        assert all(need.specifier.contains(version) for version in versions), f"{need} against {name}: run make lock"


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_pin_has_hashes_and_no_place(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert "://" not in text
    assert "index" not in re.sub(r"^[\w.-]*index[\w.-]*==", "", text, flags=re.MULTILINE)
    for block in re.split(r"\n(?=\w)", text.strip()):
        assert "--hash=sha256:" in block, block


def test_no_training_package_in_the_runtime() -> None:
    assert not {"torch", "transformers"} & set(pinned("requirements.txt"))


def test_tests_run_with_the_very_packages_of_the_runtime() -> None:
    runtime, dev = pinned("requirements.txt"), pinned("requirements-dev.txt")
    assert {name: dev.get(name) for name in runtime} == runtime
