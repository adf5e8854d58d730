import pytest

from mlops_platform_tests.core.facts.reading_code import argument

CASES = [
    ("config_path='conf', config_name='train'", "conf", "train"),
    ("'conf', 'train'", "conf", "train"),
    ("version_base=None, config_name='train'", None, "train"),
]


@pytest.mark.parametrize(("call", "path", "name"), CASES)
def test_the_configuration_is_named_and_never_required(
    call: str, path: str | None, name: str
) -> None:
    source = f"import hydra\n@hydra.main({call})\ndef main(cfg): ...\n"
    assert argument(source) == [("config_path", False, path), ("config_name", False, name)]


def test_a_look_alike_does_not_count() -> None:
    assert argument("import monster\n@monster.main(config_name='x')\ndef main(cfg): ...") == []
