"""Expressions of which only a part is evaluated: `and`, `or`, and `a if b else c`."""

import ast

from mlops_platform.core.facts.flow.conditions import truth
from mlops_platform.core.facts.flow.machine import Machine
from mlops_platform.core.facts.flow.plain_values import Constant, Scores, Unknown
from mlops_platform.core.facts.flow.values import Value
from mlops_platform.core.facts.flow.ways import either


def either_operand(machine: Machine, node: ast.BoolOp) -> Value:
    """Return the operand that `and` or `or` gives; of several what says most."""
    values = _undecided(machine, node)
    if isinstance(values, Constant):
        return values
    if len(values) == 1:
        return values[0]
    scores = [each for each in values if isinstance(each, Scores)]
    known = [each for each in values if not isinstance(each, Unknown | Constant)]
    return (scores or known or [machine.unknown()])[0]


def either_branch(machine: Machine, node: ast.IfExp) -> Value:
    """Return the branch that the condition chooses, else what is true of both."""
    told = truth(machine, machine.evaluate(node.test))
    if told is not None:
        return machine.evaluate(node.body if told else node.orelse)
    body, other = node.body, node.orelse
    return either(machine, lambda: machine.evaluate(body), lambda: machine.evaluate(other))


def _undecided(machine: Machine, node: ast.BoolOp) -> list[Value] | Constant:
    """Return the operands that it may be; a truth where a literal decides whatever stands before.

    Behind the operand that decides nothing is evaluated.
    """
    decides = isinstance(node.op, ast.Or)
    values: list[Value] = []
    for each in node.values:
        value = machine.evaluate(each)
        told = truth(machine, value)
        if told is decides and values and value == Constant(decides):
            return Constant(decides)
        if told is not (not decides) or each is node.values[-1]:
            values.append(value)
        if told is decides:
            break
    return values
