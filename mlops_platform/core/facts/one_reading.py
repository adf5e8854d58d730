"""A reading as a key: what is computed of one reading is computed once, whoever asks for it.

Readings are compared by identity; hashing all their tuples would cost more than it saves.
"""

from mlops_platform.core.facts.reading import Reading


class OneReading:
    """Equal to another only where both hold the very same reading."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    def __hash__(self) -> int:
        return id(self.reading)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, OneReading) and other.reading is self.reading
