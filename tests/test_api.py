"""The front door: every public name is there once, in order, documented, and works."""

from __future__ import annotations

import inspect

import pytest

import protocolgraph
from protocolgraph import errors, model

INTERNAL_TO_RECORDS = {"BASE", "digest", "from_json", "slug", "to_json"}
"""Names of `model` that only the parts of the library need."""


def test_the_names_are_sorted_and_no_two_alike() -> None:
    """Constants, then classes, then functions, each by the alphabet."""
    ordered = sorted(set(protocolgraph.__all__), key=lambda name: (not name.isupper(), not name[0].isupper(), name))
    assert list(protocolgraph.__all__) == ordered


@pytest.mark.parametrize("name", protocolgraph.__all__)
def test_each_name_is_there(name: str) -> None:
    assert getattr(protocolgraph, name) is not None
    assert name in dir(protocolgraph)


def test_no_other_name_is_there() -> None:
    with pytest.raises(AttributeError, match="frobnicate"):
        _ = protocolgraph.frobnicate


def test_all_records_and_errors_go_through_it() -> None:
    wanted = {name for name, value in vars(errors).items() if inspect.isclass(value)}
    wanted |= set(model.__all__) - INTERNAL_TO_RECORDS
    assert wanted <= set(protocolgraph.__all__)


@pytest.mark.parametrize("name", [name for name in protocolgraph.__all__ if name[0] != "_" and not name.isupper()])
def test_each_function_and_class_says_what_it_does(name: str) -> None:
    value = getattr(protocolgraph, name)
    if not (inspect.isclass(value) or inspect.isfunction(value)):
        return
    own = value.__dict__.get("__doc__") if inspect.isclass(value) else value.__doc__
    assert own
    assert not own.startswith(f"{name}(")


@pytest.mark.parametrize("name", [name for name in protocolgraph.__all__ if not name.isupper()])
def test_public_methods_and_properties_say_what_they_do(name: str) -> None:
    value = getattr(protocolgraph, name)
    if not inspect.isclass(value) or issubclass(value, Exception):
        return
    silent = [
        attribute
        for attribute, member in vars(value).items()
        if not attribute.startswith("_") and (inspect.isfunction(member) or isinstance(member, property | classmethod))
        if not inspect.getdoc(member)
    ]
    assert silent == []


@pytest.mark.parametrize("name", ["build", "update", "open", "read", "outline", "export"])
def test_options_are_given_by_name(name: str) -> None:
    """One thing to work on may be given by place; what changes how it is done has a name."""
    parameters = inspect.signature(getattr(protocolgraph, name)).parameters.values()
    by_place = [parameter for parameter in parameters if parameter.kind is parameter.POSITIONAL_OR_KEYWORD]
    assert len(by_place) <= 2
    assert all(parameter.default is parameter.empty for parameter in by_place)


def test_only_one_error_is_above_all_others() -> None:
    kinds = [value for value in vars(errors).values() if inspect.isclass(value)]
    assert all(issubclass(kind, protocolgraph.ProtocolGraphError) for kind in kinds)
    tree = errors.__doc__ or ""
    assert [kind.__name__ for kind in kinds if kind.__name__ not in tree] == []
