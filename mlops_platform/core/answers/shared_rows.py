"""When rows that two parts of one data set share are more than chance gives."""

MOST = 0.01
"""A row in a hundred moves the score by less than its own uncertainty."""

TIMES = 3
"""Where rows of few columns repeat by themselves, they meet by themselves: only more is a leak."""


def are_too_many(shared_rows: int, held_out_rows: int, repeated_share: float) -> bool:
    """Tell whether shared rows are a fault; `repeated_share` is that of the training part."""
    return shared_rows > max(MOST, TIMES * repeated_share) * held_out_rows
