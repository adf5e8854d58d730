from mlops_platform_tests.core.plans import PLAIN, planning


def test_an_import_of_colab_is_said_to_need_colab(tmp_path):
    files = {**PLAIN, "train.py": "from google.colab import drive\n" + PLAIN["train.py"]}
    found = planning(tmp_path, files)
    assert found.cause == "platform_not_supported"
    assert found.evidence[0].line == 1


def test_an_import_that_can_fail_is_no_need(tmp_path):
    guarded = "try:\n    from google.colab import drive\nexcept ImportError:\n    drive = None\n"
    assert planning(tmp_path, {**PLAIN, "train.py": guarded + PLAIN["train.py"]}).cause == ""
    storage = "from google.cloud import storage\n"
    assert planning(tmp_path, {**PLAIN, "train.py": storage + PLAIN["train.py"]}).cause == ""
