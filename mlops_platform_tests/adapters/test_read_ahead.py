from dataclasses import replace

import pytest

from mlops_platform.adapters.read_ahead import ReadAhead
from mlops_platform.core.checkout import Checkout, Revision
from mlops_platform.core.errors import GatheringFailedError
from mlops_platform_tests.adapters.hostile_readers import Seen
from mlops_platform_tests.fakes.isolation import GivenFacts

SEEN = Seen(texts=("x",))


@pytest.fixture
def checkout(tmp_path):
    revision = Revision(repository="github.com/o/n", url=None, commit="c" * 40)
    return Checkout(revision=revision, root=tmp_path)


def test_what_was_begun_is_read_once_and_handed_over_once(checkout):
    behind = GivenFacts(profile=SEEN)
    ahead = ReadAhead(behind)
    ahead.begin(Seen, "profile", checkout)
    assert ahead.run(Seen, "profile", checkout) == SEEN
    assert len(behind.asked) == 1
    assert ahead.run(Seen, "profile", checkout) == SEEN
    assert len(behind.asked) == 2


def test_a_failure_reaches_who_asks(checkout):
    ahead = ReadAhead(GivenFacts())
    ahead.begin(Seen, "profile", checkout)
    with pytest.raises(GatheringFailedError):
        ahead.run(Seen, "profile", checkout)


def test_another_checkout_other_inputs_and_other_files_are_other_questions(checkout, tmp_path):
    behind = GivenFacts(profile=SEEN)
    ahead = ReadAhead(behind)
    ahead.begin(Seen, "profile", checkout)
    other = replace(checkout, root=tmp_path / "other")
    ahead.run(Seen, "profile", other)
    ahead.run(Seen, "profile", checkout, SEEN)
    ahead.run(Seen, "profile", checkout, may_read=[tmp_path])
    ahead.run(Seen, "profile", checkout)
    assert len(behind.asked) == 4


def test_it_gets_ready_before_there_is_a_checkout():
    behind = GivenFacts()
    ReadAhead(behind).get_ready()
    assert behind.is_ready
    assert behind.asked == []
