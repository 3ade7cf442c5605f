"""Turns: one at a time, in the order of asking."""

from threading import Thread
from time import sleep

import pytest

from rashomon.web.turns import Turns


def test_whoever_asked_first_is_first():
    turns, served = Turns(), []

    def ask(number):
        with turns:
            served.append(number)

    with turns:
        threads = []
        for number in range(12):
            threads.append(Thread(target=ask, args=(number,)))
            threads[-1].start()
            while len(turns._waiting) < number + 2:  # in line before the next one asks
                sleep(0.001)
        assert served == []
    for thread in threads:
        thread.join(5)
    assert served == list(range(12))


def test_there_is_never_more_than_one():
    turns, inside, seen = Turns(), [], []

    def work():
        for _ in range(50):
            with turns:
                inside.append(1)
                seen.append(len(inside))
                sleep(0)
                inside.pop()

    threads = [Thread(target=work) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert seen == [1] * 300


def test_an_error_ends_the_turn():
    turns = Turns()
    with pytest.raises(ValueError, match="drawn"), turns:
        raise ValueError("not drawn")
    with turns:
        pass
