"""How much places go together: by distance, and by lying in one another or side by side in one region or country."""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from rashomon.text.gazetteer import Place

Numbers = npt.NDArray[np.float64]

NEAR = 200.0  # km: at this distance places go together a third as much as side by side; 100 and 400 are no better
COUNTRY = 0.3  # for being in one country
REGION = 0.5  # for being in one region, beyond that
INSIDE = 0.7  # for a region and a place in it
EARTH = 6371.0  # km


def closeness(left: Sequence[Place], right: Sequence[Place]) -> Numbers:
    """How much each place on the left (rows) goes with each on the right (columns): 0 for none, to 2.5 for two in one town."""
    one, other = _columns(left), _columns(right)
    near: Numbers = np.exp(-_distances(one, other) / NEAR)
    country = (one["country"][:, None] == other["country"][None, :]) & (one["country"][:, None] >= 0)
    region = (one["region"][:, None] == other["region"][None, :]) & (one["region"][:, None] >= 0)
    inside = one["region"][:, None] == other["row"][None, :]
    holds = one["row"][:, None] == other["region"][None, :]
    found: Numbers = near + COUNTRY * country + REGION * region + INSIDE * (inside | holds)
    return found


def holds(wide: Place, narrow: Place) -> bool:
    """Whether the narrow place lies in the wide one, as the gazetteer has it."""
    return wide.row in (narrow.region, narrow.district) or (wide.kind == "country" and wide.country == narrow.country)


def distance(left: tuple[float, float], right: tuple[float, float]) -> float:
    """Kilometres between two points of latitude and longitude."""
    one, other = (np.radians(np.array([point])) for point in (left, right))
    here, there = ({"lat": point[:, 0], "lon": point[:, 1]} for point in (one, other))
    return float(_distances(here, there)[0, 0])


def _columns(places: Sequence[Place]) -> dict[str, Numbers]:
    return {
        "lat": np.radians([place.lat for place in places]),
        "lon": np.radians([place.lon for place in places]),
        "row": np.array([place.row for place in places]),
        "region": np.array([-1 if place.region is None else place.region for place in places]),
        "country": np.array([_number(place.country) for place in places]),
    }


def _number(code: str) -> int:
    """A country's code as a number; -1 for none."""
    return int.from_bytes(code.encode()) if code else -1


def _distances(one: Mapping[str, Numbers], other: Mapping[str, Numbers]) -> Numbers:
    """Great-circle distances in km (haversine)."""
    lat = one["lat"][:, None] - other["lat"][None, :]
    lon = one["lon"][:, None] - other["lon"][None, :]
    half = np.sin(lat / 2) ** 2 + np.cos(one["lat"])[:, None] * np.cos(other["lat"])[None, :] * np.sin(lon / 2) ** 2
    distances: Numbers = 2 * EARTH * np.arcsin(np.sqrt(np.clip(half, 0, 1)))
    return distances
