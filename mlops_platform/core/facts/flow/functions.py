"""Functions and classes of the repository, run where they are called."""

import ast
import re
from functools import lru_cache

from mlops_platform.core.facts.flow.attributes import is_decorated
from mlops_platform.core.facts.flow.joins import join_all
from mlops_platform.core.facts.flow.learning import call_estimator
from mlops_platform.core.facts.flow.machine import (
    DEEPEST_CALL,
    DEEPEST_RECURSION,
    Arguments,
    Machine,
)
from mlops_platform.core.facts.flow.plain_values import Api, Constant, Loss
from mlops_platform.core.facts.flow.values import (
    Class,
    Estimator,
    Function,
    Instance,
    Listing,
    Scope,
    Table,
    Value,
)

_MISTAKE = re.compile(
    r"(?:^|_)(?:leak(?:y|s|ed|ing|age)?|wrong(?:ly)?|incorrect(?:ly)?|flawed|cheat(?:ing)?"
    r"|contaminated)(?:_|$)",
    re.IGNORECASE,
)
# Leaks that are what the code is about, and no mistake: layers, neurons, currents, pipes.
_SUBJECT = re.compile(
    r"leaky_(?:re_?lu|integrat|neuron|bucket)"
    r"|(?<!data_)(?<!target_)(?<!label_)leak(?:age)?_(?:detect|loca[lt]|sens(?:or|ing)"
    r"|(?:currents?|rates?)(?![a-z]))"
    r"|(?:gas|oil|water|memory)_leak",
    re.IGNORECASE,
)
_TRANSFORMS = "TransformerMixin"
_NETWORKS = frozenset({"torch.nn.Module", "torch.nn.modules.Module", "torch.nn.Sequential"})
# They move a network or change its mode, and give it back.
_ITSELF = frozenset({"to", "cuda", "cpu", "train", "eval", "double", "half", "float"})
# A class may keep what is called like a method: `loss = BCEWithLogitsLoss()`.
_CALLABLE = (Api, Class, Estimator, Instance, Loss)
LONGEST_NAME = 80


def call_function(machine: Machine, function: Function, arguments: Arguments) -> Value:
    """Run a function's body with these arguments; its value is what all returns agree on."""
    serial = id(function.node)
    machine.called.add(serial)
    is_deep = len(machine.calls) >= DEEPEST_CALL
    if is_deep or machine.calls.count(serial) >= DEEPEST_RECURSION:
        return machine.unknown()
    before = machine.scope, machine.path, machine.line, machine.returned
    was_shown, machine.is_shown = machine.is_shown, is_shown(function)
    machine.calls.append(serial)
    machine.scope, machine.path, machine.returned = Scope(function.scope), function.path, []
    _bind_parameters(machine, function.node.args, arguments)
    if isinstance(function.node, ast.Lambda):
        machine.returned.append(machine.evaluate(function.node.body))
    else:
        machine.execute(function.node.body)
    returned = machine.returned
    machine.calls.pop()
    machine.scope, machine.path, machine.line, machine.returned = before
    machine.is_shown = was_shown
    return _agreed(machine, returned)


@lru_cache(maxsize=4096)
def is_named_after_mistake(name: str) -> bool:
    """Tell whether a name says that what it stands for is wrong: `run_leaky`."""
    return _MISTAKE.search(_SUBJECT.sub("", name)) is not None


def stem_of(path: str) -> str:
    """Return the name of a file without its ending, as the name of a module."""
    return path.rpartition("/")[2].partition(".")[0].replace("-", "_")


def is_shown(function: Function) -> bool:
    """Tell whether a function or its file is named after a mistake, which it shows on purpose."""
    own = getattr(function.node, "name", "")
    return is_named_after_mistake(own) or is_named_after_mistake(stem_of(function.path))


def call_class(machine: Machine, made: Class, arguments: Arguments) -> Value:
    """Make an object: run its `__init__`."""
    names = [base.name for base in made.bases if isinstance(base, Api)]
    is_model = not any(name.endswith(_TRANSFORMS) for name in names)
    inner = Estimator(made.name[:LONGEST_NAME], (), is_model=is_model, place=machine.here())
    inner.is_network = made.has_base(_NETWORKS)
    instance = Instance(made, inner)
    start = made.find("__init__")
    if is_layers(made):
        return instance
    if isinstance(start, Function):
        call_function(machine, start, _with_self(instance, arguments))
    else:
        instance.attributes.update(arguments.keywords)
    return instance


def is_layers(made: Class) -> bool:
    """Tell whether a class only builds a network, in which no rows are chosen or kept."""
    return made.has_base(_NETWORKS) and isinstance(made.find("forward"), Function)


def call_instance(machine: Machine, owner: Instance, method: str, arguments: Arguments) -> Value:
    """Call a method of an object; one that is not in the repository is its foreign base's."""
    held = owner.attributes.get(method)
    if held is not None:
        return machine.call(held, arguments)
    found = owner.of.find(method)
    if isinstance(found, Function):
        is_static = is_decorated(found, "staticmethod")
        given = arguments if is_static else _with_self(owner, arguments)
        return call_function(machine, found, given)
    if isinstance(found, _CALLABLE):
        return machine.call(found, arguments)
    if method == "fit_transform" and isinstance(owner.of.find("transform"), Function):
        call_instance(machine, owner, "fit", arguments)
        return call_instance(
            machine, owner, "transform", arguments._replace(positional=arguments.positional[:1])
        )
    if method in _ITSELF:
        return owner
    return call_estimator(machine, owner.inner, method, arguments)


def _with_self(owner: Instance, arguments: Arguments) -> Arguments:
    return arguments._replace(positional=(owner, *arguments.positional), nodes=())


def _bind_parameters(machine: Machine, given: ast.arguments, arguments: Arguments) -> None:
    names = machine.scope.names
    parameters = [*given.posonlyargs, *given.args]
    defaults = dict(zip([p.arg for p in parameters][::-1], given.defaults[::-1], strict=False))
    defaults |= {
        parameter.arg: default
        for parameter, default in zip(given.kwonlyargs, given.kw_defaults, strict=True)
        if default is not None
    }
    for position, parameter in enumerate(parameters):
        value = arguments.get(position, parameter.arg)
        names[parameter.arg] = (
            value if value is not None else _default(machine, defaults, parameter)
        )
    for parameter in given.kwonlyargs:
        value = arguments.keywords.get(parameter.arg)
        names[parameter.arg] = (
            value if value is not None else _default(machine, defaults, parameter)
        )
    if given.vararg:
        names[given.vararg.arg] = Listing(list(arguments.positional[len(parameters) :]))
    if given.kwarg:
        rest = Table()
        rest.entries.update({k: v for k, v in arguments.keywords.items() if k not in names})
        names[given.kwarg.arg] = rest


def _default(machine: Machine, defaults: dict[str, ast.expr], parameter: ast.arg) -> Value:
    node = defaults.get(parameter.arg)
    return machine.evaluate(node) if node is not None else machine.unknown()


def _agreed(machine: Machine, returned: list[Value]) -> Value:
    if not returned:
        return Constant(None)
    listings = [each for each in returned if isinstance(each, Listing)]
    if len(listings) == len(returned) > 1:
        lengths = {len(each.items) for each in listings}
        if len(lengths) == 1:
            columns = zip(*(each.items for each in listings), strict=True)
            return Listing([join_all(machine, column) for column in columns])
    return join_all(machine, returned)
