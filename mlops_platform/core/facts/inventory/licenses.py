"""Which licence a text is, by the sentences that only this licence has.

An answer is an SPDX expression in the short spelling that code hosts use (`GPL-3.0`), because the
text of a licence does not tell whether later versions are allowed. Unknown words give None.
"""

import re
from collections.abc import Iterable

_FILE_NAME = re.compile(
    r"(mit|apache|bsd|gpl|agpl|lgpl)?[-_]?(licen[cs]es?|copying|unlicense)([-_. ][\w.+-]*)?",
    re.ASCII,
)
_NOT_TEXT = re.compile(r".*\.(py|ipynb|json|ya?ml|toml|js|ts|html?|png|svg|csv|pdf|sh|docx?)")
_PLAIN_NAME = re.compile(r"(licen[cs]e|copying)(\.(lesser|md|txt|rst))*")
_NAMES_ITS_LICENSE = re.compile(r"mit|apache|bsd|gpl|isc|cc0|cc[-_]by|mpl|unlicense")
_WORDS = re.compile(r"[^a-z0-9.()/]+")
_CC = re.compile(
    r"creative commons (?:legal code )?attribution"
    r"((?: noncommercial| sharealike| noderivatives| noderivs)*)"
    r" ([1-4]\.[05]) (?:international|unported|generic|united states)"
)
_CC_PARTS = {"noncommercial": "NC", "sharealike": "SA", "noderivatives": "ND", "noderivs": "ND"}
_GRANTS_MIT = "permission is hereby granted free of charge to any person obtaining a copy of this"
_BSD = (
    "redistribution and use in source and binary forms with or without modification are permitted"
)
_BSD_THIRD = re.compile(r"neither the names? of .{0,300}may be used to endorse or promote products")
_BSD_FOURTH = "all advertising materials mentioning features or use of this software must display"
_ISC = "permission to use copy modify and/or distribute this software for any purpose with or"
_SHORT_APACHE = "licensed under the apache license version 2.0"
# Each licence with a sentence of its own; the GNU ones also name each other, so they stand apart.
_SENTENCES = (
    ("Apache-2.0", "apache license version 2.0 january 2004"),
    ("MPL-2.0", "mozilla public license version 2.0"),
    ("ISC", _ISC),
    ("Unlicense", "this is free and unencumbered software released into the public domain"),
    ("CC0-1.0", "cc0 1.0 universal"),
    ("EPL-2.0", "eclipse public license v 2.0"),
    ("EPL-1.0", "eclipse public license v 1.0"),
    ("BSL-1.0", "boost software license version 1.0"),
    ("BUSL-1.1", "business source license 1.1"),
    ("EUPL-1.2", "european union public licence v. 1.2"),
    ("WTFPL", "do what the fuck you want to public license"),
    ("LicenseRef-Commons-Clause", "commons clause license condition"),
)
_GNU_HEADING = re.compile(
    r"gnu (affero general|lesser general|library general|general) public license"
    r" version (1|2\.1|2|3)(?:\.0)?\b"
)
_GNU_NAMES = {
    "affero general": "AGPL",
    "lesser general": "LGPL",
    "library general": "LGPL",
    "general": "GPL",
}
_SPOKEN = (
    ("AGPL-3.0", r"(gnu )?(affero|agpl).*3.*"),
    ("LGPL-3.0", r"(gnu )?(lesser|lgpl).*3.*"),
    ("LGPL-2.1", r"(gnu )?(lesser|lgpl).*2\.1.*"),
    ("GPL-3.0", r"(gnu )?(general public|gpl).*3.*"),
    ("GPL-2.0", r"(gnu )?(general public|gpl).*2.*"),
    ("MIT", r"(the )?mit( license)?|expat( license)?"),
    ("Apache-2.0", r"apache( software)?( license)?( version)?( v)?[ .]?2(\.0)?( license)?"),
    ("BSD-3-Clause", r"(new|modified|3.clause) bsd( license)?|bsd 3.clause( license)?"),
    ("BSD-2-Clause", r"(simplified|2.clause) bsd( license)?|bsd 2.clause( license)?"),
    ("MPL-2.0", r"(mpl|mozilla public license)( version)? ?2(\.0)?.*"),
    ("ISC", r"isc( license)?( \(iscl\))?"),
    ("Unlicense", r"(the )?unlicense( \(unlicense\))?"),
    ("CC0-1.0", r"cc0 1\.0.*"),
)


def is_license_name(name: str) -> bool:
    """Tell whether a file is named like a licence."""
    lower = name.lower()
    return bool(_FILE_NAME.fullmatch(lower)) and not _NOT_TEXT.fullmatch(lower)


def identify(text: str) -> frozenset[str]:
    """Return every licence whose own words stand in a text."""
    words = _WORDS.sub(" ", text.lower()).strip()
    found = {name for name, sentence in _SENTENCES if sentence in words}
    found |= _gnu(words) | _bsd_and_mit(words)
    for parts, version in _CC.findall(words):
        marks = "".join(f"-{_CC_PARTS[part]}" for part in parts.split())
        found.add(f"CC-BY{marks}-{version}")
    # Inside another licence this notice speaks of a third party's part.
    return frozenset(found or ({"Apache-2.0"} if _SHORT_APACHE in words else ()))


def expression(licenses: Iterable[tuple[str, frozenset[str]]]) -> str | None:
    """Join what the named licence files say.

    A file with the plain name speaks for all; files named after their licences are a choice (OR).
    """
    known = [(name.lower(), found) for name, found in licenses if found]
    plain = [each for each in known if _PLAIN_NAME.fullmatch(each[0])]
    every = set().union(*(found for _, found in plain or known))
    if any(each.startswith("LGPL") for each in every):
        # The lesser licence is an addition to the general one and comes with its text.
        every -= {"GPL-3.0", "GPL-2.0"}
    is_choice = not plain and all(_NAMES_ITS_LICENSE.search(name) for name, _ in known)
    return (" OR " if is_choice else " AND ").join(sorted(every)) or None


def spoken(text: str) -> str | None:
    """Return the licence that a declaration such as `Apache 2.0` or `MIT License` names."""
    name = text.strip().removeprefix("License :: OSI Approved :: ")
    words = re.sub(r"[^a-z0-9.()]+", " ", name.lower()[:200]).strip()
    for license_name, pattern in _SPOKEN:
        if re.fullmatch(pattern, words):
            return license_name
    return None


def _gnu(words: str) -> set[str]:
    # The licence's heading comes first in its text; later mentions only compare.
    heading = _GNU_HEADING.search(words[:2000])
    if heading is None:
        return set()
    version = heading[2] if "." in heading[2] else f"{heading[2]}.0"
    return {f"{_GNU_NAMES[heading[1]]}-{version}"}


def _bsd_and_mit(words: str) -> set[str]:
    found = set()
    if _GRANTS_MIT in words and "sublicense" in words and "good not evil" not in words:
        found.add("MIT" if "subject to the following conditions" in words else "MIT-0")
    if _BSD in words and _BSD_FOURTH in words:
        found.add("BSD-4-Clause")
    elif _BSD in words:
        found.add("BSD-3-Clause" if _BSD_THIRD.search(words) else "BSD-2-Clause")
    return found
