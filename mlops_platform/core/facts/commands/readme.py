"""A README as an outline, a number of words, and the commands that it shows.

Code is taken from fenced blocks, indented blocks and inline code; output that a console block shows
below its prompts is no command.
"""

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from mlops_platform.core.facts.commands.command_line import is_command
from mlops_platform.core.facts.text.shell_text import CommandLine, commands_in

_FENCE = re.compile(r"[ \t>]{0,16}(`{3,}|~{3,})[ \t]*(?:\{?\.?([\w+-]*))?[^`]*")
_SHELLS = frozenset(
    "bash sh shell zsh console shell-session shellsession terminal text txt plaintext plain none "
    "cmd bat batch dos powershell ps1 pwsh commandline fish ksh command code makefile".split()
)
_PYTHONS = frozenset("python py python3 ipython".split())
_PYTHON_CALL = re.compile(
    r"(?:[!%][ \t]*)?(?:python3?[ \t]+(?:-m[ \t]+)?[\w./-]+|pip3?[ \t]+install)\b"
)
_PROMPT = re.compile(
    r"(?:\([\w. -]{1,40}\)[ \t]*)?(?:[\w.-]{1,40}@[\w.-]{1,60}[^$#%>]{0,80})?"
    r"(?:[$%❯➜»!]|PS[^>\n]{0,80}>|[A-Za-z]:[\w\\. -]{0,80}>|>(?!>))[ \t]*(?=\S)"
)
_STRICT_PROMPT = re.compile(r"^[ \t]*(?:\([\w. -]{1,40}\)[ \t]*)?(?:[\w.@:~/-]{0,80})[$❯➜][ \t]+\S")
_ROOT_PROMPT = re.compile(
    r"[ \t]*#[ \t]+((?:[A-Z_]+=\S+[ \t]+)?(?:python3?[ \t]+(?:-m[ \t]+[\w.]+|[\w./-]+\.py)"
    r"(?![ \t]+(?:-h|--help)\b)(?:[ \t]+\S+)*|pip3?[ \t]+install[ \t]+(?:-[re][ \t]*)?\S+))[ \t]*"
)
_INDENTED = re.compile(r"(?: {4}|\t)[ \t]*\S")
_LIST_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]")
_INLINE = re.compile(r"(?<!`)(`{1,2})(?!`)([^`\n]{3,400})\1(?!`)")
_ATX = re.compile(r" {0,3}#{1,6}[ \t]+(.{1,300}?)[ \t]*#*[ \t]*")
_HTML_HEADING = re.compile(r"<h[1-6][^>]{0,300}>(.{1,300}?)</h[1-6]>", re.IGNORECASE)
_UNDERLINE = re.compile(r"[ \t]{0,3}([=\-~^\"'#*+`:._])\1{2,}[ \t]*")
_IMAGE = re.compile(r"!\[[^\]]{0,300}\]\([^)]{0,500}\)")
_MARKUP = re.compile(r"<[^>]{1,500}>|[*_`]{1,3}")
_LINK = re.compile(r"\[([^\]]{1,300})\]\([^)]{0,500}\)")
_ADDRESS = re.compile(r"https?://\S+")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_IDEOGRAPH = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LINE_CAP = 4096
_INLINE_PROGRAMS = re.compile(
    r"(?:python3?|pip3?|uv|poetry|pipenv|make|dvc|mlflow|bash|sh|docker|pytest|torchrun|accelerate|"
    r"kedro|jupyter|streamlit|uvicorn|conda|\./)\b.*"
)


class Heading(NamedTuple):
    """One heading, by its text without markup."""

    text: str
    line: int


class Block(NamedTuple):
    """One block of code: its language in small letters ("" where none is named) and its lines."""

    language: str
    first_line: int
    lines: tuple[str, ...]


class ReadmeText(NamedTuple):
    """What a README shows. `commands` carry the text of the heading above them as their name."""

    headings: tuple[Heading, ...]
    commands: tuple[CommandLine, ...]


def parse_readme(text: str, is_rst: bool = False) -> ReadmeText:
    """Read the outline and the commands of a README in Markdown, reStructuredText or plain text."""
    blocks, prose = _split([line[:_LINE_CAP] for line in text.split("\n")], is_rst)
    headings = tuple(_headings(prose))
    found = [each for block in blocks for each in _block_commands(block)]
    found += [each for number, line in prose for each in _inline_commands(line, number)]
    return ReadmeText(
        headings=headings,
        commands=tuple(_under(headings, sorted(set(found), key=lambda each: each[::-1]))),
    )


def count_words(text: str, is_rst: bool = False) -> int:
    """Count the words of a README's prose, without its code blocks and addresses."""
    whole_lines = text.split("\n")
    _, prose = _split([line[:_LINE_CAP] for line in whole_lines], is_rst)
    return sum(_words(whole_lines[number - 1]) for number, _ in prose)


def _split(lines: list[str], is_rst: bool) -> tuple[list[Block], list[tuple[int, str]]]:
    """Part code blocks from prose; prose keeps its line numbers."""
    blocks: list[Block] = []
    prose: list[tuple[int, str]] = []
    index = _front_matter_end(lines)
    while index < len(lines):
        fence = None if is_rst else _FENCE.fullmatch(lines[index])
        if fence:
            end = _fence_end(lines, index, fence[1])
            language = (fence[2] or "").lower()
            blocks.append(Block(language, index + 2, tuple(lines[index + 1 : end])))
            index = end + 1
        elif _INDENTED.match(lines[index]) and _starts_indented(lines, index, prose):
            end = _indented_end(lines, index)
            language = _directive(prose)
            blocks.append(Block(language, index + 1, tuple(lines[index:end])))
            index = end
        else:
            prose.append((index + 1, lines[index]))
            index += 1
    return blocks, prose


def _front_matter_end(lines: list[str]) -> int:
    """Skip the settings that site builders keep between `---` at the very top."""
    if lines and lines[0].rstrip() == "---":
        for index, line in enumerate(lines[1:50], start=1):
            if line.rstrip() == "---":
                return index + 1
    return 0


def _fence_end(lines: list[str], start: int, mark: str) -> int:
    for index in range(start + 1, len(lines)):
        bare = lines[index].strip(" \t>")
        if bare.startswith(mark) and not bare.strip(mark[0]):
            return index
    return len(lines)


def _starts_indented(lines: list[str], index: int, prose: list[tuple[int, str]]) -> bool:
    return index == 0 or not lines[index - 1].strip() or not prose


def _indented_end(lines: list[str], start: int) -> int:
    end = start
    for index in range(start, len(lines)):
        if _INDENTED.match(lines[index]):
            end = index + 1
        elif lines[index].strip():
            break
    return end


def _directive(prose: list[tuple[int, str]]) -> str:
    """Return the language of the directive above an indented block of reStructuredText."""
    for _, line in prose[:-4:-1]:
        found = re.match(r"[ \t]*\.\. (?:code|code-block|sourcecode)::[ \t]*(\w*)", line)
        if found:
            return found[1].lower()
    return ""


def _block_commands(block: Block) -> Iterator[tuple[str, int]]:
    if block.language in _PYTHONS:
        lines = [line if _PYTHON_CALL.match(line.strip()) else "" for line in block.lines]
    elif block.language and block.language not in _SHELLS:
        return
    elif any(_STRICT_PROMPT.match(line) for line in block.lines):
        lines = _prompted(block.lines)
    else:
        lines = list(block.lines)
    found = list(_commands(lines, block.first_line))
    yield from found or _commands(_as_root(block.lines), block.first_line)


def _commands(lines: list[str], first_line: int) -> Iterator[tuple[str, int]]:
    for command, number in commands_in("\n".join(lines), first_line):
        bare = _without_prompt(command)
        if is_command(bare) or bare.startswith(("cd ", "pushd ")):
            yield bare, number


def _as_root(lines: tuple[str, ...]) -> list[str]:
    """Keep what stands behind the prompt of root, which a comment looks like, where it is sure."""
    found = (_ROOT_PROMPT.fullmatch(line) for line in lines)
    return [match[1] if match else "" for match in found]


def _prompted(lines: tuple[str, ...]) -> list[str]:
    """Keep the lines with a prompt and those that continue them; the rest is output."""
    kept, is_continued = [], False
    for line in lines:
        is_kept = is_continued or bool(_STRICT_PROMPT.match(line))
        kept.append(line if is_kept else "")
        is_continued = is_kept and line.rstrip().endswith("\\")
    return kept


def _without_prompt(line: str) -> str:
    bare = line.strip()
    prompt = _PROMPT.match(bare)
    return bare[prompt.end() :] if prompt else bare


def _inline_commands(line: str, number: int) -> Iterator[tuple[str, int]]:
    for found in _INLINE.finditer(line):
        text = _without_prompt(found[2])
        if " " in text and _INLINE_PROGRAMS.fullmatch(text) and is_command(text):
            yield text, number


def _under(headings: tuple[Heading, ...], found: list[tuple[str, int]]) -> Iterator[CommandLine]:
    index = -1
    for command, line in found:
        while index + 1 < len(headings) and headings[index + 1].line <= line:
            index += 1
        yield CommandLine(command, line, headings[index].text if index >= 0 else "")


def _headings(prose: list[tuple[int, str]]) -> Iterator[Heading]:
    above: tuple[int, str] = (0, "")
    for number, line in prose:
        atx = _ATX.fullmatch(line) or _HTML_HEADING.search(line)
        if atx:
            text, place = _plain(atx[1]), number
        elif _is_underline(line, above[1]) and above[0] == number - 1:
            text, place = _plain(above[1]), above[0]
        else:
            text, place = "", number
        if text:
            yield Heading(text, place)
        above = (number, line)


def _is_underline(line: str, above: str) -> bool:
    is_title = bool(above.strip()) and not _LIST_ITEM.match(above) and "|" not in above
    return is_title and bool(_UNDERLINE.fullmatch(line)) and not _UNDERLINE.fullmatch(above)


def _plain(text: str) -> str:
    return html.unescape(_MARKUP.sub("", _LINK.sub(r"\1", _IMAGE.sub("", text)))).strip()


def _words(line: str) -> int:
    plain = _ADDRESS.sub("", _plain(line) if len(line) <= _LINE_CAP else line)
    ideographs = len(_IDEOGRAPH.findall(plain))
    # Two ideographs are about one word of a language that is written with spaces.
    return len(_WORD.findall(_IDEOGRAPH.sub(" ", plain))) + (ideographs + 1) // 2
