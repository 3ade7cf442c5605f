"""SVG that stands in the page itself, in the page's own ink: the few shapes that small drawings are made of.

Every word is escaped where it is put in; links lead to places of ours only, for they are made by `Addresses`.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing and the line below it."""

    svg: Markup
    caption: str
    width: int
    height: int


def drawing(width: int, height: int, title: str, shapes: Iterable[Markup]) -> Markup:
    """The shapes as one picture that a screen reader can name."""
    return Markup(
        '<svg class="drawn" viewBox="0 0 {0} {1}" width="{0}" height="{1}" role="group" aria-label="{2}">{3}</svg>'
    ).format(width, height, title, Markup("").join(shapes))


def line(x: float, y: float, x2: float, y2: float, name: str = "rule") -> Markup:
    """A straight line."""
    return Markup('<line class="{}" x1="{}" y1="{}" x2="{}" y2="{}"/>').format(name, *(_place(each) for each in (x, y, x2, y2)))


def path(points: Iterable[Iterable[tuple[float, float]]], name: str) -> Markup:
    """Lines through points, as one shape."""
    drawn = "".join("M" + "L".join(f"{_place(x)} {_place(y)}" for x, y in each) for each in points)
    return Markup('<path class="{}" d="{}"/>').format(name, drawn)


def words(x: float, y: float, text: str, name: str = "", anchor: str = "start") -> Markup:
    """Text at a place."""
    return Markup('<text class="{}" x="{}" y="{}" text-anchor="{}">{}</text>').format(name, _place(x), _place(y), anchor, text)


def dot(x: float, y: float, radius: float, name: str = "dot") -> Markup:
    """A filled circle."""
    return Markup('<circle class="{}" cx="{}" cy="{}" r="{}"/>').format(name, _place(x), _place(y), _place(radius))


def linked(href: str, title: str, shapes: Iterable[Markup]) -> Markup:
    """The shapes as a link, with words for whoever points at it or hears it."""
    return Markup('<a href="{}" aria-label="{}"><title>{}</title>{}</a>').format(href, title, title, Markup("").join(shapes))


def _place(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")
