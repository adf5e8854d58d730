"""A section store in memory."""


class MemorySections:
    """Fits the port `Sections`; `stored` is what was written, by asset and key."""

    def __init__(self) -> None:
        self.stored: dict[tuple[str, str], str] = {}

    def write(self, asset: str, repository: str, text: str) -> None:
        self.stored[asset, repository] = text

    def read(self, asset: str, repository: str) -> str | None:
        return self.stored.get((asset, repository))

    def repositories(self, asset: str) -> tuple[str, ...]:
        return tuple(sorted(key for of, key in self.stored if of == asset))
