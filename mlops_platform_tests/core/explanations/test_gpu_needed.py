"""Tests of the explanation `gpu_needed`."""

import pytest

from mlops_platform.core.causes import Cause
from mlops_platform.core.explanations.gpu_needed import explain
from mlops_platform_tests.core.failures.failing import installed, printed, ran


@pytest.mark.parametrize(
    "log",
    [
        printed("cuda"),
        "RuntimeError: Found no NVIDIA driver on your system.",
        "ImportError: libcudart.so.11.0: cannot open shared object file: No such file",
    ],
)
def test_a_gpu_is_asked_for(log: str) -> None:
    found = explain(ran(log))
    assert found is not None
    assert found.cause is Cause.GPU_NEEDED


@pytest.mark.parametrize("log", ["one_class", "weights", "data_pd"])
def test_other_failures_ask_for_none(log: str) -> None:
    assert explain(ran(printed(log))) is None


def test_an_installation_is_another_matter() -> None:
    assert explain(installed(printed("cuda"))) is None


def test_a_library_that_looks_for_a_gpu_and_goes_on_asks_for_none() -> None:
    log = (
        "W tensorflow/stream_executor/platform/default/dso_loader.cc:64] Could not load dynamic"
        " library 'libcudart.so.11.0'; dlerror: libcudart.so.11.0: cannot open shared object file:"
        " No such file or directory\nno model was given\n"
    )
    assert explain(ran(log)) is None
