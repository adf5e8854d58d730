import pytest

from mlops_platform.core.checkout import Revision
from mlops_platform.core.report.source_links import link_to

COMMIT = "0123456789" * 4


def revision(repository, commit=COMMIT):
    return Revision(repository=repository, url=None, commit=commit)


@pytest.mark.parametrize(
    ("repository", "link"),
    [
        ("github.com/o/n", f"https://github.com/o/n/blob/{COMMIT}/src/a.py#L7"),
        ("gitlab.com/g/s/n", f"https://gitlab.com/g/s/n/-/blob/{COMMIT}/src/a.py#L7"),
        ("gitlab.corp.example/g/n", f"https://gitlab.corp.example/g/n/-/blob/{COMMIT}/src/a.py#L7"),
        ("bitbucket.org/o/n", f"https://bitbucket.org/o/n/src/{COMMIT}/src/a.py#lines-7"),
        ("codeberg.org/o/n", f"https://codeberg.org/o/n/src/commit/{COMMIT}/src/a.py#L7"),
        ("gitea.example.org/o/n", f"https://gitea.example.org/o/n/src/commit/{COMMIT}/src/a.py#L7"),
        ("huggingface.co/o/n", f"https://huggingface.co/o/n/blob/{COMMIT}/src/a.py#L7"),
        ("local/name-0123456789ab", None),
        ("git.example.org/o/n", None),
        ("notgithub.com/o/n", None),
    ],
)
def test_each_host_has_its_form_and_an_unknown_one_has_none(repository, link):
    assert link_to(revision(repository), "src/a.py", 7) == link


def test_without_a_line_the_file_is_linked():
    assert (
        link_to(revision("github.com/o/n"), "a.py") == f"https://github.com/o/n/blob/{COMMIT}/a.py"
    )


def test_a_line_of_a_rendered_page_asks_for_the_plain_text():
    link = link_to(revision("github.com/o/n"), "README.md", 3)
    assert link == f"https://github.com/o/n/blob/{COMMIT}/README.md?plain=1#L3"
    assert "plain" not in str(link_to(revision("github.com/o/n"), "README.md"))


def test_a_path_is_percent_encoded():
    path = 'a b/#c?"><script>/é%20.py'
    link = link_to(revision("github.com/o/n"), path)
    assert link is not None
    assert link.endswith("/a%20b/%23c%3F%22%3E%3Cscript%3E/%C3%A9%2520.py")


@pytest.mark.parametrize(
    "path", ["", "a//b", "../x", "a/../../x", "a\x1bb", "caf\udce9", "a\\x1bb"]
)
def test_a_path_that_the_host_cannot_show_has_no_link(path):
    assert link_to(revision("github.com/o/n"), path) is None


def test_a_copied_directory_has_no_link():
    assert link_to(revision("github.com/o/n", "tree-" + "a" * 40), "a.py") is None
