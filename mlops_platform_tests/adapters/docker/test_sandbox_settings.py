import pytest

from mlops_platform.adapters.docker.sandbox_settings import SandboxSettings, without_credentials
from mlops_platform.core.errors import PlatformError

SETTINGS = SandboxSettings(
    index_url="https://me:s3cret@index.example/simple",
    find_links=("https://plain.example/wheels",),
    proxy="http://token@proxy.example:3128",
)


def test_credentials_are_known_and_hidden():
    text = "failed: https://me:s3cret@index.example/simple via token@proxy; password s3cret"
    assert SETTINGS.without_secrets(text) == (
        "failed: https://***@index.example/simple via ***@proxy; password ***"
    )


def test_where_packages_come_from_is_told_without_credentials():
    assert SETTINGS.sources() == ("https://index.example/simple", "https://plain.example/wheels")


def test_a_bundle_that_is_not_there_is_said_with_its_variable(tmp_path):
    assert SandboxSettings().certificates() == b""
    with pytest.raises(PlatformError, match="MLOPS_PLATFORM_CA_BUNDLE"):
        SandboxSettings(ca_bundle=tmp_path / "none.pem").certificates()


def test_an_address_without_credentials_stays_as_it_is():
    assert without_credentials("http://a.example:80/x?y=1") == "http://a.example:80/x?y=1"
    assert SandboxSettings().secrets() == ()
    assert SandboxSettings().without_secrets("text") == "text"
