"""Names of rules as people write them: in comments and in a site's configuration."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from ...model.rule_names import QUALITY, QualityRule, Rule
from ...model.spelling import nearest

_QUALITY: dict[str, QualityRule] = {name: name for name in QUALITY}
_FIXED = frozenset(get_args(Rule)) - QUALITY


def find_rule(name: str) -> QualityRule | None:
    """The quality rule of that name."""
    return _QUALITY.get(name)


def refuse(name: str, verb: str) -> tuple[str, str]:
    """What is wrong with a name of no quality rule, and the remedy. `verb` is what was attempted, such as `ignored`."""
    if name in ("bad-ignore", "unused-ignore"):
        return f"`{name}` cannot be {verb}.", "Fix or remove the comment that it reports."
    if name in _FIXED:
        return f"`{name}` is an error, and errors cannot be {verb}.", "Fix what it reports."
    near = nearest(name.lower().replace("_", "-"), sorted(QUALITY), within=3)
    return f"there is no quality rule `{name}`.", f"Did you mean `{near}`?" if near else "Copy the name from a warning."


def check_rule_settings(value: object) -> Mapping[str, bool]:
    """The option `rules`: quality rules by name, `False` for those that are off.

    Raises ValueError with a message that says what to write.
    """
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise ValueError("`rules` must map names of rules to `false`. Write `absolutes: false`, for example.")
    for name, on in value.items():
        if not isinstance(name, str) or not find_rule(name):
            raise ValueError("In `rules`, " + " ".join(refuse(str(name), "switched off")))
        if not isinstance(on, bool):
            raise ValueError(f"In `rules`, `{name}` is `{on}`. Write `{name}: false` to switch the rule off.")
    return dict(value)
