"""Reads an HTML page as a browser's parser would see it: its elements and its text."""

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import NamedTuple


class Element(NamedTuple):
    """One start tag."""

    tag: str
    attributes: dict[str, str]


class Page(HTMLParser):
    """The start tags and the text of a page, in order."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.texts: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element."""
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        """Keep a text."""
        self.texts.append(data)

    def all(self, *tags: str) -> Iterator[Element]:
        """Return the elements with one of these tags."""
        return (element for element in self.elements if element.tag in tags)

    def values(self, attribute: str) -> list[str]:
        """Return what an attribute says wherever it stands."""
        return [e.attributes[attribute] for e in self.elements if attribute in e.attributes]

    @property
    def text(self) -> str:
        """The page's text on one line."""
        return " ".join("".join(self.texts).split())
