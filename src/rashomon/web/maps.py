"""The places of a case on a map: coasts and borders that come with the package, drawn here, without a network."""

import gzip
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import cos, floor, log10, radians, sqrt

from markupsafe import Markup

from rashomon.views.places import Named, Places
from rashomon.web.addresses import Addresses
from rashomon.web.drawings import Chart, dot, drawing, line, linked, path, words

WIDTH, TALLEST, LOWEST = 720, 460, 260  # px
MARGIN = 0.3  # of the window, around the outermost places
LEAST = 4.0  # degrees: nearer than this the outline has nothing more to show
KILOMETRES = 111.2  # in a degree of latitude
SPECK, FINE = 4.0, 3.0  # px: smaller islands and steps of a coast are left out, or a map of the world would weigh 100 kB
LETTER, LINE = 6.6, 15  # px that a letter and a line of the names take
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Window:
    """The piece of the world that is shown: degrees to pixels, true to scale in its middle."""

    west: float
    north: float
    scale: float  # px a degree of latitude
    squeeze: float  # of a degree of longitude, in the middle
    height: int

    def at(self, lon: float, lat: float) -> Point:
        return (lon - self.west) * self.squeeze * self.scale, (self.north - lat) * self.scale

    def holds(self, named: Named) -> bool:
        return self.west < named.place.lon < self.east and self.south < named.place.lat < self.north

    @property
    def east(self) -> float:
        return self.west + WIDTH / self.squeeze / self.scale

    @property
    def south(self) -> float:
        return self.north - self.height / self.scale


def places_map(places: Places, at: Addresses) -> Chart | None:
    """The places with their names, larger where they are named more often; None where there is none to show."""
    if not places.shown:
        return None
    window = _window(places.shown)
    named = sorted((*places.shown, *places.beyond), key=lambda one: -one.count)
    inside = [one for one in named if window.holds(one)]
    beyond = [one.name for one in named if not window.holds(one)]
    frame = ((0.5, 0.5), (WIDTH - 0.5, 0.5), (WIDTH - 0.5, window.height - 0.5), (0.5, window.height - 0.5), (0.5, 0.5))
    shapes = [
        path([frame], "rule"),
        path(_lines("c", window), "coast"),
        path(_lines("b", window), "border"),
        *_degrees(window),
        *_scale(window),
        *_marks(inside, places.wide, window, at),
    ]
    caption = "Places that the accounts name; the larger the mark, the oftener. Coasts and borders: Natural Earth."
    if beyond:
        caption += f" Beyond the map: {', '.join(beyond[:8])}{' …' if len(beyond) > 8 else ''}."
    return Chart(drawing(WIDTH, window.height, "Map of the places named", shapes), caption, WIDTH, window.height)


def _window(shown: Iterable[Named]) -> _Window:
    lats = [named.place.lat for named in shown]
    lons = [named.place.lon for named in shown]
    squeeze = max(0.2, cos(radians((min(lats) + max(lats)) / 2)))
    across = max((max(lons) - min(lons)) * squeeze, LEAST) * (1 + 2 * MARGIN)
    up = max(max(lats) - min(lats), LEAST / 2) * (1 + 2 * MARGIN)
    height = round(min(max(WIDTH * up / across, LOWEST), TALLEST))
    scale = min(WIDTH / across, height / up)
    west = (min(lons) + max(lons)) / 2 - WIDTH / squeeze / scale / 2
    return _Window(west, (min(lats) + max(lats)) / 2 + height / scale / 2, scale, squeeze, height)


@cache
def _outline() -> tuple[tuple[str, tuple[float, float, float, float], tuple[Point, ...]], ...]:
    """Every line of the world with the box that it lies in: read in 60 ms, once."""
    text = gzip.decompress(files("rashomon.web").joinpath("outline.txt.gz").read_bytes()).decode()
    return tuple(map(_outline_line, text.splitlines()))


def _outline_line(written: str) -> tuple[str, tuple[float, float, float, float], tuple[Point, ...]]:
    kind, *steps = written.split()
    x = y = 0
    points = []
    for step in steps:
        across, _, up = step.partition(",")
        x, y = x + int(across), y + int(up)
        points.append((x / 100, y / 100))
    lons, lats = [lon for lon, _ in points], [lat for _, lat in points]
    return kind, (min(lons), min(lats), max(lons), max(lats)), tuple(points)


def _lines(kind: str, window: _Window) -> Iterator[list[Point]]:
    """The lines of a kind in the window, in pixels, without the points that would fall on the one before."""
    for its, (west, south, east, north), points in _outline():
        if (east - west) * window.scale < SPECK and (north - south) * window.scale < SPECK:
            continue
        if its == kind and west < window.east and east > window.west and south < window.north and north > window.south:
            for piece in _inside(points, window):
                drawn = [(float(round(x)), float(round(y))) for x, y in (window.at(*point) for point in piece)]
                kept = [drawn[0]]
                kept += [point for point in drawn[1:] if abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) >= FINE]
                if len(kept) > 1:
                    yield kept


def _inside(points: Iterable[Point], window: _Window) -> Iterator[list[Point]]:
    """The line cut where it leaves the window, with one point beyond the edge at either end."""
    piece: list[Point] = []
    held: Point | None = None
    for lon, lat in points:
        if window.west <= lon <= window.east and window.south <= lat <= window.north:
            if not piece and held:
                piece.append(held)
            piece.append((lon, lat))
        elif piece:
            yield [*piece, (lon, lat)]
            piece = []
        held = (lon, lat)
    if piece:
        yield piece


def _degrees(window: _Window) -> Iterator[Markup]:
    """Latitudes and longitudes at the edge, for whoever wants to find the place elsewhere."""
    step = _round((window.north - window.south) / 3)
    for number in range(floor(window.south / step) + 1, floor(window.north / step) + 1):
        y = window.at(0, number * step)[1]
        yield line(0, y, 6, y, "tick")
        yield words(9, y + 3.5, _written(number * step, "N", "S"), "degree")
    step = _round((window.east - window.west) / 4)
    for number in range(floor(window.west / step) + 1, floor(window.east / step) + 1):
        x = window.at(number * step, 0)[0]
        if 40 < x < WIDTH - 40:
            yield line(x, window.height, x, window.height - 6, "tick")
            yield words(x, window.height - 9, _written(number * step, "E", "W"), "degree", "middle")


def _scale(window: _Window) -> Iterator[Markup]:
    long = _round(WIDTH / 5 / window.scale * KILOMETRES)
    wide = long / KILOMETRES * window.scale
    right, low = WIDTH - 12, 22
    yield line(right - wide, low, right, low, "scale")
    yield words(right, low - 6, f"{long:g} km", "degree", "end")


def _marks(inside: Iterable[Named], wide: Iterable[Named], window: _Window, at: Addresses) -> Iterator[Markup]:
    """Each place with its name where no other name stands yet; a name that finds no room is left to the list."""
    taken = [(WIDTH - WIDTH / 4, 0.0, float(WIDTH), 30.0)]  # the scale's corner
    for named in inside:
        x, y = window.at(named.place.lon, named.place.lat)
        radius = min(2.5 + sqrt(named.count), 11)
        title = f"{named.name}, {named.place.country}: named {named.count} {'time' if named.count == 1 else 'times'}"
        shapes = [dot(x, y, radius)]
        long = len(named.name) * LETTER
        for left, anchor, text_x in ((x + radius + 3, "start", x + radius + 3), (x - radius - 3 - long, "end", x - radius - 3)):
            box = (left, y - LINE / 2, left + long, y + LINE / 2)
            if left >= 0 and box[2] <= WIDTH and not any(_meet(box, other) for other in taken):
                taken.append(box)
                shapes.append(words(text_x, y + 4, named.name, "placename", anchor))
                break
        taken.append((x - radius, y - radius, x + radius, y + radius))
        yield linked(at.entity(named.entity_id), title, shapes)
    for named in wide:
        x, y = window.at(named.place.lon, named.place.lat)
        half = len(named.name) * LETTER * 0.7
        box = (x - half, y - LINE / 2, x + half, y + LINE / 2)
        fits = half < x < WIDTH - half and LINE < y < window.height - 2 * LINE
        if named.place.kind != "area" and fits and not any(_meet(box, other) for other in taken):
            taken.append(box)
            yield words(x, y + 4, named.name, "country", "middle")


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _round(value: float) -> float:
    """The next smaller of 1, 2, 5, 10, 20, …"""
    power = 10 ** floor(log10(value))
    return float(next(step for step in (5, 2, 1) if step * power <= value) * power)


def _written(degrees: float, positive: str, negative: str) -> str:
    return f"{abs(degrees):g}°{positive if degrees > 0 else negative if degrees < 0 else ''}"
