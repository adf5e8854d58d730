"""What a pyproject.toml declares: PEP 621, dependency groups, and the tables of the tools."""

from collections.abc import Iterator

from mlops_platform.core.facts.declared.requirement import (
    ManifestText,
    Requirement,
    parse_requirement,
    parse_table_entry,
    present,
)
from mlops_platform.core.facts.text.documents import (
    Document,
    Value,
    at,
    list_at,
    mapping_at,
    text_at,
)
from mlops_platform.core.facts.text.toml_lines import TomlLines

_NO_GROUP = ""


def parse_pyproject(document: Document) -> ManifestText | None:
    """Read what a pyproject.toml declares; None where it only sets up tools."""
    value, lines = document.value, TomlLines(document.text)
    is_poetry = bool(mapping_at(value, "tool", "poetry"))
    requirements = present(_requirements(value, lines))
    if not (requirements or is_poetry or mapping_at(value, "project")):
        return None
    python = text_at(value, "project", "requires-python") or _poetry_python(value)
    return ManifestText(
        kind="poetry"
        if is_poetry and not list_at(value, "project", "dependencies")
        else "pyproject",
        requirements=requirements,
        python_requires=python or None,
        python_requires_line=_python_line(lines) if python else None,
        scripts=tuple(sorted(_scripts(value))),
        package_name=text_at(value, "project", "name")
        or text_at(value, "tool", "poetry", "name")
        or None,
    )


def parse_pipfile(document: Document) -> ManifestText:
    """Read what a Pipfile declares."""
    value, lines = document.value, TomlLines(document.text)
    python = text_at(value, "requires", "python_full_version") or text_at(
        value, "requires", "python_version"
    )
    requirements = [
        *_table(value, lines, ("packages",), _NO_GROUP),
        *_table(value, lines, ("dev-packages",), "dev"),
    ]
    return ManifestText(
        kind="pipfile",
        requirements=present(requirements),
        python_requires=python or None,
        python_requires_line=lines.key("requires", "python_version") if python else None,
        scripts=tuple(sorted((k, text_at(v)) for k, v in mapping_at(value, "scripts").items())),
    )


def _requirements(value: Value, lines: TomlLines) -> Iterator[Requirement | None]:
    yield from _array(value, lines, ("project", "dependencies"), _NO_GROUP)
    for group in mapping_at(value, "project", "optional-dependencies"):
        yield from _array(value, lines, ("project", "optional-dependencies", group), group)
    for group in mapping_at(value, "dependency-groups"):
        yield from _array(value, lines, ("dependency-groups", group), group)
    yield from _array(value, lines, ("tool", "uv", "dev-dependencies"), "dev")
    for group in mapping_at(value, "tool", "pdm", "dev-dependencies"):
        yield from _array(value, lines, ("tool", "pdm", "dev-dependencies", group), group)
    for name in mapping_at(value, "tool", "hatch", "envs"):
        group = "dev" if name == "default" else name
        yield from _array(value, lines, ("tool", "hatch", "envs", name, "dependencies"), group)
    yield from _poetry(value, lines)
    yield from _pixi(value, lines)


def _poetry(value: Value, lines: TomlLines) -> Iterator[Requirement]:
    poetry = ("tool", "poetry")
    # With PEP 621 dependencies this table only tells where to fetch them.
    if not list_at(value, "project", "dependencies"):
        yield from _table(value, lines, (*poetry, "dependencies"), _NO_GROUP)
    yield from _table(value, lines, (*poetry, "dev-dependencies"), "dev")
    for group in mapping_at(value, *poetry, "group"):
        yield from _table(value, lines, (*poetry, "group", group, "dependencies"), group)


def _pixi(value: Value, lines: TomlLines) -> Iterator[Requirement]:
    pixi = ("tool", "pixi")
    for table in ("dependencies", "pypi-dependencies"):
        yield from _table(value, lines, (*pixi, table), _NO_GROUP)
        for feature in mapping_at(value, *pixi, "feature"):
            yield from _table(value, lines, (*pixi, "feature", feature, table), feature)


def _array(
    value: Value, lines: TomlLines, keys: tuple[str, ...], group: str
) -> Iterator[Requirement | None]:
    for item in list_at(value, *keys):
        if isinstance(item, str):
            yield parse_requirement(item, group, lines.string(item, keys))


def _table(
    value: Value, lines: TomlLines, keys: tuple[str, ...], group: str
) -> Iterator[Requirement]:
    for name, entry in mapping_at(value, *keys).items():
        if name != "python" and not _is_local(entry):
            yield parse_table_entry(name, entry, group, lines.key(*keys, name))


def _is_local(entry: Value) -> bool:
    return isinstance(entry, dict) and "path" in entry


def _scripts(value: Value) -> Iterator[tuple[str, str]]:
    for keys in (("project", "scripts"), ("project", "gui-scripts"), ("tool", "poetry", "scripts")):
        for name, target in mapping_at(value, *keys).items():
            place = text_at(target, "reference") or text_at(target, "callable") or text_at(target)
            yield name, place


def _poetry_python(value: Value) -> str:
    python = at(value, "tool", "poetry", "dependencies", "python")
    return text_at(python, "version") if isinstance(python, dict) else text_at(python)


def _python_line(lines: TomlLines) -> int | None:
    return lines.exact("project", "requires-python") or lines.exact(
        "tool", "poetry", "dependencies", "python"
    )
