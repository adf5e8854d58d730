import json
import subprocess
import sys
from pathlib import Path

from mlops_platform.adapters.sandboxed_trials import PROGRAM, SandboxedTrials
from mlops_platform.core.checkout import Checkout, Revision
from mlops_platform.core.model_trial import MARK, TrialOrder
from mlops_platform_tests.core.executions import attempt, model_file, output


class RecordingSandbox:
    """Fits the port `Sandbox`, as far as trials use it."""

    def __init__(self):
        self.orders = []

    def run(self, order, checkout, outputs, live):
        self.orders.append(order)
        text = f"{MARK}{json.dumps({'is_loaded': True, 'rows': 3})}\n"
        outcome = attempt().outcome
        log = outcome.log.model_copy(update={"tail": text})
        return outcome.model_copy(update={"log": log})


def try_model(sandbox, *artifacts, outputs=()):
    made = attempt(outputs=outputs)
    order = TrialOrder(
        run_id="run-1", attempt=made, artifacts=artifacts, outputs="/made", folder="/trial"
    )
    revision = Revision(repository="github.com/a/b", url=None, commit="c")
    checkout = Checkout(revision=revision, root=Path("/nowhere"))
    return SandboxedTrials(sandbox).try_model(order, checkout, lambda _: None)


def test_the_model_and_the_program_are_carried_into_the_sandbox():
    sandbox = RecordingSandbox()
    away = output("away.bin").model_copy(update={"is_outside": True})
    trial = try_model(sandbox, model_file("m.pkl"), outputs=(output("m.pkl"), away))
    assert (trial.model, trial.rows) == ("m.pkl", 3)
    (order,) = sandbox.orders
    carried = {each.path: each.file for each in order.carried}
    assert carried.pop("m.pkl") == Path("/made/m.pkl")
    assert "mlops_platform/adapters/model_trial/main.py" in carried
    assert all(file.is_file() for file in carried.values())
    assert (order.attempt, len(order.plan.steps)) == (0, 1)


def test_without_a_model_nothing_is_run():
    sandbox = RecordingSandbox()
    assert try_model(sandbox) is None
    assert sandbox.orders == []


def test_the_program_needs_nothing_but_itself(tmp_path):
    place = tmp_path / "mlops_platform/adapters/model_trial"
    place.mkdir(parents=True)
    for file in PROGRAM.glob("*.py"):
        (place / file.name).write_bytes(file.read_bytes())
    asked = [sys.executable, "-I", "-S", "-c", BARE, str(tmp_path)]
    ended = subprocess.run(asked, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert ended.returncode == 0, ended.stderr


BARE = """
import sys
sys.path.insert(0, sys.argv[1])
import mlops_platform.adapters.model_trial.main as program
assert program.__file__.startswith(sys.argv[1])
foreign = [name for name in sys.modules if name.startswith("mlops_platform.core")]
assert not foreign, foreign
"""
