from mlops_platform.core.recording.traits import trait_tags, with_traits
from mlops_platform_tests.core.executions import metric


def test_traits_come_back():
    named = [
        ("accuracy", metric("accuracy", 0.9, direction="higher", split="test")),
        ("loss", metric("loss", 0.1, direction="lower", split="train", is_final=False)),
        ("rows", metric("rows", 100)),
    ]
    tags = dict(trait_tags(named))
    assert tags["mlops.metrics.1"].startswith('{"accuracy": "higher test"')
    accuracy, loss, rows = with_traits({"rows": 100.0, "accuracy": 0.9, "loss": 0.1}, tags)
    assert (accuracy.direction, accuracy.split, accuracy.is_final) == ("higher", "test", True)
    assert (loss.direction, loss.split, loss.is_final) == ("lower", "train", False)
    assert (rows.direction, rows.split, rows.is_final) == ("", "", True)


def test_a_thousand_long_odd_names_fit_into_few_short_tags():
    named = [(f"ü{n}" * 30, metric("x", 1.0, direction="lower")) for n in range(1000)]
    tags = trait_tags(named)
    assert all(len(text) < 8000 for _, text in tags)
    back = with_traits({key: 1.0 for key, _ in named}, dict(tags))
    assert {each.direction for each in back} == {"lower"}


def test_tags_that_somebody_edited_tell_nothing():
    for text in ("{", "[]", '{"a": 3}', '{"a": "sideways"}', "[" * 100_000):
        (read,) = with_traits({"a": 1.0}, {"mlops.metrics.1": text})
        assert (read.direction, read.split) == ("", "")
