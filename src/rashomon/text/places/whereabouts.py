"""Where something is, as a text says it: at a place, in a part of it, near it, or so far in a direction from it."""

import re
from dataclasses import dataclass
from math import asin, atan2, cos, degrees, radians, sin
from typing import Literal

from rashomon.text.gazetteer import Place, PlaceKind, place_of

How = Literal["at", "part", "near"]
Precision = Literal["area", "country", "region", "district", "city", "neighbourhood", "part", "near", "offset"]
EARTH = 6371.0  # km
COMPASS = ("N", "NE", "E", "SE", "S", "SW", "W", "NW")
_AT: dict[PlaceKind, Precision] = {
    "area": "area", "country": "country", "region": "region", "district": "district", "capital": "city", "city": "city",
    "neighbourhood": "neighbourhood",
}  # fmt: skip
_NORM = re.compile(r"geonames:(\d+)(?:;(part|near))?(?:;(\d+(?:\.\d+)?)km)?(?:;([NESW]{1,2}))?")


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """A place of the gazetteer and how the text stands to it; `km` and `bearing` (degrees from north) where it says so."""

    place: Place
    how: How = "at"
    km: float | None = None
    bearing: int | None = None

    @property
    def norm(self) -> str:
        """The comparable form: `geonames:169577`, `geonames:169577;part`, `geonames:169577;near;60km;NE`."""
        parts = [f"geonames:{self.place.id}"]
        parts += [] if self.how == "at" else [self.how]
        parts += [] if self.km is None else [f"{self.km:g}km"]
        parts += [] if self.bearing is None else [COMPASS[self.bearing % 360 // 45]]
        return ";".join(parts)

    @property
    def precision(self) -> Precision:
        """How exactly it is known: the kind of the place, or "part" of it, "near" it, or an "offset" from it."""
        if self.km is not None and self.bearing is not None:
            return "offset"
        return _AT[self.place.kind] if self.how == "at" else self.how

    @property
    def point(self) -> tuple[float, float]:
        """Latitude and longitude; of an offset, the point that it leads to."""
        lat, lon = self.place.lat, self.place.lon
        return (lat, lon) if self.km is None or self.bearing is None else _moved(lat, lon, self.km, self.bearing)


def whereabouts_of(norm: str | None) -> Whereabouts | None:
    """What a mention's `norm` says; None where it says nothing of a place that the gazetteer knows."""
    match = _NORM.fullmatch(norm or "")
    place = place_of(int(match.group(1))) if match else None
    if match is None or place is None:
        return None
    _, found, km, side = match.groups()
    how: How = "part" if found == "part" else "near" if found == "near" else "at"
    return Whereabouts(place, how, float(km) if km else None, COMPASS.index(side) * 45 if side in COMPASS else None)


def place_id(norm: str | None) -> int | None:
    """The GeoNames id of the place that a mention's `norm` names; None where only a part of one is meant."""
    match = _NORM.fullmatch(norm or "")
    return int(match.group(1)) if match and match.group(2) != "part" else None


def _moved(lat: float, lon: float, km: float, bearing: int) -> tuple[float, float]:
    """The point so many km away on a great circle."""
    north, east, angle, way = radians(lat), radians(lon), km / EARTH, radians(bearing)
    there = asin(sin(north) * cos(angle) + cos(north) * sin(angle) * cos(way))
    turned = east + atan2(sin(way) * sin(angle) * cos(north), cos(angle) - sin(north) * sin(there))
    return round(degrees(there), 4), round((degrees(turned) + 540) % 360 - 180, 4)
