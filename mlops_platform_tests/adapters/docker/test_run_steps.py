from pathlib import Path

from mlops_platform.adapters.docker.engine import Engine
from mlops_platform.adapters.docker.kept_log import KeptLog
from mlops_platform.adapters.docker.labels import Tags
from mlops_platform.adapters.docker.run_steps import Stage, probed_configuration, step_configuration
from mlops_platform.adapters.docker.workspace import Workspace
from mlops_platform.core.run_plan import Limits
from mlops_platform_tests.adapters.docker.drawn_runs import SETTINGS, plan, step

TAGS = Tags("platform", "run-1", 1)


def configured(asked, settings=SETTINGS, tmp_path=Path("/nowhere")):
    engine = Engine()
    log = KeptLog(tmp_path / "log.txt", lambda _: None, str)
    workspace = Workspace(engine, "sha256:base", TAGS, 60)
    stage = Stage(engine, settings, TAGS, log, workspace, "sha256:image")
    return step_configuration(stage, asked, asked.steps[0], 60.0)


def variables(configuration):
    return dict(each.split("=", 1) for each in configuration["Env"])


def test_a_command_is_a_list_that_no_shell_reads():
    made = configured(plan(step("python", "train.py", "--name", "a; rm -rf /", place="src")))
    assert made["Entrypoint"][-4:] == ["python", "train.py", "--name", "a; rm -rf /"]
    assert made["Entrypoint"][:3] == ["/usr/bin/timeout", "-k", "10"]
    assert made["WorkingDir"] == "/box/src/src"
    assert made["Image"] == "sha256:image"


def test_a_command_ends_by_itself_should_we_be_dead():
    assert int(configured(plan(step("python")))["Entrypoint"][3]) > 60


def test_a_run_gets_the_plans_variables_and_nothing_of_ours(monkeypatch):
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "s3cret")
    monkeypatch.setenv("HTTPS_PROXY", "http://me:s3cret@proxy")
    given = variables(configured(plan(step("python"), variables=(("EPOCHS", "3"),))))
    assert given["EPOCHS"] == "3"
    assert given["HOME"] == "/box/home"
    assert given["PYTHONUNBUFFERED"] == "1"
    assert given["MPLBACKEND"] == "Agg"
    assert not any("s3cret" in value for value in given.values())


def test_import_paths_stand_before_those_of_the_plan():
    asked = plan(step("python"), import_paths=(".", "src"), variables=(("PYTHONPATH", "/x"),))
    assert variables(configured(asked))["PYTHONPATH"] == "/box/src:/box/src/src:/x"


def test_the_volume_is_all_that_is_mounted():
    host = configured(plan(step("python")))["HostConfig"]
    assert [(each["Type"], each["Target"]) for each in host["Mounts"]] == [("volume", "/box")]
    assert "Binds" not in host
    assert host["ReadonlyRootfs"]
    assert host["NetworkMode"] == "none"


def test_a_run_with_a_network_reaches_it_without_our_credentials(tmp_path):
    bundle = tmp_path / "ca.pem"
    settings = SETTINGS._replace(ca_bundle=bundle, proxy="http://me:s3cret@proxy.example:80")
    out = plan(step("python"), limits=Limits(network="bridge"))
    given = variables(configured(out, settings))
    assert given["HTTPS_PROXY"] == "http://proxy.example:80"
    assert given["SSL_CERT_FILE"] == "/box/ca.pem"
    assert "HTTPS_PROXY" not in variables(configured(plan(step("python")), settings))


def test_gpus_are_seen_only_where_they_are_asked_for():
    assert variables(configured(plan(step("python"))))["NVIDIA_VISIBLE_DEVICES"] == "void"
    with_gpus = plan(step("python"), limits=Limits(gpus="0,1"))
    assert "NVIDIA_VISIBLE_DEVICES" not in variables(configured(with_gpus))
    assert configured(with_gpus)["HostConfig"]["DeviceRequests"][0]["DeviceIDs"] == ["0", "1"]


def test_a_probe_is_confined_as_a_run():
    settings = SETTINGS._replace(runtime="runsc")
    asked = plan(step("python"))
    probed = probed_configuration(asked.limits, settings)["HostConfig"]
    run = configured(asked, settings)["HostConfig"]
    assert {**run, "Mounts": None} == {**probed, "Mounts": None}
