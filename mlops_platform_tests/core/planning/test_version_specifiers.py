import pytest
from packaging.specifiers import SpecifierSet
from packaging.version import Version

from mlops_platform.core.planning.version_specifiers import (
    ends_before,
    from_conda,
    from_pip,
    from_poetry,
    only_version,
    starts_at,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("^1.2.3", ">=1.2.3,<2"),
        ("^0.2.3", ">=0.2.3,<0.3"),
        ("^0.0.3", ">=0.0.3,<0.0.4"),
        ("^0", ">=0,<1"),
        ("~1.2.3", ">=1.2.3,==1.2.*"),
        ("1.2.3", "==1.2.3"),
        (">=3.8,<3.12", ">=3.8,<3.12"),
        ("^1.0 || ^2.0", ">=2.0,<3"),
        ("~=1.4", "~=1.4"),
        ("", ""),
    ],
)
def test_poetrys_spelling(text, expected):
    assert SpecifierSet(from_poetry(text) or "") == SpecifierSet(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("=1.2", "==1.2.*"),
        ("=1.2.3", "==1.2.3"),
        ("=1.2.*", "==1.2.*"),
        ("=1.2.3=py39_0", "==1.2.3"),
        (">=1,<2", ">=1,<2"),
        ("==1.2", "==1.2"),
    ],
)
def test_condas_spelling(text, expected):
    assert SpecifierSet(from_conda(text) or "") == SpecifierSet(expected)


def test_pips_spelling_without_tags_of_a_build():
    assert from_pip("==2.1.0+cu118") == "==2.1.0"
    assert from_pip("=1.2") == "==1.2"
    assert from_pip("not a version") is None
    assert from_poetry("not a version") is None
    assert from_conda("not a version") is None


def test_one_version_or_several():
    assert only_version("==1.2") == Version("1.2")
    assert only_version("==1.2.*") is None
    assert only_version(">=1") is None
    assert only_version("") is None


def test_where_a_specifier_ends_and_starts():
    first = Version("1.5.0")
    assert ends_before("<1.5", first)
    assert ends_before("==1.4.*", first)
    assert ends_before("~=1.4.2", first)
    assert not ends_before("~=1.4", first)
    assert not ends_before("<2", first)
    assert starts_at(">=1.5", first)
    assert starts_at("==1.6.1", first)
    assert not starts_at(">=1.4", first)
    assert not starts_at("<3", first)
