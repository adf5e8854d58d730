"""Syntax of later Pythons, written as this Python reads it, line by line and with the same names.

Only for files that cannot be parsed as they are; what comes out counts only if it then parses.
"""

import re

_EXCEPT = re.compile(r"^([ \t]*except\*?[ \t]+)([\w.]+(?:[ \t]*,[ \t]*[\w.]+)+)[ \t]*:")
_TYPE = re.compile(r"^([ \t]*)type[ \t]+(\w+)[ \t]*(?:\[[^\]\n]*\])?[ \t]*=(?!=)")
_GENERIC = re.compile(r"^([ \t]*(?:(?:async[ \t]+)?def|class)[ \t]+\w+)\[")
_FORMATTED = re.compile(r"(?<![\w\\])(?:[fF][rR]?|[rR][fF])(['\"])(?!\1\1)")
_OTHER_QUOTE = {"'": '"', '"': "'"}
_LONGEST_LINE = 2000


def rewritten(text: str) -> str:
    """Return the text without the syntax that came after Python 3.11."""
    return "\n".join(_line(line) for line in text.split("\n"))


def _line(line: str) -> str:
    if len(line) > _LONGEST_LINE:
        return line
    caught = _EXCEPT.match(line)
    if caught and _are_classes(caught[2]):
        return f"{caught[1]}({caught[2]}):{line[caught.end() :]}"
    line = _TYPE.sub(r"\1\2 =", line)
    generic = _GENERIC.match(line)
    if generic:
        line = generic[1] + _after_brackets(line, generic.end())
    return _with_distinct_quotes(line)


def _are_classes(names: str) -> bool:
    """Tell `except A, B:` of Python 3.14 from `except A, error:` of Python 2."""
    lasts = (name.strip().rpartition(".")[2] for name in names.split(","))
    return all(last[:1].isupper() for last in lasts)


def _after_brackets(line: str, start: int) -> str:
    depth = 1
    for position in range(start, len(line)):
        depth += {"[": 1, "]": -1}.get(line[position], 0)
        if depth == 0:
            return line[position + 1 :]
    return line[start - 1 :]


def _with_distinct_quotes(line: str) -> str:
    """Change quotes inside the braces of a formatted string that are those around it."""
    characters = list(line)
    position = 0
    while found := _FORMATTED.search(line, position):
        position = _swap_inner_quotes(characters, found.end(), found[1])
    return "".join(characters)


def _swap_inner_quotes(characters: list[str], start: int, quote: str) -> int:
    """Swap the quotes in one formatted string, if it ends; return where to go on."""
    inner: list[int] = []
    depth, position = 0, start
    while position < len(characters):
        character = characters[position]
        if (
            depth == 0
            and character in "{}"
            and characters[position + 1 : position + 2] == [character]
        ):
            position += 2
            continue
        depth += {"{": 1, "}": -1}.get(character, 0)
        if character == quote and depth <= 0:
            for place in inner:
                characters[place] = _OTHER_QUOTE[quote]
            return position + 1
        if character == quote:
            inner.append(position)
        position += 1
    return position
