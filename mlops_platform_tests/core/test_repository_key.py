from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlops_platform.core.errors import RefusedRepositoryError
from mlops_platform.core.repository_key import (
    is_local,
    local_key,
    repository_key,
    require_key,
    web_address,
)

KEY = "github.com/owner/name"


@pytest.mark.parametrize(
    "spelling",
    [
        "https://github.com/owner/name",
        "https://github.com/owner/name.git",
        "https://github.com/owner/name/",
        "https://github.com/owner/name.git/",
        "https://GitHub.COM/owner/name",
        "https://github.com:443/owner/name",
        "https://github.com./owner/name",
        "https://www.github.com/owner/name",
        "http://github.com/owner/name",
        "HTTPS://github.com/owner/name",
        "git://github.com/owner/name.git",
        "ssh://git@github.com/owner/name.git",
        "ssh://git@github.com:22/owner/name",
        "git@github.com:owner/name.git",
        "git@github.com:/owner/name.git",
        "github.com:owner/name",
        "github.com/owner/name",
        "  github.com/owner/name.git ",
    ],
)
def test_every_spelling_of_one_repository_gives_one_key(spelling):
    assert repository_key(spelling) == KEY


@pytest.mark.parametrize(
    ("spelling", "key"),
    [
        ("https://gitlab.com/group/sub/deep/name.git", "gitlab.com/group/sub/deep/name"),
        ("git@gitlab.example.com:group/sub/name.git", "gitlab.example.com/group/sub/name"),
        ("https://github.com/Owner/Na.me_x-1", "github.com/Owner/Na.me_x-1"),
        ("https://github.com/owner/.github", "github.com/owner/.github"),
        ("https://git.sr.ht/~owner/name", "git.sr.ht/~owner/name"),
        ("https://huggingface.co/spaces/owner/name", "huggingface.co/spaces/owner/name"),
    ],
)
def test_groups_case_and_odd_names_are_kept(spelling, key):
    assert repository_key(spelling) == key
    assert require_key(key) == key


@pytest.mark.parametrize(
    ("spelling", "reason"),
    [
        ("", "empty"),
        ("https://user:hunter2@github.com/owner/name", "user name or password"),
        ("https://hunter2@github.com/owner/name", "user name or password"),
        ("https://git@github.com/owner/name", "user name or password"),
        ("ssh://hunter2@github.com/owner/name", "user name or password"),
        ("https://github.com@evil.example/owner/name", "user name or password"),
        ("https://github.com/owner/name\n", "control character"),
        ("https://github.com/owner/na me", "control character"),
        ("https://github.com/owner/\x1b[31mname", "control character"),
        ("https://github.com/owner/na\u202eme", "control character"),
        ("--upload-pack=touch /tmp/x", "control character"),
        ("--upload-pack=touch", "dash"),
        ("-oProxyCommand=x:owner/name", "dash"),
        ("https://github.com/-owner/name", "dash"),
        ("https://github.com/owner/--name", "dash"),
        ("https://-github.com/owner/name", "not a host name"),
        ("https://github.com/../name", "`..`"),
        ("https://github.com/owner/..", "`..`"),
        ("https://github.com/owner/a...b", "`..`"),
        ("https://github.com/./name", "is `.`"),
        ("https://github.com//name", "empty"),
        ("https://github.com/owner/.git", "empty"),
        ("https://github.com/.git/name", "not a name"),
        ("https://github.com/owner", "no repository"),
        ("https://github.com/", "no repository|empty"),
        ("https://github.com/owner/name/tree/main/src", "write github.com/owner/name"),
        ("https://gitlab.com/owner/name/-/tree/main", "dash"),
        ("https://github.com/owner/name?tab=readme", "query"),
        ("https://github.com/owner/name#readme", "query"),
        ("https://github.com/owner/na%2Fme", "character %"),
        ("https://github.com/owner\\name", "character"),
        ("https://g\u0456thub.com/owner/name", "outside ASCII"),
        ("https://xn--gthub-cua.com/owner/name", "international"),
        ("https://127.0.0.1/owner/name", "IP address"),
        ("https://2130706433/owner/name", "IP address"),
        ("https://0x7f000001/owner/name", "IP address"),
        ("https://0177.0.0.1/owner/name", "IP address"),
        ("https://127.1/owner/name", "IP address"),
        ("https://127.0.0.0x1/owner/name", "IP address"),
        ("https://[::1]/owner/name", "not a host name"),
        ("https://localhost/owner/name", "not a host on the internet"),
        ("https://github.com:8443/owner/name", "port 8443"),
        ("ssh://git@github.com:2222/owner/name", "port of SSH"),
        ("https://github.com:/owner/name", "not a host name"),
        ("https://github.com:443x/owner/name", "not a host name"),
        ("file:///etc/passwd", "`file` is not a scheme"),
        ("ext::sh -c touch% /tmp/x", "control character"),
        ("ext::sh", "not a host name|no repository|empty"),
        ("owner/name", "write the host too"),
        ("../up", "not a host name"),
        ("/absolute/path", "not a host name"),
        ("https://github.com/owner/" + "n" * 300, "longer"),
    ],
)
def test_refused_with_the_reason_in_one_sentence(spelling, reason):
    with pytest.raises(RefusedRepositoryError, match=reason) as refusal:
        repository_key(spelling)
    sentence = str(refusal.value)
    assert "hunter2" not in sentence
    assert sentence.isprintable()
    assert sentence.startswith("The repository address is refused because ")
    assert sentence.endswith(".")


@pytest.mark.parametrize(
    ("spelling", "named"),
    [
        ("https://git.example.com:8443/owner/name", "git.example.com:8443"),
        ("https://127.0.0.1:8090/owner/name", "127.0.0.1:8090"),
        ("https://gitserver/owner/name", "gitserver"),
        ("https://xn--bcher-kva.example/owner/name", "xn--bcher-kva.example"),
    ],
)
def test_a_port_or_an_odd_host_is_accepted_only_when_the_operator_named_it(spelling, named):
    assert repository_key(spelling, {named}) == f"{named}/owner/name"
    with pytest.raises(RefusedRepositoryError):
        repository_key(spelling, {"other.example"})


def test_a_key_must_be_canonical_and_the_refusal_says_what_to_write():
    assert require_key(KEY) == KEY
    with pytest.raises(RefusedRepositoryError, match=f"write {KEY}"):
        require_key("https://github.com/owner/name.git")
    with pytest.raises(RefusedRepositoryError):
        require_key("../../etc")


NEAR_A_KEY = st.from_regex(r"[a-z0-9.]{1,9}\.[a-z]{2}(/[a-zA-Z0-9._~+-]{1,6}){1,4}", fullmatch=True)


@given(st.text(max_size=60) | NEAR_A_KEY)
def test_any_text_is_a_canonical_key_or_refused_in_a_clean_sentence(text):
    assert _sentence_or_key(text).isprintable()


def _sentence_or_key(text):
    try:
        key = repository_key(text)
    except RefusedRepositoryError as refusal:
        return str(refusal)
    assert require_key(key) == key
    assert repository_key(f"https://{key}.git") == key
    return key


@given(st.text(min_size=1, max_size=80).filter(lambda text: "\x00" not in text and "/" not in text))
def test_every_directory_has_a_valid_key_of_its_own(name):
    key = local_key(PurePosixPath("/home/someone") / name)
    assert require_key(key) == key
    assert is_local(key)
    assert web_address(key) is None
    assert key != local_key(PurePosixPath("/home/other") / name)


def test_a_local_key_shows_the_name_but_not_the_path():
    key = local_key(PurePosixPath("/home/secret/my project"))
    assert key.startswith("local/my_project-")
    assert "secret" not in key


@pytest.mark.parametrize(
    "key", ["local/a/b", "local/x", "local/../x-000000000000", "local/-x-000000000000"]
)
def test_other_texts_below_local_are_no_keys(key):
    with pytest.raises(RefusedRepositoryError):
        require_key(key)


def test_a_key_is_the_way_back_to_the_address():
    assert web_address(KEY) == "https://github.com/owner/name"
