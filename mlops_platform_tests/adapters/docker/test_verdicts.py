import os
import time

import pytest

from mlops_platform.adapters.docker.confinement import confinement
from mlops_platform.adapters.docker.engine import Engine, EngineError, State
from mlops_platform.adapters.docker.verdicts import VALID_SECONDS, Verdicts
from mlops_platform.core.run_plan import Limits
from mlops_platform_tests.adapters.docker.test_safety import LIMITS, SAFE
from mlops_platform_tests.conftest import BASE_IMAGE

NAMED = ["PATH=/bin", "LANG=C"]


class ScriptedEngine(Engine):
    """Answers as an engine whose probe sees `seen`; counts its probes."""

    def __init__(self, seen=SAFE, answers=True):
        self.seen, self.answers, self.probes, self.version = seen, answers, 0, "20.10"

    def info(self):
        if not self.answers:
            raise EngineError("nobody there")
        return {"ServerVersion": self.version, "KernelVersion": "6.1"}

    def image(self, reference):
        return {"Id": reference, "Config": {"Env": NAMED}}

    def create(self, configuration):
        self.probes += 1
        return "id"

    def start(self, container):
        pass

    def state(self, container):
        return State(is_running=False, exit_code=0, was_out_of_memory=False, error="")

    def logs(self, container):
        return self.seen.model_dump_json().encode() if self.seen else b"Traceback"

    def remove(self, container):
        pass


CONFIGURATION = {**confinement(LIMITS), "Volumes": {"/box": {}}}


def refusal(verdicts, engine, configuration=CONFIGURATION):
    return verdicts.refusal(engine, "sha256:1", configuration, {})


def test_a_sandbox_that_holds_is_asked_once_an_hour(tmp_path):
    engine, verdicts = ScriptedEngine(), Verdicts(tmp_path / "verdicts")
    assert [refusal(verdicts, engine) for _ in range(3)] == ["", "", ""]
    assert engine.probes == 1
    for verdict in (tmp_path / "verdicts").iterdir():
        os.utime(verdict, (0, time.time() - VALID_SECONDS - 1))
    assert refusal(verdicts, engine) == ""
    assert engine.probes == 2


def test_other_limits_and_another_engine_are_asked_anew(tmp_path):
    engine, verdicts = ScriptedEngine(), Verdicts(tmp_path)
    refusal(verdicts, engine)
    wider = confinement(LIMITS.model_copy(update={"processes": 200}))
    refusal(verdicts, engine, {**wider, "Volumes": {"/box": {}}})
    assert engine.probes == 2
    engine.version = "28.0"
    refusal(verdicts, engine)
    assert engine.probes == 3


def test_a_sandbox_that_does_not_hold_is_refused_each_time(tmp_path):
    engine = ScriptedEngine(SAFE.model_copy(update={"memory_bytes": None, "cpus": None}))
    verdicts = Verdicts(tmp_path)
    for count in (1, 2):
        said = refusal(verdicts, engine)
        assert said.startswith("The sandbox would not hold: memory is limited: nothing tells; CPUs")
        assert engine.probes == count


def test_a_probe_without_an_answer_is_a_refusal(tmp_path):
    assert "gave no answer (Traceback)" in refusal(Verdicts(tmp_path), ScriptedEngine(seen=None))


def test_an_engine_that_is_gone_is_no_verdict(tmp_path):
    assert refusal(Verdicts(tmp_path), ScriptedEngine(answers=False)) == ""


@pytest.mark.integration
def test_the_real_engine_may_run_foreign_code(docker_engine, tmp_path):
    verdicts = Verdicts(tmp_path)
    assert verdicts.refusal(Engine(), BASE_IMAGE, confinement(Limits()), {}) == ""
    assert len(list(tmp_path.iterdir())) == 1
