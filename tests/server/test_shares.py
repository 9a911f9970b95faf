"""Whoever has had least of the time comes next, and nobody saves up."""

from samspil.server.shares import Shares


def had(shares: Shares, client: str, spent: float) -> None:
    """Let a client have a turn of so many seconds."""
    shares.begin(client)
    shares.end(client, spent)


def test_who_has_had_much_comes_after_who_has_had_little() -> None:
    shares = Shares()
    for client, spent in (("heavy", 3.0), ("light", 0.1)):
        had(shares, client, spent)
    assert shares.due("new") <= shares.due("light") < shares.due("heavy")


def test_all_who_ask_without_end_get_the_same_time_whatever_a_turn_takes() -> None:
    shares, spent, got = Shares(), {"a": 0.2, "b": 0.02, "c": 1.0}, dict.fromkeys("abc", 0.0)
    for _ in range(3_000):
        client = min(spent, key=shares.due)
        had(shares, client, spent[client])
        got[client] += spent[client]
    assert max(got.values()) - min(got.values()) <= 2 * max(spent.values())


def test_having_asked_for_nothing_is_no_credit() -> None:
    shares = Shares()
    had(shares, "away", 0.1)
    for _ in range(100):
        had(shares, "here", 1.0)
    assert shares.due("here") - shares.due("away") <= 1.0


def test_turns_at_once_count_together() -> None:
    shares = Shares()
    for _ in range(2):
        shares.begin("two")
    for _ in range(2):
        shares.end("two", 1.0)
    assert shares.due("two") == 2.0


def test_who_has_had_no_more_than_others_is_not_remembered() -> None:
    shares = Shares()
    for number in range(1_000):
        had(shares, f"client {number}", 0.001)
        had(shares, "busy", 1.0)
    assert len(shares._had) <= 2
