"""Networks that are fitted by their losses: what compares outputs, and the step back from it."""

from mlops_platform.core.facts.flow.events import Deed
from mlops_platform.core.facts.flow.machine import Arguments, Machine
from mlops_platform.core.facts.flow.plain_values import Constant, Loss, Unknown
from mlops_platform.core.facts.flow.values import (
    Data,
    Value,
)


def compare(machine: Machine, _loss: Loss, arguments: Arguments) -> Value:
    """Return a loss of outputs; of anything else nothing is known."""
    for each in arguments.every():
        if isinstance(each, Data) and each.made_by is not None:
            return each._replace(is_compared=True)
        if isinstance(each, Unknown) and each.serial in machine.outputs:
            return _output(machine, *machine.outputs[each.serial])._replace(is_compared=True)
    return machine.unknown()


def _output(machine: Machine, network: Unknown, data: Data) -> Data:
    """Take what made something that a loss compares with targets for a network."""
    made = machine.as_estimator(network)
    made.is_network = True
    machine.networks[network.serial] = made
    return Data(data.rows, data.learned, predicted_by=made.fits, made_by=made)


def step_back(machine: Machine, loss: Data) -> Value:
    """Run `backward`: the network is fitted to the rows of the loss."""
    made_by = loss.made_by
    if made_by is not None and loss.is_compared:
        event = machine.event(Deed.FIT, made_by.api or "backward")
        serial = machine.note(
            event._replace(
                rows=loss.rows,
                learned=loss.learned,
                names=machine.names_of(loss.rows),
                is_supervised=True,
            )
        )
        machine.fit_by(made_by, serial)
    return Constant(None)


def is_network_output(data: Data) -> bool:
    """Tell whether data come out of a network that is trained step by step."""
    return data.made_by is not None and data.made_by.is_network
