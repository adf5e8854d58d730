"""MLflow's own UI on a governed registry, as a person uses it: what is legal, and what is not."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Page, expect

from mlops_platform.core.lifecycle import LEGAL, STEPS, State
from mlops_platform_tests.integration.browsing import PATIENCE, keep_picture, open_page, see
from mlops_platform_tests.integration.governed_world import GovernedWorld, governed_world

pytestmark = pytest.mark.integration
LEGAL_STEPS = [(before, after) for before in State for after in LEGAL[before]]


class Window(NamedTuple):
    """A page of the UI, and the world behind it."""

    page: Page
    world: GovernedWorld

    def open(self, model: str, version: int | None = None) -> None:
        """Show a model, or one of its versions."""
        place = f"models/{model}" + ("" if version is None else f"/versions/{version}")
        self.page.goto("about:blank")
        self.page.goto(f"{self.world.server.url}/?workflowType=machine_learning#/{place}")
        see(self.page, f"Version {version or 1}")
        assistant = self.page.get_by_label("Close")
        if assistant.count():
            assistant.last.click()

    def edit_state(self, value: str) -> int:
        """Give the tag `lifecycle` of the version that is shown another value."""
        row = self.page.get_by_role("row").filter(has_text="lifecycle").first
        row.get_by_test_id("editable-table-button-edit").click()
        row.get_by_role("textbox").last.fill(value)
        return self.answered("model-versions/set-tag", "editable-table-button-save")

    def answered(self, path: str, click: str) -> int:
        """Click what is named so, and return the status that MLflow's server answered."""
        with self.page.expect_response(lambda answer: path in answer.url) as answer:
            self.page.get_by_test_id(click).or_(
                self.page.get_by_role("dialog").get_by_role("button", name=click, exact=True)
            ).last.click()
        return int(answer.value.status)


@pytest.fixture(scope="module")
def window(tmp_path_factory) -> Iterator[Window]:
    with governed_world("sqlite", tmp_path_factory.mktemp("ui")) as world, open_page() as page:
        yield Window(page, world)


@pytest.mark.parametrize(("before", "after"), LEGAL_STEPS)
def test_a_legal_step_is_one_edit_of_the_tag(window, tmp_path: Path, before, after):
    model = f"ui.{before}.{after}"
    window.world.version_in(model, before)
    window.open(model, 1)
    assert window.edit_state(f"{after}: in the UI") == 200
    see(window.page, "because: in the UI")
    keep_picture(window.page, tmp_path, "version")
    last = window.world.log(model)[-1]
    assert (last.asked, last.is_accepted) == (after, True)
    assert (last.actor, last.reason) == ("unknown at 127.0.0.1", "in the UI")
    window.world.check_agreement([model])


@pytest.mark.parametrize("before", State)
def test_every_other_edit_of_the_tag_is_refused_in_our_words(window, tmp_path: Path, before):
    model = f"ui.{before}"
    window.world.version_in(model, before)
    window.open(model, 1)
    illegal = [after for after in State if after not in LEGAL[before] and after != before]
    for after in illegal:
        assert window.edit_state(after) == 422
        see(window.page, f"so it cannot be {STEPS[after]}")
        last = window.world.log(model)[-1]
        assert (last.before, last.asked, last.is_accepted) == (before, after, False)
    keep_picture(window.page, tmp_path, "refused")
    window.world.check_agreement([model])


@pytest.mark.parametrize("before", [State.CANDIDATE, State.APPROVED, State.ARCHIVED])
def test_the_alias_is_given_in_legal_steps_only(window, tmp_path: Path, before):
    model = f"alias.{before}"
    window.world.version_in(model, before)
    window.open(model, 1)
    place = window.page.get_by_text("Aliases:").locator("xpath=..")
    place.get_by_role("button").first.click()
    field = window.page.get_by_role("dialog").get_by_role("combobox")
    field.fill("production")
    field.press("Enter")
    status = window.answered("registered-models/alias", "Save aliases")
    assert status == (200 if before is State.APPROVED else 422)
    if before is not State.APPROVED:
        see(window.page, "so it cannot be promoted to production")
    keep_picture(window.page, tmp_path, "alias")
    assert window.world.log(model)[-1].is_accepted is (before is State.APPROVED)
    window.world.check_agreement([model])


def test_what_would_lose_history_is_refused(window, tmp_path: Path):
    window.world.version_in("ui.kept", State.APPROVED)
    window.open("ui.kept", 1)
    window.page.get_by_test_id("overflow-menu-trigger").click()
    window.page.get_by_role("menuitem", name="Delete").click()
    assert window.answered("model-versions/delete", "Delete") == 422
    see(window.page, "archive it instead")
    keep_picture(window.page, tmp_path, "deleted")
    window.world.check_agreement(["ui.kept"])


def test_a_person_sees_versions_states_and_who_did_what(window, tmp_path: Path):
    client = window.world.client()
    window.world.version_in("ui.seen", State.PRODUCTION)
    client.create_model_version(
        "ui.seen", "s3://models/2", tags={"mlops.commit": "abcdef0"}, await_creation_for=0
    )
    window.open("ui.seen")
    for text in ("@ production", "@ candidate", "Version 2"):
        see(window.page, text)
    expect(window.page.get_by_text("governed")).to_be_visible(timeout=PATIENCE)
    keep_picture(window.page, tmp_path, "model")
    window.open("ui.seen", 1)
    see(window.page, "accepted: production")
    see(window.page, "Production")
    keep_picture(window.page, tmp_path, "version")
