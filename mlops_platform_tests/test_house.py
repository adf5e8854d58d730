"""The rules of the house that no linter knows: the thread, the mirror of tests, names, sizes."""

import ast
import importlib
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from mlops_platform.core.registry import rules_of
from mlops_platform.core.sections.readiness_report import ReportSections

TOP = Path(__file__).parents[1]
HOUSE = TOP / "mlops_platform"
TESTS = TOP / "mlops_platform_tests"
FORBIDDEN_NAMES = re.compile(r"(?:.*_)?(?:utils?|helpers?|common|misc|base|types|managers?)")
DOCUMENTS = (
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "docs/adding.md",
    "docs/architecture.md",
    "docs/catalog.md",
    "docs/decisions",
    "docs/drift.md",
    "docs/execution.md",
    "docs/language-model.md",
    "docs/lifecycle.md",
    "docs/report.schema.json",
    "docs/retraining.md",
    "docs/rules.md",
    "docs/security.md",
    "docs/settings.md",
)
LONGEST_FILE, LONGEST_RULE, LONGEST_ASSET = 250, 70, 50
# Split, so that this file does not hold what it looks for.
FOREIGN = re.compile("|".join((re.escape(f"{TOP}/"), "pypi" + r"\.org", "python" + "hosted")))


def modules(folder: str) -> list[Path]:
    return sorted(path for path in (HOUSE / folder).rglob("*.py") if path.name != "__init__.py")


def named(path: Path) -> str:
    return path.relative_to(TOP).as_posix()


def assets() -> list[str]:
    return [path.stem for path in modules("defs/assets")]


def camel_case(name: str) -> str:
    return "".join(word.capitalize() for word in name.split("_"))


@pytest.mark.parametrize("asset", assets())
def test_an_asset_is_one_thread(asset):
    module = importlib.import_module(f"mlops_platform.defs.assets.{asset}")
    definition = getattr(module, asset)
    assert definition.key.to_user_string() == asset
    assert definition.op.name == asset
    section = importlib.import_module(f"mlops_platform.core.sections.{asset}")
    assert getattr(section, camel_case(asset)).model_fields["asset"].default == asset


def test_every_section_has_its_asset():
    sections = {path.stem for path in modules("core/sections")} - {"section", "executed_section"}
    assert sections == set(assets())


def test_every_assessed_section_has_its_rules_and_every_shelf_of_rules_its_section():
    shelves = {path.name for path in (HOUSE / "core/rules").iterdir() if path.is_dir()}
    assert shelves - {"__pycache__"} == set(ReportSections.model_fields)
    for asset in ReportSections.model_fields:
        assert rules_of(asset)


def test_every_question_to_a_language_model_has_its_prompt():
    prompts = {path.stem for path in (HOUSE / "core/prompts").glob("*.md")}
    assert prompts == {"rules_of_answering", "readiness_report", *ReportSections.model_fields}


SHELVES = (
    "adapters",
    "commands",
    "core/artifact_kinds",
    "core/detectors",
    "core/drift_formats",
    "core/drift_tests",
    "core/environments",
    "core/formats",
    "core/metric_sources",
    "core/recipes",
    "core/rules",
    "core/triggers",
    "terminal",
)


@pytest.mark.parametrize("shelf", SHELVES)
def test_every_file_of_a_shelf_has_its_mirrored_test(shelf):
    missing = [
        named(path)
        for path in modules(shelf)
        if not list(mirrored(path).parent.glob(f"test_{path.stem}*.py"))
    ]
    assert missing == []


def mirrored(path: Path) -> Path:
    return TESTS / path.relative_to(HOUSE)


def test_every_mirrored_test_stands_beside_nothing_that_is_gone():
    orphans = [
        named(path)
        for shelf in ("core/detectors", "core/rules", "core/formats")
        for path in sorted((TESTS / shelf).rglob("test_*.py"))
        if not (HOUSE / path.relative_to(TESTS).with_name(path.name[len("test_") :])).exists()
        and path.parent != TESTS / shelf
    ]
    assert orphans == []


@pytest.mark.parametrize(
    ("folder", "limit"),
    [("", LONGEST_FILE), ("core/rules", LONGEST_RULE), ("defs/assets", LONGEST_ASSET)],
)
def test_files_are_short(folder, limit):
    lengths = {named(path): len(path.read_text().splitlines()) for path in modules(folder)}
    assert {name: length for name, length in lengths.items() if length > limit} == {}


def test_no_name_says_nothing():
    found = [
        named(path)
        for path in [*HOUSE.rglob("*"), *TESTS.rglob("*")]
        if path.suffix in (".py", "")
        and "__pycache__" not in path.parts
        and FORBIDDEN_NAMES.fullmatch(path.stem.replace("io_manager", ""))
    ]
    assert found == []


def test_imports_are_absolute():
    relative = [
        f"{named(path)}:{node.lineno}"
        for path in [*modules(""), *sorted(TESTS.rglob("*.py"))]
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.ImportFrom) and node.level
    ]
    assert relative == []


def test_an_init_file_holds_one_docstring():
    for path in HOUSE.rglob("__init__.py"):
        body = ast.parse(path.read_text()).body
        assert len(body) == 1, named(path)
        assert ast.get_docstring(ast.parse(path.read_text())), named(path)


def test_every_module_says_what_it_is():
    silent = [
        named(path) for path in modules("") if not ast.get_docstring(ast.parse(path.read_text()))
    ]
    assert silent == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_document_exists(document):
    path = TOP / document
    assert path.exists()
    assert any(path.iterdir()) if path.is_dir() else path.stat().st_size > 0


def tracked_texts() -> Iterator[tuple[str, str]]:
    listed = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z"],
        cwd=TOP,
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    for name in listed.split("\0"):
        if name and (TOP / name).is_file():
            yield name, (TOP / name).read_text(errors="replace")


def test_no_tracked_file_names_a_place_of_one_machine_or_a_registry():
    found = {
        f"{name}: {match[0]}"
        for name, text in tracked_texts()
        for match in [FOREIGN.search(text)]
        if match
    }
    assert found == set()


def test_the_pins_hold_versions_and_nothing_else():
    lines = (TOP / "constraints.txt").read_text().splitlines()
    assert lines == sorted(lines, key=lambda line: line.split("==")[0].lower().replace("_", "-"))
    for line in lines:
        assert re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.+!]+", line)
        assert not line.lower().startswith(("mlops-platform", "mlops_platform"))


def test_every_word_of_the_makefile_is_explained():
    text = (TOP / "Makefile").read_text()
    for word in ("run", "dev", "check", "unit", "test", "bench", "docs", "help", "setup"):
        assert re.search(rf"^{word}:.*## \S", text, re.MULTILINE), word
