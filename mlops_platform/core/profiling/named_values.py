"""Values with the names that settings and code give them, read line by line without a parser.

Settings with a fault or in a dialect still hold passwords; what is no `name: value` is left out.
"""

import base64
import binascii
import re
from bisect import bisect_left
from typing import NamedTuple

_LINE = re.compile(
    r"^[ \t]{0,80}(?:export[ \t]+|-[ \t]+)?[\"']?([A-Za-z_][\w.-]{0,80})[\"']?[ \t]{0,40}[:=]"
    r"[ \t]{0,40}(\S[^\n]{0,300})$",
    re.MULTILINE,
)
_QUOTED_LINE = re.compile(
    r"^[ \t]{0,80}([A-Za-z_][\w-]{0,80})[ \t]{0,40}=[ \t]{0,40}(\"[^\"\n]{0,300}\")", re.MULTILINE
)
"""Of languages in which what is not quoted is a name."""

_PAIR = re.compile(r"\"([A-Za-z_][\w.-]{0,80})\"\s{0,5}:\s{0,5}\"([^\"\\\n]{1,300})\"")
_ENTRY = re.compile(
    r"\bname:[ \t]{0,9}[\"']?([A-Za-z_][\w.-]{0,80})[\"']?[ \t]{0,9}\n"
    r"[ \t]{1,80}value:[ \t]{0,9}(\S[^\n]{0,300})$",
    re.MULTILINE,
)
_ADDRESS = re.compile(r"\b[a-z][a-z0-9+.-]{1,30}://([^\s:/@\"'`]{1,64}):([^\s@/\"'`]{1,100})@")
_ASSIGNED = re.compile(r"[=:]\s{0,3}\\?[\"']([\w+/=.~-]{20,200})\\?[\"']")
_NAME_BEFORE = re.compile(r"([A-Za-z_]\w{0,60})[\\\"'\]]{0,4}\s{0,3}$")
_HANDED_ON = re.compile(
    r"\.(?:append|set|setItem|setHeader|setRequestHeader|header|add_header|setdefault|putenv)"
    r"\(\s{0,5}\\?[\"']([A-Za-z_][\w-]{0,60})\\?[\"']\s{0,3},"
    r"\s{0,5}\\?[\"']([\w+/=.~-]{20,200})\\?[\"']"
)
"""A name and its value as two arguments: `form.append("api_key", "…")`."""

_LOGIN = re.compile(r"\bwandb\.login\(\s{0,5}(?:key\s{0,3}=\s{0,3})?\\?[\"']([0-9a-f]{40})\b")
_COMMENT = re.compile(r"\s+[#;].*$")
_KUBERNETES_SECRET = re.compile(r"^kind:[ \t]*Secret\b", re.MULTILINE)


class NamedValue(NamedTuple):
    """One value; without a name it stands in an address, behind the name of `user`."""

    name: str
    value: str
    line: int
    user: str = ""


class _Text:
    """A text that knows the line of each place, for many places."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.ends = [each.start() for each in re.finditer("\n", text)]

    def found(self, pattern: re.Pattern[str]) -> list[NamedValue]:
        """Return what a pattern of a name and a value finds."""
        return [
            NamedValue(each[1], _bare(each[2]), self.line(each.start(2)))
            for each in pattern.finditer(self.text)
        ]

    def line(self, place: int) -> int:
        """Return the number of the line that a place stands in."""
        return bisect_left(self.ends, place) + 1


def in_settings(path: str, text: str) -> list[NamedValue]:
    """Return the values of a settings file, in the order of their forms."""
    content = _Text(text)
    if path.endswith(".json"):
        return [*content.found(_PAIR), *_in_addresses(content)]
    is_terraform = path.endswith((".tf", ".tfvars"))
    found = [
        *content.found(_QUOTED_LINE if is_terraform else _LINE),
        *content.found(_PAIR),
        *content.found(_ENTRY),
    ]
    if _KUBERNETES_SECRET.search(text):
        found = [value._replace(value=_decoded(value.value)) for value in found]
    return [*found, *_in_addresses(content)]


def in_code(text: str) -> list[NamedValue]:
    """Return the longer texts that code and notes assign to a name."""
    content = _Text(text)
    logins = [
        NamedValue("wandb_api_key", match[1], content.line(match.start(1)))
        for match in _LOGIN.finditer(text)
    ]
    return [*_assigned(content), *content.found(_HANDED_ON), *logins]


def _assigned(content: _Text) -> list[NamedValue]:
    """Look for long values first, and for their names before them: few values are long."""
    return [
        NamedValue(name[1], match[1], content.line(match.start(1)))
        for match in _ASSIGNED.finditer(content.text)
        if (name := _NAME_BEFORE.search(content.text, max(0, match.start() - 80), match.start()))
    ]


def _in_addresses(content: _Text) -> list[NamedValue]:
    return [
        NamedValue("", match[2], content.line(match.start(2)), match[1])
        for match in _ADDRESS.finditer(content.text)
    ]


def _bare(value: str) -> str:
    """Return a value without its quotes, a comma and a comment."""
    stripped = value.strip()
    if stripped[:1] in "\"'" and (end := stripped.find(stripped[0], 1)) > 0:
        return stripped[1:end]
    return _COMMENT.sub("", stripped).rstrip(",").strip("\"' ")


def _decoded(value: str) -> str:
    try:
        plain = base64.b64decode(value, validate=True).decode("ascii")
    except (binascii.Error, ValueError):
        return value
    return plain.strip() if plain.strip().isprintable() else value
