from mlops_platform.core.planning.run_variables import run_variables, with_local_trackers
from mlops_platform.core.run_plan import Limits, RunRequest
from mlops_platform_tests.core.plans import PLAIN, planning_facts


def variables(tmp_path, code, told=(), request=None, **others):
    facts = planning_facts(tmp_path, {**PLAIN, "main.py": code, **others})
    facts = facts._replace(request=request or RunRequest())
    files = [facts.program.files["main.py"]]
    return dict(run_variables(files, told, facts))


def test_trackers_keep_their_runs_inside(tmp_path):
    found = variables(tmp_path, "import mlflow, wandb\n")
    assert found["MLFLOW_TRACKING_URI"] == "sqlite:////box/src/mlflow.db"
    assert found["WANDB_MODE"] == "offline"


def test_a_committed_store_is_not_written_to(tmp_path):
    found = variables(tmp_path, "import mlflow\n", **{"mlflow.db": "x"})
    assert found["MLFLOW_TRACKING_URI"].endswith("/mlflow-run.db")


def test_any_number_of_stores_may_be_committed(tmp_path):
    stores = dict.fromkeys(("mlflow.db", "mlflow-run.db", "run-mlflow.db", "mlflow-run-2.db"), "x")
    found = variables(tmp_path, "import mlflow\n", **stores)
    assert found["MLFLOW_TRACKING_URI"].endswith("/mlflow-run-3.db")


def test_code_without_trackers_gets_what_everybody_gets(tmp_path):
    assert variables(tmp_path, "print(1)\n") == {"MPLBACKEND": "Agg", "PYTHONUNBUFFERED": "1"}


def test_the_operators_word_goes_before_ours_and_ours_before_the_repositorys(tmp_path):
    request = RunRequest(variables=(("MPLBACKEND", "svg"),))
    told = (("PYTHONUNBUFFERED", "0"), ("OWN", "1"))
    found = variables(tmp_path, "print(1)\n", told, request)
    assert found == {"MPLBACKEND": "svg", "OWN": "1", "PYTHONUNBUFFERED": "1"}


def test_with_a_network_hubs_may_be_asked(tmp_path):
    request = RunRequest(limits=Limits(network="bridge"))
    code = "import transformers\n"
    assert "HF_HUB_OFFLINE" in variables(tmp_path, code)
    assert "HF_HUB_OFFLINE" not in variables(tmp_path, code, request=request)


def test_a_tracking_server_in_a_command_becomes_a_store_in_the_sandbox(tmp_path):
    facts = planning_facts(tmp_path, PLAIN)
    for words in (
        ("--mlflow-tracking-uri", "http://localhost:5000"),
        ("--tracking_uri=http://mlflow:5000",),
    ):
        found = with_local_trackers(("python", "train.py", *words), facts)
        assert " ".join(found).endswith("sqlite:////box/src/mlflow.db")
    plain = ("python", "train.py", "--url", "http://localhost:5000")
    assert with_local_trackers(plain, facts) == plain
