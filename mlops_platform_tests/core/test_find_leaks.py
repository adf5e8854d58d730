"""The share of defects that are found, and of findings that are defects, class by class."""

from collections import Counter

import pytest

from mlops_platform.core.leaks.defect import DefectKind
from mlops_platform_tests.core.leaks.corpus.every_program import CLEAN, LEAKY
from mlops_platform_tests.core.leaks.programs import defects_of, expected, found_in

PRECISION = 0.98
RECALL = 0.95
FEWEST_OF_A_CLASS = 5
FEWEST_PROGRAMS = 150


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """What is found in each program with a defect, and what should be."""
    return {
        sample.name: (
            found_in(defects_of(tmp_path_factory.mktemp("leaky"), sample.files)),
            expected(sample.files),
        )
        for sample in LEAKY
    }


def by_class(told, keep):
    return Counter(each[-1] for pair in told.values() for each in keep(*pair))


def test_there_are_enough_programs_and_about_half_are_clean():
    assert len(LEAKY) + len(CLEAN) >= FEWEST_PROGRAMS
    assert len(CLEAN) >= 0.45 * (len(LEAKY) + len(CLEAN))
    assert all(not expected(sample.files) for sample in CLEAN)


@pytest.mark.parametrize("kind", [each.value for each in DefectKind])
def test_each_class_is_found_and_nothing_else_is_said_to_be_one(told, kind):
    right = by_class(told, lambda found, marked: found & marked)[kind]
    wrong = by_class(told, lambda found, marked: found - marked)[kind]
    missed = by_class(told, lambda found, marked: marked - found)[kind]
    assert right + missed >= FEWEST_OF_A_CLASS
    assert right / (right + wrong) >= PRECISION
    assert right / (right + missed) >= RECALL


@pytest.mark.parametrize("sample", LEAKY, ids=lambda each: each.name)
def test_a_defect_is_found_at_its_line(told, sample):
    found, marked = told[sample.name]
    assert marked
    assert found == marked


@pytest.mark.parametrize("sample", CLEAN, ids=lambda each: each.name)
def test_a_clean_program_is_left_alone(tmp_path, sample):
    assert defects_of(tmp_path, sample.files) == ()
