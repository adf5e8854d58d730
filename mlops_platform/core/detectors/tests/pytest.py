"""pytest: tests as plain functions with assertions."""

from mlops_platform.core.clues.clue import Clue, commanded, configured, declared, imported
from mlops_platform.core.clues.conclude import practice
from mlops_platform.core.clues.files_with_tests import counted, files_with_tests, has_unittest_class
from mlops_platform.core.evidence import Detection, Evidence
from mlops_platform.core.facts.own_code import is_under
from mlops_platform.core.facts.reading import Reading
from mlops_platform.core.facts.source_code import SourceFile


def detect(reading: Reading) -> Detection | None:
    """Find test files with test functions or its imports, else its declaration."""
    tests = files_with_tests(reading)
    files = [file for file in tests if _is_for_pytest(file)]
    runs = () if files or not tests else commanded(reading, "pytest", "py.test")
    used = (*(Clue(file.role, Evidence(path=file.path)) for file in files), *runs)
    if not used and imported(reading, "pytest"):
        return None
    settings = configured(reading, "toml_table", "tool.pytest*")
    settings += configured(reading, "ini_section", "pytest", "tool:pytest")
    unproven = (*declared(reading, "pytest", "pytest-*"), *(clue.place for clue in settings))
    return practice("pytest", used, unproven, note=counted(files) if files else "")


def _is_for_pytest(file: SourceFile) -> bool:
    functions = [entry.name for entry in file.definitions if entry.kind != "class"]
    if has_unittest_class(file):
        functions = [name for name in functions if "." not in name]
    is_imported = any(is_under(item.module, ("pytest",)) for item in file.imports)
    return is_imported or any(name.rpartition(".")[2].startswith("test") for name in functions)
