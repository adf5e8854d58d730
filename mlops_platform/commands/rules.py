"""`rules`: every claim that the platform checks, or one of them in full."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from mlops_platform.core.registry import Rule


@click.command("rules")
@click.argument("rule", required=False)
def rules(rule: str | None) -> None:
    """List all rules, or show one RULE with its reason and its fix."""
    from mlops_platform.core.registry import all_rules

    known = all_rules()
    if rule is None:
        click.echo(_listing(known))
        return
    wanted = [each for each in known if each.name == rule]
    if not wanted:
        raise click.UsageError(_not_known(rule, [each.name for each in known]))
    click.echo("\n\n".join(_page(each) for each in wanted))


def _listing(known: "tuple[Rule, ...]") -> str:
    lines = []
    for asset in sorted({rule.asset for rule in known}):
        own = [rule for rule in known if rule.asset == asset]
        width = max(len(rule.name) for rule in own)
        lines.append(f"{asset} ({len(own)} rules)")
        lines += [f"  {rule.weight}  {rule.name:<{width}}  {rule.claim}" for rule in own]
        lines.append("")
    return "\n".join(
        [*lines, "The number is the weight: 1 good to have, 2 expected, 3 a reviewer would block."]
    )


def _page(rule: "Rule") -> str:
    caps = [
        f"Cap:     while this is not true, the {scope} is at most {limit:g}."
        for scope, limit in (
            ("section's score", rule.caps_section),
            ("readiness score", rule.caps_total),
        )
        if limit is not None
    ]
    return "\n".join(
        [
            f"{rule.name} ({rule.asset})",
            f"Claim:   {rule.claim}",
            f"Why:     {rule.why}",
            f"Fix:     {rule.fix}",
            f"Weight:  {rule.weight}",
            f"Effort:  {rule.effort}",
            *caps,
        ]
    )


def _not_known(name: str, known: list[str]) -> str:
    import difflib

    close = difflib.get_close_matches(name, known, n=3)
    hint = f"did you mean {' or '.join(close)}?" if close else "`mlops-platform rules` lists them."
    return f"There is no rule {name!r}; {hint}"
