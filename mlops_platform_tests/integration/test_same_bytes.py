"""The same commit gives the same bytes: in another process, folder, home and hash order."""

from pathlib import Path

import pytest

from mlops_platform_tests.integration.analyzed_repository import KEY, World, serve_example

pytestmark = pytest.mark.integration


def report(world: World, cwd: Path, seed: str) -> str:
    cwd.mkdir()
    world.environment["PYTHONHASHSEED"] = seed
    done = world.call("mlops-platform", "analyze", f"https://{KEY}", "--format", "json", cwd=cwd)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_report_is_byte_identical(tmp_path: Path) -> None:
    with serve_example(tmp_path / "world") as world:
        first = report(world, tmp_path / "one", "1")
        second = report(world.elsewhere(tmp_path / "other_home"), tmp_path / "two", "2")
    assert world.commit in first
    assert first == second
