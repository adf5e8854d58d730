from mlops_platform.adapters.docker.resource_use import ResourceUse


def sample(seconds, usage, **details):
    return {
        "cpu_stats": {"cpu_usage": {"total_usage": int(seconds * 1e9)}},
        "memory_stats": {"usage": usage, "stats": details},
    }


def test_the_most_memory_and_the_last_processor_time_are_kept():
    use = ResourceUse()
    assert use.take(sample(0.5, 100))
    assert use.take(sample(1.25, 300))
    assert use.take(sample(2.0, 200))
    assert (use.cpu_seconds, use.peak_memory_bytes) == (2.0, 300)


def test_memory_that_can_be_given_back_does_not_count():
    use = ResourceUse()
    use.take(sample(1, 300, inactive_file=250))
    assert use.peak_memory_bytes == 50
    use.take(sample(1, 300, total_inactive_file=100))
    assert use.peak_memory_bytes == 200


def test_an_empty_sample_tells_nothing():
    use = ResourceUse()
    for empty in ({}, {"cpu_stats": {}, "memory_stats": {}}, sample(0, 0)):
        assert not use.take(empty)
    assert (use.cpu_seconds, use.peak_memory_bytes) == (None, None)


def test_processes_are_summed_and_those_that_ended_are_remembered():
    use = ResourceUse()
    use.take_processes([["10", "2048", "3"], ["11", "1024", "1"]])
    use.take_processes([["10", "1024", "5"]])
    assert (use.cpu_seconds, use.peak_memory_bytes) == (6.0, 3072 * 1024)
