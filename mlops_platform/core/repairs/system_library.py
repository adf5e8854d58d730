"""A shared library or a program is missing that a Debian package holds: it is installed too."""

import posixpath
import re

from mlops_platform.core.failures.case import Case
from mlops_platform.core.failures.change import Change, with_environment
from mlops_platform.core.failures.debian_packages import LIBRARIES, PROGRAMS
from mlops_platform.core.failures.failure import Failure, said
from mlops_platform.core.failures.repair_facts import RepairFacts

CERTAINTY = 1
_NAME = r"([A-Za-z0-9_+./-]{1,100})"
_LIBRARY = re.compile(
    r"([A-Za-z0-9_+.-]{1,80}\.so(?:\.\d{1,3}){0,3}): cannot open shared object file"
)
_PROGRAM = (
    re.compile(
        r"(?:sh|bash)(?:: line \d{1,6}|: \d{1,6})?: " + _NAME + r": (?:command )?not found$"
    ),
    re.compile(
        r"(?:unable to execute|error: command) ['\"`]?"
        + _NAME
        + r"['\"`]?(?:: No such file| failed: No such file)"
    ),
    re.compile(
        r"FileNotFoundError: \[Errno 2\] No such file or directory: ['\"]" + _NAME + r"['\"]$"
    ),
    re.compile(r"failed to execute PosixPath\('" + _NAME + r"'\)"),
    re.compile(r"^\s*Error: " + _NAME + r" executable not found\.$"),
    re.compile(r"exec: \"" + _NAME + r"\": executable file not found"),
)
_IN_WORDS = (
    (re.compile(r"sndfile library not found"), "libsndfile1"),
    (re.compile(r"can't find Rust compiler|requires Rust|[Rr]ust toolchain"), "cargo"),
    (
        re.compile(r"JAVA_GATEWAY_EXITED|JAVA_HOME is not set|Java gateway process exited"),
        "default-jre-headless",
    ),
    (re.compile(r"tesseract is not installed"), "tesseract-ocr"),
    (re.compile(r"Bad git executable|Git executable not found"), "git"),
    (re.compile(r"failed to find libmagic"), "libmagic1"),
    (
        re.compile(r"CMake must be installed|Could not find cmake|CMAKE_CXX_COMPILER not set"),
        "cmake",
    ),
    (
        re.compile(r"No CMAKE_C(?:XX)?_COMPILER could be found"),
        "build-essential",
    ),
    (re.compile(r"Unable to get page count. Is poppler installed"), "poppler-utils"),
    (re.compile(r"[Nn]o ffmpeg exe could be found|Couldn't find ffmpeg"), "ffmpeg"),
    (re.compile(r"Can not find valid pkg-config name"), "default-libmysqlclient-dev"),
)
_BUILDS = frozenset(
    "default-libmysqlclient-dev libpq-dev swig cmake cargo rustc pkg-config gfortran".split()
)
_LOOKED_AT = 400


def repair(case: Case) -> Change | None:
    """Install the Debian package; what is built from source needs a compiler beside it."""
    failure, plan, facts = case
    found = _missing(failure, facts)
    if found is None:
        return None
    what, package, because = found
    present = plan.environment.system_packages
    wanted = [package]
    if package in _BUILDS:
        wanted += ["build-essential", "pkg-config"]
    new = sorted(set(wanted) - set(present))
    if package in present or not new:
        return None
    changed = with_environment(plan, system_packages=tuple(sorted({*present, *new})))
    names = ", ".join(f"`{name}`" for name in new)
    return Change(changed, because, f"Debian's {names} is installed, which holds `{what}`")


def _missing(failure: Failure, facts: RepairFacts) -> tuple[str, str, str] | None:
    for line in reversed(failure.lines[-_LOOKED_AT:]):
        found = _LIBRARY.search(line)
        if found and found[1] in LIBRARIES:
            return found[1], LIBRARIES[found[1]], said(found)
        for pattern in _PROGRAM:
            found = pattern.search(line)
            name = posixpath.basename(found[1]) if found else ""
            is_program = name in PROGRAMS and found is not None and "/" not in found[1].strip("/")
            if found and (is_program or found[1] in PROGRAMS) and name not in facts.files:
                return name, PROGRAMS[name], said(found)
        for words, package in _IN_WORDS:
            told = words.search(line)
            if told:
                return package, package, said(told)
    return None
