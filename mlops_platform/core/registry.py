"""Shelves: finds the one-file plugins of a package and reads a rule's text from its docstring."""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import Any, get_args

from mlops_platform.core.evidence import Answer, Effort

RULES = "mlops_platform.core.rules"


class MalformedPluginError(Exception):
    """A file on a shelf does not have the shape of its siblings."""


@dataclass(frozen=True)
class Rule:
    """A claim that should be true of a repository; `answer` takes the asset's facts."""

    asset: str
    name: str
    claim: str
    why: str
    fix: str
    weight: int
    effort: Effort
    caps_section: float | None
    caps_total: float | None
    # Each asset has its own facts type; the registry cannot know which.
    answer: Callable[[Any], Answer]


@cache
def plugins(package: str) -> tuple[ModuleType, ...]:
    """Import every module of a shelf, in the order of their names."""
    shelf = importlib.import_module(package)
    names = sorted(module.name for module in pkgutil.iter_modules(shelf.__path__))
    return tuple(importlib.import_module(f"{package}.{name}") for name in names)


@cache
def rules_of(asset: str) -> tuple[Rule, ...]:
    """Return the rules of one asset, in the order of their names."""
    return tuple(_rule(asset, module) for module in plugins(f"{RULES}.{asset}"))


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return every rule, by asset and name."""
    return tuple(rule for shelf in _rule_shelves() for rule in rules_of(shelf))


@cache
def rule_names() -> frozenset[str]:
    """Return every rule as `asset/rule`, without loading one."""
    shelves = ((shelf, importlib.import_module(f"{RULES}.{shelf}")) for shelf in _rule_shelves())
    return frozenset(
        f"{shelf}/{module.name}"
        for shelf, package in shelves
        for module in pkgutil.iter_modules(package.__path__)
    )


def _rule_shelves() -> list[str]:
    root = importlib.import_module(RULES)
    return sorted(module.name for module in pkgutil.iter_modules(root.__path__))


def _rule(asset: str, module: ModuleType) -> Rule:
    name = module.__name__.rpartition(".")[2]
    claim, why, fix = _texts(module)
    # A file may hold anything under these names; the next lines look.
    weight: Any = getattr(module, "WEIGHT", None)
    effort: Any = getattr(module, "EFFORT", None)
    if weight not in (1, 2, 3) or effort not in get_args(Effort):
        raise MalformedPluginError(f"{module.__name__} needs WEIGHT 1–3 and EFFORT in {Effort}")
    return Rule(
        asset=asset,
        name=name,
        claim=claim,
        why=why,
        fix=fix,
        weight=weight,
        effort=effort,
        caps_section=getattr(module, "CAPS_SECTION", None),
        caps_total=getattr(module, "CAPS_TOTAL", None),
        answer=module.answer,
    )


def _texts(module: ModuleType) -> tuple[str, str, str]:
    paragraphs = " ".join((module.__doc__ or "").split())
    claim, found_why, rest = paragraphs.partition(" Why: ")
    why, found_fix, fix = rest.partition(" Fix: ")
    if not (claim and found_why and found_fix and fix):
        raise MalformedPluginError(f"{module.__name__} needs a docstring: claim, Why:, Fix:")
    return claim, why, fix
