from mlops_platform.adapters.language_model.circuit_breaker import REST_SECONDS, CircuitBreaker


def test_it_opens_after_three_failures_in_a_row():
    breaker = CircuitBreaker(lambda: 0.0)
    for is_failure in (True, True, False, True, True):
        breaker.note(is_failure=is_failure)
    assert not breaker.is_open()
    breaker.note(is_failure=True)
    assert breaker.is_open()


def test_after_a_rest_it_lets_a_question_through_and_closes_or_rests_again():
    now = [0.0]
    breaker = CircuitBreaker(lambda: now[0])
    for _ in range(3):
        breaker.note(is_failure=True)
    now[0] = REST_SECONDS
    assert not breaker.is_open()
    breaker.note(is_failure=True)
    assert breaker.is_open()
    now[0] = 2 * REST_SECONDS
    breaker.note(is_failure=False)
    breaker.note(is_failure=True)
    assert not breaker.is_open()
