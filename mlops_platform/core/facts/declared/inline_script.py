"""Dependencies inside a Python script: the `# /// script` block of PEP 723."""

import re

from mlops_platform.core.checkout import UnreadFile
from mlops_platform.core.facts.declared.requirement import ManifestText, parse_requirement, present
from mlops_platform.core.facts.text.documents import list_at, parse_toml, text_at
from mlops_platform.core.facts.text.toml_lines import TomlLines

MARK = b"# /// script"
_BLOCK = re.compile(r"^# /// script[ \t]*\n((?:#(?: .*)?\n)*?)# ///[ \t]*$", re.MULTILINE)


def parse_inline_script(path: str, source: str) -> ManifestText | UnreadFile | None:
    """Read the block of a script; None where it has none."""
    block = _BLOCK.search(source)
    if block is None:
        return None
    above = source.count("\n", 0, block.start(1))
    # The same number of lines above keeps every line number of the script.
    text = "\n" * above + re.sub(r"^# ?", "", block[1], flags=re.MULTILINE)
    document = parse_toml(path, text)
    if isinstance(document, UnreadFile):
        return document
    lines = TomlLines(text)
    python = text_at(document.value, "requires-python")
    requirements = [
        parse_requirement(item, "", lines.string(item, ("dependencies",)))
        for item in list_at(document.value, "dependencies")
        if isinstance(item, str)
    ]
    return ManifestText(
        kind="inline_script",
        requirements=present(requirements),
        python_requires=python or None,
        python_requires_line=lines.exact("requires-python") if python else None,
    )
