"""A model is tried on a real engine: in the sandbox it is loaded, on this machine it never is."""

from pathlib import Path

import pytest

from mlops_platform.adapters.docker_sandbox import DockerSandbox
from mlops_platform.adapters.sandboxed_trials import SandboxedTrials
from mlops_platform.core.checkout import Checkout
from mlops_platform.core.model_trial import ModelTrial, TrialOrder
from mlops_platform.core.run_outcome import Attempt, Ending
from mlops_platform_tests.adapters.docker.drawn_runs import SETTINGS, order, plan, step
from mlops_platform_tests.core.executions import model_file
from mlops_platform_tests.drawing import draw_checkout

pytestmark = pytest.mark.integration

TREE = {
    "lengths.py": """
class Model:
    def predict(self, texts):
        return [len(text) for text in texts]
""",
    "train.py": "import pickle, lengths\npickle.dump(lengths.Model(), open('m.pkl', 'wb'))\n",
    "trap.py": """
class Trap:
    def __reduce__(self):
        return (open, ("%s", "w"))
import pickle
pickle.dump(Trap(), open("m.pkl", "wb"))
""",
}


@pytest.fixture(autouse=True)
def engine(docker_engine):
    return docker_engine


def trained_and_tried(tmp_path: Path, checkout: Checkout, program: str) -> ModelTrial | None:
    sandbox, made, folder = DockerSandbox(SETTINGS), tmp_path / "made", tmp_path / "trial"
    made.mkdir()
    folder.mkdir()
    asked = plan(step("python", program))
    outcome = sandbox.run(order(asked), checkout, made, lambda _: None)
    assert outcome.ending is Ending.SUCCEEDED, outcome.because
    tried = TrialOrder(
        run_id=order(asked).run_id,
        attempt=Attempt(plan=asked, outcome=outcome),
        artifacts=(model_file("m.pkl"),),
        outputs=str(made),
        folder=str(folder),
    )
    return SandboxedTrials(sandbox).try_model(tried, checkout, lambda _: None)


def test_a_model_is_loaded_with_the_code_of_its_repository_and_asked(tmp_path: Path) -> None:
    trial = trained_and_tried(tmp_path, draw_checkout(tmp_path, TREE), "train.py")
    assert trial is not None
    assert (trial.class_name, trial.input, trial.rows) == ("lengths.Model", "texts", 100)
    assert (trial.is_finite, trial.is_repeatable) == (True, True)
    assert trial.latency_median_ms is not None
    assert trial.because == ""


def test_a_pickle_that_acts_when_it_is_loaded_acts_in_the_sandbox_only(tmp_path: Path) -> None:
    target = tmp_path / "made_on_the_host"
    tree = {**TREE, "trap.py": TREE["trap.py"] % target}
    trial = trained_and_tried(tmp_path, draw_checkout(tmp_path, tree), "trap.py")
    assert trial is not None
    # The control: it did try to, where there is no such folder.
    assert "FileNotFoundError" in trial.because
    assert not trial.is_loaded
    assert not target.exists()
