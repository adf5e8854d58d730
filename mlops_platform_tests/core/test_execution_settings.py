import pytest

from mlops_platform.core.execution_settings import listed, size_bytes
from mlops_platform.core.settings import BadSettingError, load_settings


@pytest.fixture(autouse=True)
def _fresh(monkeypatch, tmp_path):
    monkeypatch.setenv("MLOPS_PLATFORM_HOME", str(tmp_path))
    load_settings.cache_clear()
    yield
    load_settings.cache_clear()


@pytest.mark.parametrize(
    ("size", "expected"), [("4g", 4 << 30), ("512M", 512 << 20), ("100k", 102400), ("7b", 7)]
)
def test_a_size_is_read_in_powers_of_1024(size, expected):
    assert size_bytes(size) == expected


@pytest.mark.parametrize(
    ("variable", "value", "because"),
    [
        ("EXECUTION_MEMORY_LIMIT", "4 gigabytes", "whole number"),
        ("EXECUTION_MEMORY_LIMIT", "1m", "64m"),
        ("EXECUTION_CPU_LIMIT", "0", "greater than 0"),
        ("EXECUTION_TIMEOUT_SECONDS", "-1", "greater than 0"),
        ("EXECUTION_NETWORK", "host", "none"),
        ("EXECUTION_GPUS", "all; rm", "ids"),
        ("EXECUTION_RUNTIME", "run sc", "runtime"),
        ("EXECUTION_DOCKER_IMAGE", "--privileged", "image"),
        ("EXECUTION_DOCKER_IMAGE", "python:{version}", "image"),
        ("MLOPS_PLATFORM_INDEX_URL", "file:///srv", "http"),
        ("MLOPS_PLATFORM_FIND_LINKS", "https://a, /srv", "http"),
        ("MLOPS_PLATFORM_PROXY", "socks5://a", "http"),
    ],
)
def test_a_bad_value_is_one_sentence_naming_its_variable(monkeypatch, variable, value, because):
    monkeypatch.setenv(variable, value)
    with pytest.raises(BadSettingError, match=rf"^{variable} cannot be used: .*{because}.*\.$"):
        load_settings()


def test_the_settings_become_limits(monkeypatch):
    monkeypatch.setenv("EXECUTION_TIMEOUT_SECONDS", "60")
    monkeypatch.setenv("EXECUTION_MEMORY_LIMIT", "1g")
    monkeypatch.setenv("EXECUTION_NETWORK", "bridge")
    monkeypatch.setenv("EXECUTION_GPUS", "0,1")
    limits = load_settings().execution_limits()
    assert (limits.run_seconds, limits.memory_bytes) == (60, 1 << 30)
    assert (limits.cpus, limits.network, limits.gpus) == (2.0, "bridge", "0,1")


def test_nothing_but_the_public_index_is_the_default():
    settings = load_settings()
    assert (settings.index_url, settings.find_links, settings.proxy) == ("", "", "")
    assert settings.execution_network == "none"
    assert settings.execution_gpus == "none"


def test_a_list_is_separated_by_commas_or_blanks():
    assert listed("https://a, https://b https://c") == ("https://a", "https://b", "https://c")
