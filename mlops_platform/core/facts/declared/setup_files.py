"""What setup.py and setup.cfg declare. setup.py is parsed, never run: only literals are read."""

import ast
import configparser
from collections.abc import Iterable, Iterator, Mapping

from mlops_platform.core.facts.declared.requirement import ManifestText, parse_requirement, present
from mlops_platform.core.facts.text.texts import line_of

_MAX_FOLDING = 20
_OWNERS = ("setuptools", "core")
Text = tuple[str, int]


def parse_setup_py(source: str) -> ManifestText | None:
    """Read the literal arguments of the `setup(…)` call; None where there is no such call.

    Raises what `ast.parse` raises: SyntaxError, ValueError, RecursionError, MemoryError.
    """
    tree = ast.parse(source)
    call = next((node for node in ast.walk(tree) if _is_setup(node)), None)
    if not isinstance(call, ast.Call):
        return None
    values = _assignments(tree)
    arguments = {each.arg: each.value for each in call.keywords if each.arg}
    requirements = [
        parse_requirement(text, group, line)
        for group, node in _requirement_nodes(arguments, values)
        for text, line in _texts(node, values)
    ]
    python = next(_texts(arguments.get("python_requires"), values), None)
    name = next(_texts(arguments.get("name"), values), None)
    return ManifestText(
        kind="setup_py",
        requirements=present(requirements),
        python_requires=python[0] if python else None,
        python_requires_line=python[1] if python else None,
        scripts=_console_scripts(_entry_points(arguments.get("entry_points"), values)),
        package_name=name[0] if name else None,
    )


def parse_setup_cfg(text: str) -> ManifestText | None:
    """Read the metadata and options of a setup.cfg; None where it only sets up tools."""
    parser = configparser.RawConfigParser(strict=False, delimiters=("=",))
    try:
        parser.read_string(text)
    except configparser.Error:
        return None
    if not (parser.has_section("options") or parser.has_section("metadata")):
        return None
    lists = [("", parser.get("options", "install_requires", fallback=""))]
    if parser.has_section("options.extras_require"):
        lists += parser.items("options.extras_require")
    requirements = [
        parse_requirement(line, group, line_of(text, line))
        for group, lines in lists
        for line in map(str.strip, lines.replace(";\n", "\n").split("\n"))
        if line and not line.startswith(("#", "file:"))
    ]
    python = parser.get("options", "python_requires", fallback="").strip()
    scripts = parser.get("options.entry_points", "console_scripts", fallback="").split("\n")
    return ManifestText(
        kind="setup_cfg",
        requirements=present(requirements),
        python_requires=python or None,
        python_requires_line=line_of(text, "python_requires") if python else None,
        scripts=_console_scripts(scripts),
        package_name=parser.get("metadata", "name", fallback="").strip() or None,
    )


def _is_setup(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call):
        return False
    if isinstance(node.func, ast.Attribute):
        owner = node.func.value
        return node.func.attr == "setup" and isinstance(owner, ast.Name) and owner.id in _OWNERS
    return isinstance(node.func, ast.Name) and node.func.id == "setup"


def _assignments(tree: ast.Module) -> dict[str, ast.expr]:
    return {
        target.id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def _requirement_nodes(
    arguments: Mapping[str, ast.expr], values: Mapping[str, ast.expr]
) -> Iterator[tuple[str, ast.expr]]:
    if "install_requires" in arguments:
        yield "", arguments["install_requires"]
    if "tests_require" in arguments:
        yield "test", arguments["tests_require"]
    extras = _named(arguments.get("extras_require"), values)
    if isinstance(extras, ast.Dict):
        for key, node in zip(extras.keys, extras.values, strict=True):
            for group, _ in _texts(key, values):
                yield group, node


def _named(node: ast.expr | None, values: Mapping[str, ast.expr]) -> ast.expr | None:
    for _ in range(_MAX_FOLDING):
        if not isinstance(node, ast.Name):
            return node
        node = values.get(node.id)
    return None


def _texts(node: ast.expr | None, values: Mapping[str, ast.expr], depth: int = 0) -> Iterator[Text]:
    """Yield the literal texts of a list, a sum of lists, or a name that stands for one."""
    node = _named(node, values)
    if depth > _MAX_FOLDING or node is None:
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        for number, text in enumerate(node.value.strip().split("\n")):
            yield text.strip(), node.lineno + number
    elif isinstance(node, ast.List | ast.Tuple | ast.Set):
        for item in node.elts:
            yield from _texts(item, values, depth + 1)
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        yield from _texts(node.left, values, depth + 1)
        yield from _texts(node.right, values, depth + 1)


def _entry_points(node: ast.expr | None, values: Mapping[str, ast.expr]) -> Iterator[str]:
    node = _named(node, values)
    if isinstance(node, ast.Dict):
        for key, scripts in zip(node.keys, node.values, strict=True):
            if any(text == "console_scripts" for text, _ in _texts(key, values)):
                yield from (text for text, _ in _texts(scripts, values))
        return
    is_console = False
    for text, _ in _texts(node, values):
        is_console = text == "[console_scripts]" if text.startswith("[") else is_console
        if is_console:
            yield text


def _console_scripts(lines: Iterable[str]) -> tuple[tuple[str, str], ...]:
    pairs = (line.partition("=") for line in lines if "=" in line)
    return tuple(sorted((name.strip(), target.strip()) for name, _, target in pairs))
