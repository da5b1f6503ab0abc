"""The marks of a page: each has a shape of its own, so that none is told by colour alone."""

from studio.verdict.report_markup import Markup

_DASHED = '<circle cx="8" cy="8" r="7" stroke-dasharray="2.6 1.8"/>'
_SHAPES = {
    "pass": '<circle cx="8" cy="8" r="7"/><path d="M4.6 8.3l2.3 2.3 4.5-5"/>',
    "warn": '<path d="M8 1.6l6.7 12.2H1.3z"/><path d="M8 6.2v3.6M8 11.6v.2"/>',
    "fail": '<path d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z"/>'
    '<path d="M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8"/>',
    "not-played": f'{_DASHED}<path d="M4.8 8h6.4"/>',
    "predicted": f'{_DASHED}<path d="M6.8 5.2v5.6L11 8z"/>',
    "error": '<path d="M1.5 3.5v9q0 2 2 2h9q2 0 2-2v-9q0-2-2-2h-9q-2 0-2 2z"/>'
    '<path d="M8 4.6v4.2M8 11.2v.2"/>',
}
"""Drawn for this program, in a field of 16 by 16."""

SPRITE = Markup(
    '<svg class="sprite" aria-hidden="true" width="0" height="0">'
    + "".join(
        f'<symbol id="m-{name}" viewBox="0 0 16 16">{shape}</symbol>'
        for name, shape in _SHAPES.items()
    )
    + "</svg>"
)


def mark(name: str) -> Markup:
    """Return a mark that repeats, for the eye, what the words beside it say."""
    if name not in _SHAPES:
        raise ValueError(f"no mark {name!r}")
    return Markup(
        f'<svg class="mark {name}" aria-hidden="true" focusable="false">'
        f'<use href="#m-{name}"/></svg>'
    )
