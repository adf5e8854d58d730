"""What import statements bind: files of the repository, else names of libraries."""

import ast

from mlops_platform.core.facts.flow.knowledge import canonical
from mlops_platform.core.facts.flow.machine import Machine
from mlops_platform.core.facts.flow.plain_values import Api
from mlops_platform.core.facts.flow.values import (
    Module,
    Value,
)


def import_names(machine: Machine, node: ast.Import) -> None:
    """Run `import a.b as c`."""
    for alias in node.names:
        name = alias.name if alias.asname else alias.name.partition(".")[0]
        own = machine.module(machine.path, name, 0, None)
        value: Value = own if own is not None else Api(canonical(name))
        machine.scope.names[alias.asname or name] = value


def import_from(machine: Machine, node: ast.ImportFrom) -> None:
    """Run `from a.b import c as d`."""
    module = node.module or ""
    for alias in node.names:
        if alias.name == "*":
            _import_all(machine, module, node.level)
            continue
        own = machine.module(machine.path, module, node.level, alias.name)
        if own is None and node.level:
            own = machine.unknown()
        foreign = Api(canonical(f"{module}.{alias.name}"))
        machine.scope.names[alias.asname or alias.name] = own if own is not None else foreign


def _import_all(machine: Machine, module: str, level: int) -> None:
    own = machine.module(machine.path, module, level, None)
    if isinstance(own, Module):
        machine.scope.names.update(own.scope.names)
    elif not level:
        machine.stars.setdefault(machine.path, []).append(canonical(module))
