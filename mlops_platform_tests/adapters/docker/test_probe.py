"""The probe on a real engine: what holds is seen to hold, and every weakness is seen."""

import pytest

from mlops_platform.adapters.docker.confinement import confinement
from mlops_platform.adapters.docker.engine import Engine
from mlops_platform.adapters.docker.probe import probe_sandbox
from mlops_platform.core.errors import PlatformError
from mlops_platform.core.run_plan import Limits
from mlops_platform_tests.conftest import BASE_IMAGE

pytestmark = pytest.mark.integration

LABELS = {"mlops-platform.test": "probe"}


def probe(configuration, image=BASE_IMAGE):
    return probe_sandbox(Engine(), image, configuration, LABELS)


def weakened(**host):
    made = confinement(Limits())
    return {**made, "HostConfig": {**made["HostConfig"], **host}}


def test_the_confinement_of_the_run_phase_holds(docker_engine):
    found = probe(confinement(Limits(memory_bytes=512 << 20, cpus=0.5, processes=64)))
    assert found.unmet == ()
    assert len(found.held) > 20
    assert found.engine == f"Docker {docker_engine.version()['Version']}"
    assert found.runtime.startswith("runc 1.")


@pytest.mark.parametrize(
    ("host", "claim"),
    [
        ({"CapDrop": []}, "no capabilities"),
        ({"SecurityOpt": ["no-new-privileges", "seccomp=unconfined"]}, "system calls are filtered"),
        ({"SecurityOpt": []}, "no new privileges"),
        ({"ReadonlyRootfs": False}, "the root file system is read-only"),
        ({"Binds": ["/var/run/docker.sock:/var/run/docker.sock"]}, "no socket of an engine"),
        ({"Binds": ["/usr/share:/host:ro"]}, "nothing of the host is mounted"),
        ({"PidMode": "host"}, "processes of others are not seen"),
        ({"Init": False}, "an init reaps what is left"),
        ({"NetworkMode": "host"}, "the network is as asked"),
    ],
)
def test_a_weakness_is_seen_from_inside(docker_engine, host, claim):
    assert any(sentence.startswith(claim) for sentence in probe(weakened(**host)).unmet)


def test_a_limit_that_the_engine_did_not_set_is_seen(docker_engine, monkeypatch):
    """What an engine does whose kernel lacks a limit: it warns, and starts without."""
    made = confinement(Limits())
    create = Engine.create

    def forget(self, configuration):
        kept = {
            name: value
            for name, value in configuration["HostConfig"].items()
            if name not in ("Memory", "MemorySwap", "NanoCpus", "PidsLimit", "Ulimits")
        }
        return create(self, {**configuration, "HostConfig": kept})

    monkeypatch.setattr(Engine, "create", forget)
    found = {sentence.split(":")[0] for sentence in probe(made).unmet}
    assert {
        "memory is limited",
        "processes are limited",
        "CPUs are limited",
        "core dumps, file sizes and open files are limited",
    } <= found


def test_no_answer_is_an_error_that_says_why(docker_engine):
    with pytest.raises(PlatformError, match="could not be examined"):
        probe(confinement(Limits()), "no-such-image:here")


def test_the_probe_is_gone_afterwards(docker_engine):
    probe(confinement(Limits()))
    assert docker_engine.containers.list(all=True, filters={"label": "mlops-platform.test"}) == []
