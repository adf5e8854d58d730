"""A Makefile's target: its recipe lines as commands, for `make` is not in the sandbox."""

import re
from collections.abc import Iterator

from mlops_platform.core.checkout import UnreadFile
from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.commands.makefile import MakeRule, parse_make_rules
from mlops_platform.core.facts.documented_commands import DocumentedCommand
from mlops_platform.core.facts.text.texts import read_text
from mlops_platform.core.planning.command_way import Told, joined, way_of_command
from mlops_platform.core.planning.earlier_commands import asking_for, ways_before
from mlops_platform.core.planning.planning_facts import PlanningFacts
from mlops_platform.core.planning.started_files import trains
from mlops_platform.core.planning.way import Candidate, Way
from mlops_platform.core.run_plan import Purpose

ASIDE = re.compile(
    r".*(?:install|requirements?|setup|venv|env|clean|lint|test|format|check|docs?|help|docker"
    r"|build|update|upgrade|sync|report).*",
    re.IGNORECASE,
)
"""Targets that install, clean, check or publish: no part of a run."""

DEEPEST = 20


def way(candidate: Candidate, facts: PlanningFacts) -> Way | None:
    """Run the target's lines, after those of prerequisites that are not there yet."""
    documented = candidate.documented
    if candidate.is_stated or documented is None or documented.source != "makefile":
        return None
    before = _prerequisites(documented, facts)
    own = _lines(documented.path, documented.name, facts)
    position = own.index(documented) if documented in own else 0
    main = joined(_way(line, candidate, facts) for line in own[position : position + 1])
    prepare = [*before, *own[:position]]
    if candidate.purpose is Purpose.EVALUATE:
        # An evaluation begins with what the training left.
        trained = [n for n, line in enumerate(prepare) if trains(line, facts)]
        prepare = prepare[trained[-1] + 1 :] if trained else prepare
    ways = [_way(line, candidate._replace(purpose=Purpose.PREPARE), facts) for line in prepare]
    asked = asking_for(documented, facts) if candidate.purpose is not Purpose.EVALUATE else None
    ways[:0] = ways_before(asked, candidate, facts, "make_target") if asked else []
    after = [_way(line, candidate, facts) for line in own[position + 1 :]]
    # A line that needs a shell prepares nothing that can be told; the run itself says what lacks.
    return joined([*(w for w in ways if not w.lacks), main, *(w for w in after if not w.lacks)])


def _way(line: DocumentedCommand, candidate: Candidate, facts: PlanningFacts) -> Way:
    told = Told(
        line=line.command,
        folder=line.working_directory,
        recipe="make_target",
        because=f"target {line.name} of {line.path}",
        evidence=(Evidence(path=line.path, line=line.line, note=line.name),),
    )
    return way_of_command(told, candidate, facts)


def _lines(path: str, target: str, facts: PlanningFacts) -> list[DocumentedCommand]:
    return [
        each
        for each in facts.commands.commands
        if each.source == "makefile" and each.path == path and each.name == target
    ]


def _prerequisites(start: DocumentedCommand, facts: PlanningFacts) -> list[DocumentedCommand]:
    text = read_text(facts.checkout, start.path)
    if isinstance(text, UnreadFile):
        return []
    rules = parse_make_rules(text)
    found: dict[DocumentedCommand, None] = {}
    for target in _needed(start.name, rules, facts):
        found |= dict.fromkeys(_lines(start.path, target, facts))
    return list(found)


def _needed(
    target: str, rules: tuple[MakeRule, ...], facts: PlanningFacts, depth: int = 0
) -> Iterator[str]:
    """Yield the targets to make first, deepest first; what is there is not made again."""
    if depth > DEEPEST:
        return
    paths = facts.paths
    for rule in rules:
        if target != rule.name:
            continue
        for each in rule.prerequisites:
            maker = next((r.name for r in rules if each in r.targets), None)
            if maker and each not in paths and not ASIDE.fullmatch(each):
                yield from _needed(maker, rules, facts, depth + 1)
                yield maker
