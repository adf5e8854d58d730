"""Where the tables, keys and strings of a TOML text stand; found in one pass over its lines."""

import re
from bisect import bisect_left
from collections.abc import Sequence

_TABLE = re.compile(r"[ \t]*\[\[?([^\]\n]{1,500})\]\]?[ \t]*(?:#.*)?")
_KEY = re.compile(r"[ \t]*([\w\"'.-]{1,500})[ \t]*=")
_STRING = re.compile(r"\"([^\"\n]*)\"|'([^'\n]*)'")
_SPELLING = str.maketrans("", "", "\"' \t")


class TomlLines:
    """An index of one text. A place that the one pass did not see has the line of its table."""

    def __init__(self, text: str) -> None:
        self._keys: dict[str, int] = {}
        self._strings: dict[str, list[int]] = {}
        table = ""
        for number, line in enumerate(text.split("\n"), start=1):
            header, key = _TABLE.fullmatch(line), _KEY.match(line)
            if header:
                table = header[1].translate(_SPELLING)
                self._keys.setdefault(table, number)
            elif key:
                name = key[1].translate(_SPELLING)
                place = f"{table}.{name}" if table else name
                self._keys.setdefault(place, number)
                if "." in name:
                    self._keys.setdefault(place.rpartition(".")[0], number)
            for string in _STRING.finditer(line):
                text_found = string[1] if string[1] is not None else string[2]
                self._strings.setdefault(text_found, []).append(number)

    def key(self, *keys: str) -> int | None:
        """Return the line of a key, or of the nearest table around it that has a header."""
        for length in range(len(keys), 0, -1):
            line = self._keys.get(".".join(keys[:length]))
            if line is not None:
                return line
        return None

    def exact(self, *keys: str) -> int | None:
        """Return the line of a key, None where the pass did not see it."""
        return self._keys.get(".".join(keys))

    def string(self, text: str, keys: Sequence[str]) -> int | None:
        """Return the first line of a literal string at or below the line of `keys`."""
        lines = self._strings.get(text, [])
        index = bisect_left(lines, self.key(*keys) or 1)
        return lines[index] if index < len(lines) else None
