import io
import os
import pickle

import joblib
import numpy as np
import pytest

from mlops_platform.core.contents.pickle_scan import OpcodeBudget, is_dangerous, scan_pickle
from mlops_platform_tests.core.costs import cheap_enough


class Calling:
    """Something that calls when it is unpickled."""

    def __init__(self, function, *arguments):
        self.call = function, arguments

    def __reduce__(self):
        return self.call


class Plain:
    """A class of ours."""


def joblib_bytes(value, **options):
    file = io.BytesIO()
    joblib.dump(value, file, **options)
    return file.getvalue()


@pytest.mark.parametrize("protocol", range(6))
def test_what_a_pickle_would_call_is_named_and_not_called(protocol, tmp_path):
    bait = tmp_path / "bait"
    data = pickle.dumps([1, Calling(os.mkdir, str(bait))], protocol)
    scan = scan_pickle(data)
    assert scan.dangerous == ("posix.mkdir",)
    assert scan.is_whole
    assert not bait.exists()
    pickle.loads(data)
    assert bait.exists()


@pytest.mark.parametrize("protocol", range(6))
def test_plain_values_name_nothing_dangerous(protocol):
    scan = scan_pickle(pickle.dumps({"a": [1, 2.5, None, "b" * 300, b"c", (1, {2})]}, protocol))
    assert (scan.dangerous, scan.is_whole) == ((), True)


def test_a_class_is_named_with_its_module():
    (name,) = scan_pickle(pickle.dumps(Plain())).globals
    assert name == f"{__name__}.Plain"


def test_a_name_that_is_put_together_from_the_memo_is_known():
    # posix and system are stored first, and fetched later between other texts.
    data = (
        b"\x80\x04\x8c\x05posix\x94\x8c\x06system\x940\x30"
        b"\x8c\x05numpy\x94\x8c\x05zeros\x940\x30"
        b"h\x00h\x01\x93\x8c\x04true\x85R."
    )
    scan = scan_pickle(data)
    assert scan.dangerous == ("posix.system",)


def test_a_name_that_is_swapped_on_the_stack_is_not_missed():
    # Only what really lies on top of the stack makes the name.
    data = b"\x80\x04\x8c\x05posix\x8c\x06systemN0\x93\x8c\x04true\x85R."
    assert scan_pickle(data).dangerous == ("posix.system",)


def test_arrays_of_joblib_are_stepped_over():
    value = {
        "a": np.zeros((3, 2)),
        "texts": np.array(["one", "two"]),
        "objects": np.array([Plain(), None], dtype=object),
        "b": np.ones(4, dtype="int32"),
        "rows": np.zeros(2, dtype=[("x", "f8"), ("y", "i4")]),
        "after": Calling(os.getpid),
    }
    scan = scan_pickle(joblib_bytes(value))
    assert scan.is_whole
    assert scan.dangerous == ("posix.getpid",)
    assert f"{__name__}.Plain" in scan.globals


def test_several_pickles_in_a_row_are_all_scanned():
    data = pickle.dumps(1) + pickle.dumps([2]) + pickle.dumps(Calling(os.getpid))
    assert scan_pickle(data).dangerous == ("posix.getpid",)


@pytest.mark.parametrize("cut", [0, 1, 2, 10])
def test_a_broken_pickle_is_not_whole_and_its_bytes_are_searched(cut):
    data = pickle.dumps([1, Calling(os.getpid)], 4)
    scan = scan_pickle(data[:cut] + b"\x01\x02\x03" + data)
    assert not scan.is_whole
    assert scan.dangerous == ("posix.?",)


def test_an_array_of_a_type_that_does_not_tell_its_size_ends_the_scan():
    data = joblib_bytes(np.zeros(3)).replace(b"\x8c\x02f8", b"\x8c\x02fx")
    assert not scan_pickle(data).is_whole


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("os.system", True),
        ("posix.system", True),
        ("subprocess.Popen", True),
        ("builtins.eval", True),
        ("builtins.getattr", True),
        ("importlib.util.spec_from_loader", True),
        ("operator.methodcaller", True),
        ("builtins.list", False),
        ("builtins.set", False),
        ("operator.add", False),
        ("numpy.core.multiarray._reconstruct", False),
        ("sklearn.linear_model._logistic.LogisticRegression", False),
        ("oskar.system", False),
        ("collections.OrderedDict", False),
    ],
)
def test_which_names_are_dangerous(name, expected):
    assert is_dangerous(name) is expected


@pytest.mark.parametrize(
    "data",
    [
        b"\x80\x04" + b"(" * 200_000 + b".",
        b"\x80\x04" + b"N" * 200_000 + b".",
        b"\x80\x04]" + b"2" * 200_000 + b".",
        b"\x80\x04" + b"(N" * 80_000 + b"t" * 80_000 + b".",
        b"\x80\x04" + b"}\x94" + b"h\x00" * 100_000 + b".",
        b"I" + b"9" * 200_000 + b"\n.",
        b"cos\n" + b"x" * 200_000,
        b"\x80\x04" + b"\x8d" + b"\xff" * 8,
        b"\x80\x04" + b"\x8a\xff" + b"\x01" * 255 + b".",
    ],
)
def test_a_pickle_that_was_made_to_cost_ends_soon(data):
    with cheap_enough():
        scan_pickle(data)


def test_pickles_of_one_run_share_what_they_may_cost():
    budget = OpcodeBudget(left=30)
    data = pickle.dumps([None] * 20)
    assert scan_pickle(data, budget).is_whole
    assert not scan_pickle(data, budget).is_whole
    assert budget.left == 0
