"""Licences by their own words."""

import pytest

from mlops_platform.core.facts.inventory.licenses import (
    expression,
    identify,
    is_license_name,
    spoken,
)

MIT = """Permission is hereby granted, free of charge, to any person obtaining a copy
of this software, to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies,
subject to the following conditions:"""
BSD_2 = """Redistribution and use in source and binary forms, with or without
modification, are permitted provided that the following conditions are met:"""
BSD_3 = (
    BSD_2
    + """
* Neither the name of the copyright holder nor the names of its contributors may be
  used to endorse or promote products derived from this software"""
)
APACHE = "Apache License\n   Version 2.0, January 2004\n"


def gnu(name, version):
    return (
        f"GNU {name} PUBLIC LICENSE\n   Version {version}\nThe GNU General Public License version 3"
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (MIT, {"MIT"}),
        (MIT + " The Software shall be used for Good, not Evil.", set()),
        (BSD_2, {"BSD-2-Clause"}),
        (BSD_3, {"BSD-3-Clause"}),
        (APACHE, {"Apache-2.0"}),
        (MIT + "\nIncludes code licensed under the Apache License, Version 2.0", {"MIT"}),
        ('Licensed under the Apache License, Version 2.0 (the "License")', {"Apache-2.0"}),
        (gnu("GENERAL", "3"), {"GPL-3.0"}),
        (gnu("GENERAL", "2"), {"GPL-2.0"}),
        (gnu("LESSER GENERAL", "2.1"), {"LGPL-2.1"}),
        (gnu("LESSER GENERAL", "3"), {"LGPL-3.0"}),
        (gnu("AFFERO GENERAL", "3"), {"AGPL-3.0"}),
        ("Mozilla Public License Version 2.0\n===", {"MPL-2.0"}),
        ("This is free and unencumbered software released into the public domain.", {"Unlicense"}),
        ("CC0 1.0 Universal", {"CC0-1.0"}),
        ("Creative Commons Attribution 4.0 International Public License", {"CC-BY-4.0"}),
        (
            "Creative Commons Attribution-NonCommercial-ShareAlike 4.0 International",
            {"CC-BY-NC-SA-4.0"},
        ),
        ("Business Source License 1.1", {"BUSL-1.1"}),
        ("Eclipse Public License - v 2.0", {"EPL-2.0"}),
        (MIT + "\nCreative Commons Legal Code\nCC0 1.0 Universal", {"MIT", "CC0-1.0"}),
        ("All rights reserved. Ask before use.", set()),
        ("We compared the MIT license with the GPL.", set()),
        ("", set()),
    ],
)
def test_a_text_is_this_licence(text, names):
    assert identify(text) == names


def test_files_named_after_their_licences_are_a_choice():
    files = [("LICENSE-APACHE", frozenset({"Apache-2.0"})), ("LICENSE-MIT", frozenset({"MIT"}))]
    assert expression(files) == "Apache-2.0 OR MIT"


def test_the_plain_file_speaks_for_all():
    files = [("LICENSE", frozenset({"MIT"})), ("LICENSE-THIRD-PARTY", frozenset({"GPL-3.0"}))]
    assert expression(files) == "MIT"


def test_parts_of_a_work_under_two_licences_are_both_named():
    files = [("LICENSE-CODE", frozenset({"MIT"})), ("LICENSE-DATA", frozenset({"CC-BY-4.0"}))]
    assert expression(files) == "CC-BY-4.0 AND MIT"


def test_the_lesser_licence_brings_the_general_text_along():
    files = [("COPYING", frozenset({"GPL-3.0"})), ("COPYING.LESSER", frozenset({"LGPL-3.0"}))]
    assert expression(files) == "LGPL-3.0"


def test_unknown_words_are_no_licence():
    assert expression([("LICENSE", frozenset())]) is None


@pytest.mark.parametrize(
    "name",
    ["LICENSE", "LICENCE.md", "license.txt", "COPYING", "LICENSE-MIT", "MIT-LICENSE", "UNLICENSE"],
)
def test_licence_files_are_known_by_name(name):
    assert is_license_name(name)


@pytest.mark.parametrize(
    "name", ["license.py", "licenses.json", "LICENSED", "driver_license.csv", "x"]
)
def test_look_alikes_are_not_licence_files(name):
    assert not is_license_name(name)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("MIT", "MIT"),
        ("MIT License", "MIT"),
        ("Apache 2.0", "Apache-2.0"),
        ("Apache-2.0", "Apache-2.0"),
        ("Apache License, Version 2.0", "Apache-2.0"),
        ("License :: OSI Approved :: MIT License", "MIT"),
        ("License :: OSI Approved :: GNU General Public License v3 (GPLv3)", "GPL-3.0"),
        ("BSD-3-Clause", "BSD-3-Clause"),
        ("BSD", None),
        ("Proprietary", None),
        ("see MIT or GPL", None),
    ],
)
def test_a_declaration_names_a_licence_only_when_it_is_exact(words, name):
    assert spoken(words) == name
