"""The growth of a case as curves and as a table: `growth.py` measures, this tells. `python bench/curves.py` draws it anew."""

import json
from collections.abc import Iterator
from math import log
from pathlib import Path
from typing import Any

import altair as alt

HERE = Path(__file__).parent
LEAST = {"seconds": 0.1, "MB": 1.0}  # below, the look at a process every fifth of a second says nothing
SHOWN = {"seconds": "seconds by the clock", "MB": "MB, all processes together"}
ORDER = ("find", "read", "extract", "copies", "resolve", "happen", "link", "weigh", "shelf", "one more", "shelf anew", "all")
Known = dict[str, Any]
Row = dict[str, Any]


def table(known: Known) -> str:
    """Seconds, and MB at the highest, of every stage at every size; how the two largest stand to each other; what is there."""
    sizes = list(known)
    lines = ["", f"| | {' | '.join(f'{int(size):,}' for size in sizes)} | exponent |", f"|---|{'---:|' * (len(sizes) + 1)}"]
    for what in ORDER:
        told = [_told(_costs(known[size]).get(what)) for size in sizes]
        lines.append(f"| {what} | {' | '.join(told)} | {_exponent(known, what)} |")
    held = {
        name: [known[size][name] for size in sizes] for name in known[sizes[0]] if isinstance(known[sizes[0]][name], float | int)
    }
    lines += [f"| {name} | {' | '.join(f'{value:,.0f}' for value in values)} | |" for name, values in held.items()]
    return "\n".join(lines)


def draw(known: Known, docs: Path) -> None:
    """Puts both pictures into docs: seconds and MB on log-log axes, with lines for n and n log n."""
    for measure, title in SHOWN.items():
        _chart(list(_points(known, measure)), list(_lines(known, measure)), title).save(docs / f"growth-{measure.lower()}.svg")


def exponents(known: Known) -> dict[str, float]:
    """Of every stage the k of n^k between the two largest sizes, by the processor's time."""
    before, after = list(known)[-2:]
    found = {}
    for what in ORDER:
        costs = [_costs(known[size]).get(what, {}).get("processor", 0.0) for size in (before, after)]
        if min(costs) >= LEAST["seconds"]:
            found[what] = log(costs[1] / costs[0]) / log(int(after) / int(before))
    return found


def _exponent(known: Known, what: str) -> str:
    found = exponents(known).get(what) if len(known) > 1 else None
    return "" if found is None else f"{found:.2f}"


def _costs(result: Known) -> dict[str, dict[str, float]]:
    return {**result["stages"], "one more": result["one more"]["all"], "shelf anew": result["shelf anew"], "all": result["all"]}


def _told(cost: dict[str, float] | None) -> str:
    return "" if cost is None else f"{cost['seconds']:,.1f} s ({cost['processor']:,.1f}), {cost['MB']:,.0f} MB"


def _points(known: Known, measure: str) -> Iterator[Row]:
    for size, result in known.items():
        for what, cost in _costs(result).items():
            if cost[measure] >= LEAST[measure]:
                yield {"documents": int(size), "stage": what, "value": cost[measure]}


def _lines(known: Known, measure: str) -> Iterator[Row]:
    """What n and n log n would be, from what reading all takes at the second size on."""
    sizes = [int(size) for size in known]
    start = sizes[min(1, len(sizes) - 1)]
    base = known[str(start)]["all"][measure]
    for name, grown in (("n", lambda n: n), ("n log n", lambda n: n * log(n))):
        for size in (start, sizes[-1]):
            yield {"documents": size, "line": name, "value": base * grown(size) / grown(start)}


def _chart(points: list[Row], lines: list[Row], title: str) -> Any:
    across = alt.X("documents:Q", scale=alt.Scale(type="log"), title="documents", axis=alt.Axis(format="~s", tickCount=4))
    up = alt.Y("value:Q", scale=alt.Scale(type="log"), title=title)
    stages = [what for what in ORDER if any(point["stage"] == what for point in points)]
    measured = alt.Chart(alt.Data(values=points)).encode(
        across, up, alt.Color("stage:N", sort=stages, scale=alt.Scale(domain=stages, scheme="tableau20"), title=None)
    )
    compared = alt.Chart(alt.Data(values=lines)).encode(across, up, detail="line:N")
    named = compared.transform_filter(f"datum.documents == {max(line['documents'] for line in lines)}")
    layers = [
        compared.mark_line(strokeDash=[4, 4], color="#888"),
        named.mark_text(align="left", dx=5, color="#666").encode(text="line:N"),
        measured.mark_line(),
        measured.mark_point(filled=True, size=40),
    ]
    return alt.layer(*layers).properties(width=560, height=380).configure(background="white")


if __name__ == "__main__":
    draw(json.loads((HERE / "results" / "growth.json").read_text("utf-8")), HERE.parent / "docs")
