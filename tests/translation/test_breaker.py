"""A circuit breaker by a clock that only the test moves."""

import pytest

from lingotype.translation.breaker import Breaker


class Clock:
    """Stands still until somebody moves it."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def breaker(clock: Clock) -> Breaker:
    return Breaker(failures=3, first_pause=10, longest_pause=35, clock=clock)


def fail(breaker: Breaker, times: int) -> None:
    for _ in range(times):
        assert breaker.may_ask()
        breaker.failed("no answer")


def test_a_few_failures_in_a_row_open_it(breaker: Breaker, clock: Clock) -> None:
    fail(breaker, 2)
    assert breaker.may_ask()
    breaker.failed("no answer")
    assert breaker.is_open
    assert not breaker.may_ask()
    assert (breaker.seconds_left, breaker.why) == (10, "no answer")
    clock.now += 9.9
    assert not breaker.may_ask()


def test_a_success_between_failures_keeps_it_closed(breaker: Breaker) -> None:
    for _ in range(5):
        fail(breaker, 2)
        breaker.succeeded()
    assert breaker.may_ask()
    assert not breaker.is_open


def test_after_the_pause_one_probe_goes_out_alone(breaker: Breaker, clock: Clock) -> None:
    fail(breaker, 3)
    clock.now += 10
    assert [breaker.may_ask() for _ in range(3)] == [True, False, False]
    breaker.succeeded()
    assert [breaker.may_ask() for _ in range(3)] == [True, True, True]
    fail(breaker, 2)
    assert not breaker.is_open, "a success forgets all earlier failures"


def test_the_pause_doubles_up_to_the_longest(breaker: Breaker, clock: Clock) -> None:
    fail(breaker, 3)
    pauses = []
    for _ in range(4):
        pauses.append(breaker.seconds_left)
        clock.now += breaker.seconds_left
        fail(breaker, 1)
    assert pauses == [10, 20, 35, 35]
    clock.now += 35
    assert breaker.may_ask()
    breaker.succeeded()
    fail(breaker, 3)
    assert breaker.seconds_left == 10


def test_calls_that_began_before_the_pause_do_not_lengthen_it(breaker: Breaker, clock: Clock) -> None:
    assert all(breaker.may_ask() for _ in range(8))
    for _ in range(8):
        breaker.failed("no answer")
        clock.now += 0.5
    assert breaker.seconds_left == 10 - 3.0


def test_a_probe_that_says_nothing_leaves_the_next_call_to_be_the_probe(breaker: Breaker, clock: Clock) -> None:
    fail(breaker, 3)
    clock.now += 10
    assert breaker.may_ask()
    breaker.learned_nothing()
    assert [breaker.may_ask(), breaker.may_ask()] == [True, False]
    breaker.failed("no answer")
    assert breaker.seconds_left == 20


def test_a_probe_that_never_reports_back_is_forgotten(breaker: Breaker, clock: Clock) -> None:
    fail(breaker, 3)
    clock.now += 10
    assert breaker.may_ask()
    clock.now += 10
    assert breaker.may_ask()


def test_to_learn_nothing_while_it_is_closed_changes_nothing(breaker: Breaker) -> None:
    fail(breaker, 2)
    breaker.learned_nothing()
    assert breaker.may_ask()
    breaker.failed("no answer")
    assert not breaker.may_ask()
