"""The growth of a case as curves and as a table, in docs/scale.md: `growth.py` measures, this tells. Run by itself, it tells anew
what results/growth.json knows.
"""

import json
from collections.abc import Iterator
from math import ceil, floor, log, log10
from pathlib import Path
from typing import Any

import altair as alt

HERE = Path(__file__).parent
LEAST = {"seconds": 0.1, "MB": 1.0}  # below, the look at a process every fifth of a second says nothing
SHOWN = {"seconds": "seconds by the clock", "MB": "MB, all processes together"}
STAGES = ("find", "read", "extract", "copies", "resolve", "happen", "link", "weigh", "shelf")
WHOLE = ("all", "one more", "shelf anew")
ORDER = (*STAGES, *WHOLE)
COLOURS = ("#8c8c8c", "#76b7b2", "#e15759", "#f28e2b", "#59a14f", "#b6992d", "#4e79a7", "#b07aa1", "#9c755f", *["#111"] * 3)
ASKED = 1500  # MB that a case of 10,000 documents may take
BEGIN, END = "<!-- bench/curves.py writes from here -->", "<!-- to here -->"
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


def tell(known: Known, docs: Path) -> None:
    """Puts the table into docs/scale.md, with what it was measured on, and both pictures beside it: seconds and MB on log-log
    axes, with lines for n and n log n.
    """
    page = docs / "scale.md"
    before, _, rest = page.read_text("utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    last = list(known.values())[-1]
    about = f"{last['machine']['processor']}, {last['machine']['cores']} cores, {last['machine']['memory, GiB']} GiB"
    load = f"load {last['machine']['load when it began']} when the largest began"
    on = f"On {about}, Python {last['versions']['python']}, {last['at'][:10]}, {load}, commit {last['versions']['commit']}."
    page.write_text(f"{before}{BEGIN}\n{on}\n{table(known)}\n{END}{after}", "utf-8")
    draw(known, docs)


def draw(known: Known, docs: Path) -> None:
    """Draws both pictures into docs."""
    for measure, title in SHOWN.items():
        _chart(list(_points(known, measure)), list(_lines(known, measure)), title, ASKED if measure == "MB" else None).save(
            docs / f"growth-{measure.lower()}.svg"
        )


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
    """What n and n log n are that end where the whole does: a flatter curve than these grows less."""
    sizes = [int(size) for size in known]
    end = known[str(sizes[-1])]["all"][measure]
    for name, grown in (("n", lambda n: n), ("n log n", lambda n: n * log(n))):
        for size in sizes:
            yield {"documents": size, "line": name, "value": end * grown(size) / grown(sizes[-1])}


def _chart(points: list[Row], lines: list[Row], title: str, asked: float | None) -> Any:
    sizes = sorted({line["documents"] for line in lines})
    values = [*(point["value"] for point in points), *([asked] if asked else [])]
    bounds = [10 ** floor(log10(min(values))), 10 ** ceil(log10(max(values)))]
    powers = [10**power for power in range(-2, 6) if bounds[0] <= 10**power <= bounds[1]]
    axis = alt.Axis(values=sizes, format=",")
    across = alt.X("documents:Q", scale=alt.Scale(type="log", domain=[sizes[0], sizes[-1]]), title="documents", axis=axis)
    up = alt.Y("value:Q", scale=alt.Scale(type="log", domain=bounds), title=title, axis=alt.Axis(values=powers, format=","))
    shown = [(what, colour) for what, colour in zip(ORDER, COLOURS, strict=True) if any(each["stage"] == what for each in points)]
    scale = alt.Scale(domain=[what for what, _ in shown], range=[colour for _, colour in shown])
    dashes = alt.Scale(domain=WHOLE, range=[[1, 0], [6, 3], [2, 2]])
    colour = alt.Color("stage:N", sort=None, scale=scale, title=None, legend=alt.Legend(symbolStrokeWidth=3))
    measured = alt.Chart(alt.Data(values=points)).encode(across, up, colour)
    is_whole = alt.FieldOneOfPredicate("stage", WHOLE)
    compared = alt.Chart(alt.Data(values=lines)).encode(across, up, detail="line:N")
    layers = [
        compared.mark_line(strokeDash=[1, 3], color="#666", clip=True),
        compared.transform_filter(f"datum.documents == {sizes[-2]}")
        .mark_text(
            dx=alt.expr("datum.line == 'n' ? -10 : 22"), dy=alt.expr("datum.line == 'n' ? -7 : 11"), color="#555", clip=True
        )
        .encode(text="line:N"),
        measured.transform_filter(~is_whole).mark_line(),
        measured.transform_filter(is_whole)
        .mark_line(strokeWidth=2.5)
        .encode(strokeDash=alt.StrokeDash("stage:N", scale=dashes, title=None)),
        measured.mark_point(filled=True, size=30),
    ]
    if asked is not None:
        layers.append(alt.Chart(alt.Data(values=[{"value": asked}])).mark_rule(color="#c00", strokeDash=[8, 4]).encode(up))
    return alt.layer(*layers).properties(width=600, height=400).configure(background="white")


if __name__ == "__main__":
    tell(json.loads((HERE / "results" / "growth.json").read_text("utf-8")), HERE.parent / "docs")
