"""Commands that the repository itself gives: README, Makefile, dvc.yaml, MLproject, scripts, CI."""

import posixpath
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from mlops_platform.core.checkout import Checkout, UnreadFile
from mlops_platform.core.facts.commands.command_files import parse_commands
from mlops_platform.core.facts.commands.command_line import Ground, is_command, placed
from mlops_platform.core.facts.commands.readme import count_words, parse_readme
from mlops_platform.core.facts.inventory.roles import FOREIGN
from mlops_platform.core.facts.pipelines.dockerfile import is_dockerfile_name
from mlops_platform.core.facts.pipelines.systems import pipeline_system
from mlops_platform.core.facts.repository import RepositoryFacts, Role, TrackedFile
from mlops_platform.core.facts.text.shell_text import CommandLine
from mlops_platform.core.facts.text.texts import read_text

README_BYTES = 64 * 1024
_MAX_FILES = 300
_MAX_COMMANDS = 2000
_SCRIPT_BYTES = 256 * 1024
_README = re.compile(r"readme([-_.][\w.-]*)?\.(md|markdown|rst|txt)|readme")
_GUIDE = re.compile(
    r"(install|usage|training|train|getting[-_]?started|quick[-_]?start|run|howto|docs?/.*)"
    r"[\w-]*\.(md|markdown|rst|txt)"
)
_DOCS = re.compile(r"(?:.*/)?(?:docs?|\.github)(?:/.*)?")
_BY_NAME = {
    "makefile": "makefile",
    "gnumakefile": "makefile",
    "dvc.yaml": "dvc",
    "mlproject": "mlproject",
    "project.yml": "spacy_project",
    "package.json": "package_json",
    "tox.ini": "tox",
    "noxfile.py": "tox",
    "pyproject.toml": "pyproject",
}
_SCRIPT_SUFFIXES = (".sh", ".bash", ".slurm", ".sbatch")
# These files hold whatever a shell takes; only calls of known programs are commands to show.
_FILTERED = ("shell_script", "ci", "dockerfile")
# In these a `cd` lasts to the end of its block; each recipe line, stage and RUN starts anew.
_LASTING = ("shell_script", "ci")


class DocumentedCommand(NamedTuple):
    """One command as written, with the line it stands on.

    `source` is readme, makefile, dvc, mlproject, spacy_project, shell_script, package_json, tox,
    ci, dockerfile, pyproject (scripts). `name` is the target, stage or entry point, "" where it has
    none; of a README it is the heading above. `working_directory` is relative to the root ("." for
    the root itself), as far as the text tells (`cd`, `wdir`, folder of the README). Defaults of an
    MLproject, variables of a spaCy project and simple ones of a Makefile are filled in.
    """

    source: str
    name: str
    command: str
    working_directory: str
    path: str
    line: int


class ReadmeHeading(NamedTuple):
    """One heading of a README, by its text and line."""

    text: str
    line: int
    path: str


class DocumentedCommandsFacts(NamedTuple):
    """All commands by path and line, and the READMEs' outline and size.

    `readme_words` and `readme_text` are of the repository's own README; the text is clipped.
    """

    commands: tuple[DocumentedCommand, ...]
    headings: tuple[ReadmeHeading, ...]
    readme_words: int
    readme_text: str
    unread: tuple[UnreadFile, ...]


class _Reader:
    """Reads the commands of one checkout; keeps what was found and what could not be read."""

    def __init__(self, checkout: Checkout, repository: RepositoryFacts) -> None:
        self.checkout = checkout
        self.readme_path = repository.readme_path
        self.ground = Ground.of(file.path for file in repository.files)
        self.commands: list[DocumentedCommand] = []
        self.headings: list[ReadmeHeading] = []
        self.readme_words = 0
        self.readme_text = ""
        self.unread: dict[str, UnreadFile] = {}
        self.counts: dict[str, int] = {}

    def read(self, path: str, source: str) -> None:
        """Read one file that gives commands."""
        text = read_text(self.checkout, path)
        if isinstance(text, UnreadFile):
            self.unread[path] = text
        elif source == "readme":
            self._read_readme(path, text)
        else:
            lines = parse_commands(source, path, text)
            if isinstance(lines, UnreadFile):
                self.unread[path] = lines
            else:
                self._add(source, path, lines)

    def _read_readme(self, path: str, text: str) -> None:
        is_rst = path.lower().endswith(".rst")
        found = parse_readme(text, is_rst)
        self.headings += [ReadmeHeading(each.text, each.line, path) for each in found.headings]
        if path == self.readme_path:
            self.readme_words, self.readme_text = count_words(text, is_rst), text[:README_BYTES]
        home = _home(path)
        folder, before, name = home, home, ""
        for line in found.commands:
            if line.name != name:
                folder, before, name = home, folder, line.name
            commands, folder = placed(line, folder, self.ground, (before,))
            self._keep("readme", path, (each for each in commands if is_command(each.command)))

    def _add(self, source: str, path: str, lines: Iterable[CommandLine]) -> None:
        home = "." if source in ("ci", "shell_script") else posixpath.dirname(path) or "."
        beside = (posixpath.dirname(path) or ".",)
        folder, block = home, 0
        for line in lines:
            if block != line.block or source not in _LASTING:
                folder = _inside(home, line.working_directory)
            block = line.block
            found, folder = placed(line, folder, self.ground, beside)
            is_open = source not in _FILTERED
            self._keep(
                source, path, (each for each in found if is_open or is_command(each.command))
            )

    def _keep(self, source: str, path: str, lines: Iterable[CommandLine]) -> None:
        for each in lines:
            if each.command.startswith(("echo ", "#")):
                continue
            self.counts[path] = self.counts.get(path, 0) + 1
            if self.counts[path] > _MAX_COMMANDS:
                reason = f"only the first {_MAX_COMMANDS} commands are listed"
                self.unread[path] = UnreadFile(path=path, reason=reason)
                return
            self.commands.append(
                DocumentedCommand(
                    source, each.name, each.command, each.working_directory, path, each.line
                )
            )


def read_documented_commands(
    checkout: Checkout, repository: RepositoryFacts
) -> DocumentedCommandsFacts:
    """Read the commands of the project's own files; tests, vendored and generated ones are not."""
    reader = _Reader(checkout, repository)
    for path, source in sorted(_sources(repository)):
        reader.read(path, source)
    return DocumentedCommandsFacts(
        commands=_in_order(reader.commands),
        headings=tuple(reader.headings),
        readme_words=reader.readme_words,
        readme_text=reader.readme_text,
        unread=tuple(reader.unread[path] for path in sorted(reader.unread)),
    )


def with_dockerfiles(
    facts: DocumentedCommandsFacts,
    checkout: Checkout,
    repository: RepositoryFacts,
    paths: Iterable[str],
) -> DocumentedCommandsFacts:
    """Add the commands of Dockerfiles whose names do not tell what they are."""
    reader = _Reader(checkout, repository)
    for path in paths:
        reader.read(path, "dockerfile")
    return facts._replace(commands=_in_order([*facts.commands, *reader.commands]))


def _in_order(commands: Iterable[DocumentedCommand]) -> tuple[DocumentedCommand, ...]:
    return tuple(sorted(commands, key=lambda each: (each.path, each.line)))


def _sources(repository: RepositoryFacts) -> Iterator[tuple[str, str]]:
    counts: dict[str, int] = {}
    by_depth = sorted(repository.files, key=lambda file: (file.path.count("/"), file.path))
    for file in by_depth:
        source = None if file.role in (*FOREIGN, Role.TEST) else _source(file)
        if source:
            counts[source] = counts.get(source, 0) + 1
            if counts[source] <= _MAX_FILES:
                yield file.path, source


def _source(file: TrackedFile) -> str | None:
    name = file.path.rpartition("/")[2].lower()
    if name in _BY_NAME:
        return _BY_NAME[name]
    if _README.fullmatch(name) or _GUIDE.fullmatch(file.path.lower()):
        return "readme"
    if pipeline_system(file.path):
        return "ci"
    if is_dockerfile_name(name):
        return "dockerfile"
    is_script = name.endswith(_SCRIPT_SUFFIXES) and file.size_bytes <= _SCRIPT_BYTES
    return "shell_script" if is_script else None


def _inside(home: str, told: str) -> str:
    """Return the folder that a file tells, `home` for one outside the repository."""
    folder = posixpath.normpath(posixpath.join(home, told))
    return home if folder.startswith(("..", "/")) else folder


def _home(path: str) -> str:
    """Return where a README's commands start: its folder, the root for those in `docs/`."""
    folder = posixpath.dirname(path)
    return "." if _DOCS.fullmatch(folder) else folder or "."
