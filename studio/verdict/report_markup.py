"""Markup that cannot be broken by what stands in it: plain text is always escaped."""

import html

from studio.errors import printable


class Markup(str):
    """Text that is markup already."""

    __slots__ = ()


def escaped(text: str) -> Markup:
    """Return text as markup that shows it; ``Markup`` stays as it is."""
    if isinstance(text, Markup):
        return text
    return Markup(html.escape(printable(text, one_line=False), quote=True))


def joined(*parts: str) -> Markup:
    """Put parts behind each other."""
    return Markup("".join(map(escaped, parts)))


def element(name: str, /, *parts: str, **attributes: str | None) -> Markup:
    """Return an element with these parts in it.

    Args:
        name: of the element, from us and never from a file.
        parts: plain text or markup.
        attributes: ``kind`` stands for ``class``, ``for_``-like ends are cut, ``_`` becomes
            ``-``; None leaves one out.
    """
    told = "".join(
        f' {_attribute(key)}="{escaped(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Markup(f"<{name}{told}>{joined(*parts)}</{name}>")


def empty(name: str, /, **attributes: str | None) -> Markup:
    """Return an element that has no content, such as ``img``."""
    return Markup(element(name, **attributes).removesuffix(f"></{name}>") + ">")


def _attribute(key: str) -> str:
    return "class" if key == "kind" else key.rstrip("_").replace("_", "-")
