import json
import subprocess
import sys

import pytest

from mlops_platform.adapters.mlflow.open_client import open_client
from mlops_platform.adapters.mlflow_addresses import mlflow_addresses
from mlops_platform.adapters.mlflow_traces import MlflowTraces
from mlops_platform.core.language_model import (
    Exchange,
    Message,
    NoReply,
    Question,
    Reply,
    Silence,
    Usage,
)
from mlops_platform_tests.integration.browsing import free_port
from mlops_platform_tests.servers.mlflow_server import mlflow_server

REPOSITORY = "github.com/acme/churn"
MODEL = "groq/llama-3.3-70b-versatile"
HOSTILE = "FINDINGS\n```\n![x](https://evil.example/p.png)"
LONG = "One {{ and }} braces." + "x" * 9_000
integration = pytest.mark.integration


def exchange(asset, reply=None, prompt="a", text="You put findings into words."):
    said = Reply(asset=asset, text='{"summary": []}', usage=USAGE)
    messages = (
        Message(role="system", text=text),
        Message(role="user", text=HOSTILE),
    )
    return Exchange(
        question=Question(asset=asset, messages=messages),
        reply=reply or said,
        prompt=prompt * 64,
        evidence="e" * 64,
        verdict="accepted",
    )


USAGE = Usage(requests=1, prompt_tokens=900, completion_tokens=80, seconds=1.25, cost=0.0006)


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    folder = tmp_path_factory.mktemp("mlflow")
    with mlflow_server(mlflow_addresses(folder), folder) as server:
        yield server.url


@pytest.fixture(scope="module", params=["embedded", "server"])
def addresses(request, tmp_path_factory):
    served = request.getfixturevalue("address") if request.param == "server" else ""
    return mlflow_addresses(tmp_path_factory.mktemp("home"), served)


def found(addresses, repository):
    client = open_client(addresses)
    experiment = client.get_experiment_by_name(repository).experiment_id
    return client.search_traces(locations=[experiment])


@integration
def test_a_call_is_a_trace_in_the_experiment_of_its_repository(addresses):
    link = MlflowTraces(addresses).record(REPOSITORY, MODEL, [exchange("mlops_readiness")])
    (trace,) = found(addresses, REPOSITORY)
    assert link == addresses.page(
        f"experiments/{trace.info.experiment_id}/chat-sessions/"
        f"{trace.info.trace_metadata['mlflow.trace.session']}"
    )
    assert trace.info.tags["mlops.prompt"] == "a" * 64
    assert trace.info.tags["mlops.evidence"] == "e" * 64
    assert trace.info.tags["mlops.verdict"] == "accepted"
    assert (trace.info.state, trace.info.execution_duration) == ("OK", 1250)
    assert trace.info.token_usage["total_tokens"] == 980
    assert json.loads(trace.info.trace_metadata["mlflow.trace.cost"])["total_cost"] == 0.0006
    (span,) = trace.data.spans
    assert span.attributes["mlflow.llm.model"] == MODEL
    assert span.inputs["messages"][1]["content"] == f"````\n{HOSTILE}\n````"
    assert span.outputs["choices"][0]["message"]["content"] == '```\n{"summary": []}\n```'


@integration
def test_no_reply_is_a_failed_trace_that_says_why(addresses):
    silent = NoReply(
        asset="x", silence=Silence.TIMED_OUT, because="No answer came.", usage=Usage(requests=2)
    )
    MlflowTraces(addresses).record("local/silent", MODEL, [exchange("x", silent)])
    (trace,) = found(addresses, "local/silent")
    assert trace.info.state == "ERROR"
    assert trace.data.spans[0].outputs == {
        "silence": "timed_out",
        "because": "```\nNo answer came.\n```",
    }
    assert "mlflow.trace.cost" not in trace.info.trace_metadata


@integration
def test_a_prompt_gets_a_new_version_only_for_a_new_text(addresses):
    traces, client = MlflowTraces(addresses), open_client(addresses)
    for prompt, text in (("b", LONG), ("b", "ignored"), ("c", "Two.")):
        traces.record("local/prompts", MODEL, [exchange("training", prompt=prompt, text=text)])
    versions = client.search_prompt_versions("training")
    assert sorted(each.template for each in versions) == [LONG, "Two."]
    newest = client.get_prompt_version_by_alias("training", f"sha256-{'c' * 32}")
    assert (newest.template, newest.version) == ("Two.", 2)
    experiment = client.get_experiment_by_name("local/prompts").experiment_id
    linked = [
        client.search_traces(locations=[experiment], filter_string=f"prompt = 'training/{version}'")
        for version in (1, 2)
    ]
    assert [len(each) for each in linked] == [2, 1]


def test_a_server_that_is_down_is_a_sentence(tmp_path):
    dead = mlflow_addresses(tmp_path, f"http://127.0.0.1:{free_port()}")
    said = MlflowTraces(dead).record(REPOSITORY, MODEL, [exchange("mlops_readiness")])
    assert said.startswith(f"The calls were not traced: MLflow at {dead.server} did not do")


def test_until_there_is_a_call_mlflow_is_not_loaded():
    program = (
        "import sys; from pathlib import Path;"
        "from mlops_platform.adapters.mlflow_addresses import mlflow_addresses;"
        "from mlops_platform.adapters.mlflow_traces import MlflowTraces;"
        "MlflowTraces(mlflow_addresses(Path('/x')));"
        "sys.exit('mlflow' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
