"""YAML that people write: whatever is wrong with it is a `yaml.YAMLError`."""

from __future__ import annotations

import yaml


def load_yaml(text: str, loader: type[yaml.SafeLoader] = yaml.SafeLoader) -> object:
    """Read YAML.

    PyYAML lets the errors of its constructors through: an impossible date is a ValueError, `!!bool perhaps` a KeyError,
    `!!timestamp soon` an AttributeError, and thousands of brackets are a RecursionError.
    """
    try:
        return yaml.load(text, Loader=loader)
    except RecursionError:
        raise yaml.YAMLError("its values are nested too deeply.") from None
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        raise yaml.YAMLError(f"one of its values is impossible ({error}).") from None
