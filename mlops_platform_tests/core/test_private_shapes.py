import pytest

from mlops_platform.core.private_shapes import PASSWORD_NAME, SECRET_NAME, is_random


@pytest.mark.parametrize("value", ["7f3a" * 8, "Zq8" * 12, "x-" + "a1b2c3d4e5f6g7" * 2])
def test_what_a_machine_drew(value: str) -> None:
    assert is_random(value)


@pytest.mark.parametrize(
    "value",
    [
        *("a-rather-long-name-of-a-thing", "bert-base-uncased-v2-finetuned", "7f3a"),
        *("models/2023-01-02/part-00001.parquet", "my secret 7f3a7f3a7f3a7f3a", "a" * 40),
        # Words in base64.
        "d2F0Y2gtdGhlLWNvc3Qtb2YtY2x1c3RlcnM=",
    ],
)
def test_what_a_person_wrote(value: str) -> None:
    assert not is_random(value)


@pytest.mark.parametrize("name", ["API_KEY", "apiKey", "aws_secret_access_key", "HF_TOKEN"])
def test_names_of_secrets(name: str) -> None:
    assert SECRET_NAME.search(name)


@pytest.mark.parametrize("name", ["tokenizer", "cache_key", "primary_key", "secretName", "keys"])
def test_names_of_other_things(name: str) -> None:
    assert not SECRET_NAME.search(name)


def test_names_of_passwords() -> None:
    assert PASSWORD_NAME.search("DB_PASSWORD")
    assert PASSWORD_NAME.search("mysql.pwd")
    assert not PASSWORD_NAME.search("bypass")
