"""What an installer says when it finds no set of releases, or cannot build one: uv's words, pip's.

Sentences are wrapped and framed by the installer; they are put together again before they are read.
"""

import re
from typing import NamedTuple

from mlops_platform.core.failures.failure import Failure
from mlops_platform.core.failures.log_lines import quoted, without_box
from mlops_platform.core.profiling.distributions import normalised

_LEAD = re.compile(r"^\s*(?:(?:cause|error|hint): ?|[╰├]─▶ ?)?\s*")
_NAME = r"([A-Za-z0-9][A-Za-z0-9._-]{0,99})"
_SPECIFIED = re.compile(
    r"\b"
    + _NAME
    + r"(?:\[[^\]]{0,80}\])?(?:\{[^}]{0,120}\})?((?:[<>=!~]=?=?)[\w.*+!,<>=~-]{1,120})?"
)
_SENTENCES = {
    "not_found": re.compile(_NAME + r" was not found in the package registry"),
    "pip_none": re.compile(r"requirement " + _NAME + r"[^(]{0,120}\(from versions: none\)"),
    "platform": re.compile(
        _NAME + r"(?:[<>=!~]=?[\w.*+]{1,40})? has no wheels with a matching platform tag"
    ),
    "abi": re.compile(
        _NAME + r"(?:[<>=!~]=?[\w.*+]{1,40})? has no wheels with a matching Python"
        r" (?:ABI|version|implementation) tag"
    ),
    "no_version": re.compile(
        r"there (?:is|are) no versions? of " + _NAME + r"([<>=!~]=?[\w.*+,<>=]{1,80})?"
    ),
    "build": re.compile(
        r"(?:[Ff]ailed to (?:download and )?build|Failed building wheel for) `?" + _NAME
    ),
    "excluded": re.compile(r"`" + _NAME + r"` was filtered by `exclude-newer`"),
}
_SOURCES = re.compile(r"/sdists-v\d{1,3}/[\w-]{1,40}/(?:[0-9a-f]{16}/)?" + _NAME + r"/\d")
"""Where uv unpacks what it builds: the headline may be far above the end of a long log."""
_PYTHON_ASKED = re.compile(r"does not satisfy Python((?:[<>=!~]=?[\d.*]{1,12},?){1,4})")
_TAGS = re.compile(r"following Python ABI tags?: ([`\w, ]{3,300})")
_TAG = re.compile(r"cp3(\d{1,2})m?\b")
_UNREACHABLE = re.compile(
    r"Failed to fetch: `?(https?://[^\s`]{1,200})|Could not connect|Max retries exceeded with url"
    r"|Temporary failure in name resolution|dns error|tcp connect error|NewConnectionError"
)
TOO_LONG = 16 * 1024
LAST_LINES = 60


class Complaint(NamedTuple):
    """What the installer said. `names` are the distributions by what is said of them.

    `sentence` is the whole of it on one line, `because` what is quoted of it. `python` limits that
    a release sets, `tags` the minor versions of Python 3 that wheels were found for.
    """

    sentence: str
    because: str
    names: tuple[tuple[str, str], ...] = ()
    python: str = ""
    tags: tuple[int, ...] = ()
    is_unreachable: bool = False

    def about(self, *kinds: str) -> tuple[str, ...]:
        """Return the distributions of which one of these things is said, in order, once each."""
        return tuple(dict.fromkeys(name for kind, name in self.names if kind in kinds))

    def mentions(self, name: str) -> bool:
        """Tell whether a distribution is part of what was said."""
        wanted = normalised(name)
        return any(normalised(found[1]) == wanted for found in _SPECIFIED.finditer(self.sentence))


def read_complaint(failure: Failure) -> Complaint | None:
    """Return what the installer complains of, None where it was not the installer that failed."""
    if not failure.is_install:
        return None
    starts = [n for n, line in enumerate(failure.lines) if _is_start(line)]
    lines = failure.lines[starts[0] :] if starts else failure.lines[-LAST_LINES:]
    sentence = " ".join(_LEAD.sub("", without_box(line)).strip() for line in lines)[:TOO_LONG]
    names = tuple(
        (kind, found[1])
        for kind, pattern in _SENTENCES.items()
        for found in pattern.finditer(sentence)
    )
    if not any(kind == "build" for kind, _ in names):
        built = dict.fromkeys(found[1] for found in _SOURCES.finditer(sentence))
        names += tuple(("build", name) for name in built)
    asked, tags = _PYTHON_ASKED.search(sentence), _TAGS.search(sentence)
    return Complaint(
        sentence=sentence,
        because=_quote(lines),
        names=names,
        python=asked[1].strip(",") if asked else "",
        tags=tuple(sorted({int(tag) for tag in _TAG.findall(tags[1])})) if tags else (),
        is_unreachable=bool(_UNREACHABLE.search(sentence)),
    )


def _is_start(line: str) -> bool:
    bare = without_box(line).lstrip()
    return bare.startswith(("error:", "ERROR:", "No solution found", "Failed to", "× "))


def _quote(lines: tuple[str, ...]) -> str:
    """Quote the line that says why, which is the one after the headline."""
    said = [_LEAD.sub("", without_box(line)).strip() for line in lines]
    why = [line for line in said if line.startswith(("Because ", "Could not find a version"))]
    return quoted((why or [line for line in said if line] or ["the installer failed"])[0])
