"""Commands whose help is for people: it names what is to be given, not the types of the programming language."""

from __future__ import annotations

from functools import partial
from typing import Any

from typer.core import TyperCommand, TyperGroup, TyperOption


class Command(TyperCommand):
    """A command."""

    def get_params(self, ctx: Any) -> list[Any]:
        """Return arguments and options as the help shows them."""
        return [_in_words(parameter) for parameter in super().get_params(ctx)]


class Program(TyperGroup):
    """The program, of which the commands are parts."""

    def get_params(self, ctx: Any) -> list[Any]:
        """Return the options as the help shows them."""
        return [_in_words(parameter) for parameter in super().get_params(ctx)]


def _in_words(parameter: Any) -> Any:
    # typer has no setting for this, and makes the parameters itself; `<bool>` beside a switch tells nobody anything.
    vars(parameter)["display_type_rich"] = partial(_told, parameter)
    return parameter


def _told(parameter: Any, ctx: Any) -> str | None:
    """What stands beside a parameter: what an option is followed by, or what there is to choose from."""
    if isinstance(parameter, TyperOption) and parameter.metavar:
        return parameter.metavar
    return parameter.display_type(ctx) if parameter.type_descriptor.is_choice else None
