import io
import tarfile

from mlops_platform.adapters.docker.sandbox_settings import SandboxSettings
from mlops_platform.adapters.docker.sources_archive import SourcesArchive
from mlops_platform.adapters.docker.workspace_archive import workspace_archive
from mlops_platform.core.run_plan import Environment, Limits, Purpose, RunPlan, RunStep
from mlops_platform_tests.drawing import draw_checkout

PLAIN = SandboxSettings()


def names(tmp_path, settings=PLAIN, **plan):
    checkout = draw_checkout(tmp_path, {"data/train.csv": "1", "train.py": ""})
    step = RunStep(purpose=Purpose.TRAIN, arguments=("python",), recipe="x", because="x")
    made = RunPlan(environment=Environment(python="3.11", source="x"), steps=(step,), **plan)
    data = b"".join(workspace_archive(SourcesArchive(checkout.root), made, settings))
    return tarfile.open(fileobj=io.BytesIO(data)).getnames()


def test_a_run_has_sources_a_home_and_a_place_for_temporary_files(tmp_path):
    assert names(tmp_path) == [
        "home",
        "tmp",
        "src",
        "src/data",
        "src/train.py",
        "src/data/train.csv",
    ]


def test_missing_folders_are_made_and_those_that_climb_are_not(tmp_path):
    made = names(tmp_path, folders=("models/best", "data", "../out", "/abs", "train.py"))
    assert made == [*names(tmp_path), "src/models", "src/models/best"]


def test_certificates_go_in_only_with_a_network(tmp_path):
    bundle = tmp_path / "ca.pem"
    bundle.write_text("x")
    settings = SandboxSettings(ca_bundle=bundle)
    assert "ca.pem" not in names(tmp_path, settings)
    assert "ca.pem" in names(tmp_path, settings, limits=Limits(network="bridge"))
