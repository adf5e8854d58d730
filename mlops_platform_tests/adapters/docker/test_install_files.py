import shlex
import subprocess
import tomllib
from datetime import date

from mlops_platform.adapters.docker.install_files import (
    install_files,
    install_script,
    install_variables,
    installer,
    installer_settings,
    network_variables,
    system_script,
)
from mlops_platform.adapters.docker.sandbox_settings import SandboxSettings
from mlops_platform.core.run_plan import Environment

PLAIN = Environment(python="3.11", source="requirements_txt", requirements=("pandas", "numpy<2"))
HOSTILE = "https://me:it's $(touch x)@index.example/simple"


def lines(environment):
    return install_script(environment).splitlines()


def test_requirements_are_installed_into_the_environment():
    script = install_script(PLAIN)
    assert "pip install" in script
    assert "--requirements requirements.txt" in script
    assert "--constraints" not in script
    assert "--exclude-newer" not in script


def test_an_environment_of_nothing_installs_nothing():
    assert "pip install" not in install_script(PLAIN.model_copy(update={"requirements": ()}))


def test_bounds_hold_for_what_is_not_asked_for_by_name_too():
    bounded = PLAIN.model_copy(update={"bounds": ("numpy<2",)})
    assert "--constraints bounds.txt" in install_script(bounded)
    assert install_files(bounded, SandboxSettings())["bounds.txt"] == b"numpy<2\n"


def test_the_whole_day_counts_wherever_the_engine_is():
    dated = PLAIN.model_copy(update={"as_of": date(2022, 12, 31)})
    assert "--exclude-newer 2023-01-01T00:00:00Z" in install_script(dated)


def test_the_repository_is_installed_without_its_dependencies():
    built = PLAIN.model_copy(update={"builds_project": True})
    (line,) = [each for each in lines(built) if "--no-deps" in each]
    assert line.count("--no-deps") == 2
    assert "--editable /box/src ||" in line


def test_a_python_that_is_not_there_has_an_exit_code_of_its_own():
    assert any(line.endswith("|| exit 71") for line in lines(PLAIN))


def test_scripts_are_what_a_shell_understands():
    for script in (install_script(PLAIN), system_script(("libgomp1",))):
        subprocess.run(["sh", "-n"], input=script.encode(), check=True)


def test_nothing_secret_is_a_variable_of_the_container():
    assert not any("index" in name.lower() for name in install_variables())


def test_no_value_of_a_setting_reaches_the_shell_as_code(tmp_path):
    text = network_variables(SandboxSettings(proxy=HOSTILE), "/box")
    told = subprocess.run(
        ["sh", "-eu"],
        input=f'{text}\nprintf %s "$HTTPS_PROXY"',
        text=True,
        capture_output=True,
        check=True,
        cwd=tmp_path,
    )
    assert told.stdout == HOSTILE
    assert list(tmp_path.iterdir()) == []


def test_certificates_are_known_to_whoever_brings_packages(tmp_path):
    bundle = tmp_path / "ca.pem"
    bundle.write_text("certificates")
    settings = SandboxSettings(ca_bundle=bundle)
    assert install_files(PLAIN, settings)["ca.pem"] == b"certificates"
    names = [shlex.split(line)[1] for line in network_variables(settings, "/x").splitlines()]
    assert "SSL_CERT_FILE=/x/ca.pem" in names
    assert "PIP_CERT=/x/ca.pem" in names


def test_an_index_of_ones_own_is_the_only_one():
    settings = SandboxSettings(index_url=HOSTILE, find_links=("https://wheels.example/a",))
    told = tomllib.loads(installer_settings(settings))
    assert told == {
        "find-links": ["https://wheels.example/a"],
        "index": [{"url": HOSTILE, "default": True}],
    }
    assert tomllib.loads(installer_settings(SandboxSettings())) == {}


def test_the_installer_is_the_one_of_the_platform():
    assert installer()[:4] == b"\x7fELF"
