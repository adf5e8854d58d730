"""What the repository says about itself: README, its headings, and the files beside it."""

import re

from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.documented_commands import DocumentedCommandsFacts, ReadmeHeading
from mlops_platform.core.facts.repository import RepositoryFacts
from mlops_platform.core.profiling.readme_language import is_english
from mlops_platform.core.sections.project_profile import Documentation

INSTALL = re.compile(
    r"install|set[- ]?up|requirement|dependenc|environment|getting started|quick ?start"
    r"|prerequisite",
    re.IGNORECASE,
)
USAGE = re.compile(
    r"usage|how to|run|train|quick ?start|getting started|example|reproduc|command|tutorial|demo",
    re.IGNORECASE,
)
DATA = re.compile(r"\b(data|dataset|datasets|corpus|corpora)\b(?! cach)", re.IGNORECASE)
RESULTS = re.compile(
    r"result|performance(?! (?:tips|tuning|optimi|hints))|benchmark|accuracy|evaluation"
    r"|leaderboard|metric|score",
    re.IGNORECASE,
)
_METRICS = (
    r"\b(?:accuracy|f1|auc|auroc|rmse|mae|mape|mse|r2|precision|recall|bleu|iou)(?:[ -]score)?\b"
)
STATED_RESULT = re.compile(rf"{_METRICS}\W{{1,6}}\d*\.\d+", re.IGNORECASE)
METRIC_COLUMN = re.compile(rf"^\s*\|.{{0,400}}{_METRICS}.{{0,400}}\|\s*$", re.IGNORECASE)
NUMBER_CELL = re.compile(r"\|\W{0,4}\d*\.\d+")
ROWS_BELOW = 6
ORIGIN = re.compile(
    r"\b(data ?sets?|data|corpus)\b.{0,200}?"
    r"(https?://|kaggle|uci|hugging ?face|download|collected|source)",
    re.IGNORECASE,
)
PAPER = re.compile(r"arxiv\.org|doi\.org|bibtex|@(article|inproceedings|misc)\{", re.IGNORECASE)
LINE_CAP = 4096


def read_documentation(
    repository: RepositoryFacts, commands: DocumentedCommandsFacts
) -> Documentation:
    """Say what the README speaks of, and which documents stand beside it."""
    readme = repository.readme_path
    headings = [heading for heading in commands.headings if heading.path == readme]
    shown = [c for c in commands.commands if c.source == "readme"]
    installs = [c for c in shown if re.search(r"\b(pip|conda|poetry|uv|pipenv|mamba)\b", c.command)]
    runs = [
        c for c in shown if re.match(r"(uv run |poetry run )?(python|make|dvc|mlflow)", c.command)
    ]
    return Documentation(
        readme=Evidence(path=readme) if readme else None,
        readme_words=commands.readme_words,
        install=_command(installs) or _heading(headings, INSTALL),
        usage=_command(runs) or _heading(headings, USAGE),
        data_origin=_heading(headings, DATA) or _line(readme, commands.readme_text, ORIGIN),
        results=_heading(headings, RESULTS) or _result(readme, commands.readme_text),
        model_card=_file(repository, r"(^|/)model[-_ ]?card[^/]*\.(md|rst|txt|json)$"),
        changelog=_file(
            repository, r"^(docs/)?(changelog|changes|history|news|releases)(\.[a-z]+)?$"
        ),
        contributing=_file(repository, r"^(\.github/|docs/)?contributing(\.[a-z]+)?$"),
        owners=_file(
            repository, r"^(\.github/|docs/|\.gitlab/)?(codeowners|authors|maintainers)(\.[a-z]+)?$"
        ),
        is_paper_cited=bool(PAPER.search(commands.readme_text)),
        is_readme_english=is_english(commands.readme_text),
    )


def _heading(headings: list[ReadmeHeading], pattern: re.Pattern[str]) -> Evidence | None:
    for heading in headings:
        if pattern.search(heading.text[:LINE_CAP]):
            return Evidence(path=heading.path, line=heading.line, note=heading.text[:80])
    return None


def _command(commands: list) -> Evidence | None:  # type: ignore[type-arg]
    return Evidence(path=commands[0].path, line=commands[0].line) if commands else None


def _line(path: str | None, text: str, pattern: re.Pattern[str]) -> Evidence | None:
    for number, line in enumerate(text.splitlines(), start=1):
        if path and pattern.search(line[:LINE_CAP]):
            return Evidence(path=path, line=number)
    return None


def _result(path: str | None, text: str) -> Evidence | None:
    """Return the first line that states a metric with its value, or heads a table of values."""
    lines = [line[:LINE_CAP] for line in text.splitlines()]
    for number, line in enumerate(lines):
        rows = lines[number + 1 : number + ROWS_BELOW] if METRIC_COLUMN.search(line) else []
        if path and (STATED_RESULT.search(line) or any(map(NUMBER_CELL.search, rows))):
            return Evidence(path=path, line=number + 1)
    return None


def _file(repository: RepositoryFacts, pattern: str) -> Evidence | None:
    expression = re.compile(pattern, re.IGNORECASE)
    for file in repository.files:
        if expression.search(file.path):
            return Evidence(path=file.path)
    return None
