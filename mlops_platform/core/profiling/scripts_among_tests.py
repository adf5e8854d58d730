"""Scripts that are kept among the tests: a person starts them, and they assert nothing."""

from collections.abc import Iterator

from mlops_platform.core.facts.repository import Role
from mlops_platform.core.facts.source_code import Definition, SourceFile

FRAMEWORKS = frozenset(
    {"absl", "behave", "django", "hypothesis", "nose", "nose2", "pytest", "testtools", "unittest"}
)


def is_script(file: SourceFile) -> bool:
    """Tell a script from a test, whose name or folder it has."""
    if is_script_among_tests(file):
        return True
    is_test = any(entry.name.rpartition(".")[2].startswith("test_") for entry in file.definitions)
    is_among_tests = bool({"test", "tests"} & set(file.path.split("/")[:-1]))
    return file.main_line is not None and not is_test and not is_among_tests


def is_script_among_tests(file: SourceFile) -> bool:
    """Tell a script from a test: it starts itself, asserts nothing, and calls what it is made of.

    `test_loop(model, rows)` of such a file is a function that measures, and no test.
    """
    is_script = file.role is Role.TEST and file.main_line is not None and not file.asserts
    if not is_script or any(e.module.partition(".")[0] in FRAMEWORKS for e in file.imports):
        return False
    called = {call.name for call in file.calls}
    return all(
        "." not in each.name and (each.parameters or each.name in called)
        for each in _named_as_tests(file)
    )


def _named_as_tests(file: SourceFile) -> Iterator[Definition]:
    for entry in file.definitions:
        if entry.kind != "class" and entry.name.rpartition(".")[2].startswith("test"):
            yield entry
