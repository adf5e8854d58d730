import json
import os
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request

import pytest

from mlops_platform.commands.dev import _environment, _servers
from mlops_platform.core.settings import Settings
from mlops_platform_tests.commands.calling import call


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def test_a_taken_port_is_refused_before_anything_starts(capfd):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        code, out, err = call(capfd, "dev", "--port", str(port))
    assert (code, out) == (2, "")
    assert f"Port {port} cannot be used" in err


def ask(address: str, **body: str) -> int:
    request = urllib.request.Request(
        address, json.dumps(body).encode(), {"Content-Type": "application/json"}
    )
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code


def check_that_models_are_governed(server: str) -> None:
    api = f"{server}/api/2.0/mlflow"
    source = {"source": "s3://models/1", "name": "acme.churn"}
    assert ask(f"{api}/registered-models/create", name="acme.churn") == 200
    assert ask(f"{api}/model-versions/create", **source) == 200
    tag = {"name": "acme.churn", "version": "1", "key": "lifecycle"}
    assert ask(f"{api}/model-versions/set-tag", **tag, value="production") == 422
    assert ask(f"{api}/model-versions/set-tag", **tag, value="approved") == 200


def test_a_server_that_is_named_is_used_and_none_is_started(tmp_path):
    for address, count in (("http://mlflow.example:5000", 2), ("", 3)):
        settings = Settings(MLOPS_PLATFORM_HOME=tmp_path, MLFLOW_TRACKING_URI=address)
        assert len(_servers(settings, 3000, 5000)) == count


def test_links_to_mlflow_lead_to_the_port_that_was_chosen(tmp_path):
    link = "http://127.0.0.1:5001"
    assert _environment(tmp_path, link, tmp_path)["MLOPS_PLATFORM_MLFLOW_LINK"] == link


@pytest.mark.integration
def test_both_uis_answer_and_end_with_an_interrupt(tmp_path):
    dagster, mlflow = free_port(), free_port()
    argv = ["dev", "--port", str(dagster), "--mlflow-port", str(mlflow)]
    process = subprocess.Popen(
        [sys.executable, "-m", "mlops_platform.cli", *argv],
        cwd=tmp_path,
        env=os.environ | {"MLOPS_PLATFORM_HOME": str(tmp_path / "home")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(3)]
        assert f"http://127.0.0.1:{dagster}" in lines[0], process.stderr and process.stderr.read()
        assert f"http://127.0.0.1:{mlflow}" in lines[1]
        for address in (f"http://127.0.0.1:{dagster}/server_info", f"http://127.0.0.1:{mlflow}"):
            with urllib.request.urlopen(address, timeout=30) as answer:
                assert answer.status == 200
        check_that_models_are_governed(f"http://127.0.0.1:{mlflow}")
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 0
    finally:
        process.kill()
        process.wait()
    for port in (dagster, mlflow):
        with socket.socket() as probe:
            assert probe.connect_ex(("127.0.0.1", port)) != 0
