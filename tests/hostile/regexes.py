"""Every regular expression of ours against strings made to keep it busy: what it takes for one four times as long.

A pump is what a repeated part of the expression matches, again and again, behind what the part needs before it, and with an end
that does not fit. Run as a process of its own: an expression that is beaten is ended by a timer, and named.
"""

import ast
import importlib
import json
import pkgutil
import random
import re
import re._constants as sre  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
import signal
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from time import process_time
from typing import Any

import rashomon

SHORT, LONGER = 750, 3_000  # characters
NOTABLE = 0.016  # seconds of the longer string: below it a ratio says nothing, for a process's clock may tick 250 times a second
LIMIT = 3.0
LINEAR = 2.2  # the longer string against four of the shorter: what is quadratic takes four times as long
PLAIN = [
    " ",
    "a",
    "A",
    "1",
    ",",
    ".",
    "-",
    '"',
    "“",
    "'",
    "\n",
    "a ",
    "A. ",
    "1,",
    "1 ",
    "<a ",
    "&a;",
    "(",
    "[",
    "é",
    "/",
    ":",
    "=",
    "\t",
    "a-",
    "aA ",
]
ROOT = Path(rashomon.__path__[0])
ANCHORED = {"match", "fullmatch"}
SEARCHED = {"search"}
ENDS = ["", "\x00"]


@dataclass(frozen=True, slots=True)
class Ours:
    """An expression, and where it is compiled."""

    module: str
    line: int
    pattern: re.Pattern[Any]
    name: str = ""
    anchored: bool = False  # looked for at one place only, never through a text


def patterns() -> list[Ours]:
    """Every expression that our modules compile as they are loaded, and every one that is written into a call."""
    found: list[Ours] = []
    compile_ = re.compile

    def noted(pattern: Any, flags: Any = 0) -> re.Pattern[Any]:
        made = compile_(pattern, flags)
        frame = sys._getframe(1)
        module = str(frame.f_globals.get("__name__", ""))
        if module.startswith("rashomon."):
            found.append(Ours(module, frame.f_lineno, made))
        return made

    re.compile = noted  # type: ignore[assignment]
    for module in pkgutil.walk_packages(rashomon.__path__, "rashomon."):
        if not module.name.endswith("__main__"):
            try:
                importlib.import_module(module.name)
            except ImportError:  # an extra that is not installed
                continue
    re.compile = compile_
    trees = {
        f"rashomon.{path.relative_to(ROOT).with_suffix('').as_posix().replace('/', '.')}".removesuffix(".__init__"): ast.parse(
            path.read_text("utf-8")
        )
        for path in sorted(ROOT.rglob("*.py"))
    }
    asked = how_asked(trees)
    named = []
    for one in found:
        name = name_at(one, trees)
        named.append(replace(one, name=name.removeprefix(one.module), anchored=asked.get(name, SEARCHED) <= ANCHORED))
    written = [
        Ours(module, node.lineno, compile_(node.args[0].value), "", node.func.attr in ANCHORED)
        for module, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "re" and node.func.attr not in ("escape", "compile") and node.args
        and isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str)
    ]  # fmt: skip
    return named + written


def how_asked(trees: Mapping[str, ast.Module]) -> dict[str, set[str]]:
    """By the name of an expression, the methods by which it is asked anywhere."""
    asked: dict[str, set[str]] = {}
    for module, tree in trees.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                name = node.value.id
                asked.setdefault(f"{module}{name}" if name.startswith("_") else name, set()).add(node.attr)
    return asked


def name_at(one: Ours, trees: Mapping[str, ast.Module]) -> str:
    """The name that an expression is given, as `how_asked` has it; empty where it is given none of its own."""
    for node in trees[one.module].body:
        lines = range(node.lineno, (node.end_lineno or node.lineno) + 1)
        if isinstance(node, ast.Assign) and one.line in lines and isinstance(node.value, ast.Call):
            name = node.targets[0].id if isinstance(node.targets[0], ast.Name) else ""
            return f"{one.module}{name}" if name.startswith("_") else name
    return ""


def pumps(pattern: re.Pattern[Any], chance: random.Random) -> Iterator[tuple[str, str]]:
    """What stands before, and what is repeated."""
    yield from (("", words) for words in PLAIN)
    tree = parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    for before, body in _repeats(list(tree), [], chance):
        for _ in range(2):
            words = "".join(_sample(one, chance) for one in body)
            if words:
                yield "".join(_sample(one, chance) for one in before)[:200], words[:200]


def _repeats(items: Sequence[Any], before: list[Any], chance: random.Random) -> Iterator[tuple[list[Any], list[Any]]]:
    for number, (kind, given) in enumerate(items):
        here = [*before, *items[:number]]
        if kind in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            if given[1] > 8:
                yield here, list(given[2])
            yield from _repeats(list(given[2]), here, chance)
        elif kind == sre.SUBPATTERN:
            yield from _repeats(list(given[3]), here, chance)
        elif kind == sre.BRANCH:
            for branch in given[1]:
                yield from _repeats(list(branch), here, chance)
        elif kind in (sre.ASSERT, sre.ASSERT_NOT):
            yield from _repeats(list(given[1]), here, chance)
        elif kind == sre.ATOMIC_GROUP:
            yield from _repeats(list(given), here, chance)


def _sample(item: Any, chance: random.Random) -> str:
    """Something that this part matches, mostly."""
    kind, given = item
    if kind == sre.LITERAL:
        return chr(given)
    if kind == sre.NOT_LITERAL:
        return "a" if given != ord("a") else "b"
    if kind == sre.ANY:
        return "a"
    if kind == sre.IN:
        return _one_of(given, chance)
    if kind == sre.BRANCH:
        return "".join(_sample(one, chance) for one in chance.choice(given[1]))
    if kind == sre.SUBPATTERN:
        return "".join(_sample(one, chance) for one in given[3])
    if kind in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
        low, high, body = given
        times = min(max(low, chance.randint(0, 2)), high)
        return "".join(_sample(one, chance) for _ in range(times) for one in body)
    if kind == sre.ATOMIC_GROUP:
        return "".join(_sample(one, chance) for one in given)
    return ""


def _one_of(choices: Any, chance: random.Random) -> str:
    letters = [chr(code) for code in [*range(32, 127), 10, 9, 233, 0x201C, 0x2019]]
    kind, given = chance.choice(choices)
    if choices[0][0] == sre.NEGATE:
        fit = [letter for letter in letters if not any(_is_in(letter, one) for one in choices[1:])]
        return chance.choice(fit or ["\u4e00"])
    if kind == sre.LITERAL:
        return chr(given)
    if kind == sre.RANGE:
        return chr(chance.randint(*given))
    return chance.choice([letter for letter in letters if _is_in(letter, (kind, given))] or ["a"])


def _is_in(letter: str, choice: Any) -> bool:
    kind, given = choice
    if kind == sre.LITERAL:
        return ord(letter) == given
    if kind == sre.RANGE:
        return bool(given[0] <= ord(letter) <= given[1])
    if kind == sre.CATEGORY:
        name = str(given).rpartition("_")[2].lower()
        is_so = {"digit": letter.isdigit(), "space": letter.isspace(), "word": letter.isalnum() or letter == "_"}[name]
        return is_so != ("NOT" in str(given))
    return False


def seconds(one: Ours, words: str) -> float:
    """What it takes to look for the expression in it, everywhere, or where it is asked for."""
    text: Any = words if isinstance(one.pattern.pattern, str) else words.encode("utf-8", "surrogatepass")
    began = process_time()
    if one.anchored:
        one.pattern.match(text)
        one.pattern.fullmatch(text)
    else:
        for _ in one.pattern.finditer(text):
            pass
    return process_time() - began


class Beaten(Exception):
    """It is not done."""


def _beaten(*_: object) -> None:
    raise Beaten


def growing(one: Ours) -> dict[str, Any] | None:
    """The worst string for it, if it takes more than in proportion to the length; None where there is none."""
    worst: dict[str, Any] | None = None
    for before, words in pumps(one.pattern, random.Random(f"{one.module}:{one.line}")):
        for end in ENDS:
            made = [before + words * (size // len(words)) + end for size in (SHORT, LONGER)]
            signal.setitimer(signal.ITIMER_PROF, LIMIT)
            try:
                longer, ratio = seconds(one, made[1]), 0.0
                if longer > NOTABLE:  # once more, for other processes are at work too
                    longer = min(longer, seconds(one, made[1]))
                    ratio = longer / max(sum(seconds(one, made[0]) for _ in range(4)), 0.004) if longer > NOTABLE else 0.0
            except Beaten:
                longer, ratio = LIMIT, 999.0
            finally:
                signal.setitimer(signal.ITIMER_PROF, 0)
            if ratio > LINEAR and (worst is None or longer > worst["seconds"]):
                worst = {"before": before, "words": words, "end": end, "seconds": longer, "ratio": ratio}
            if longer > 0.2:
                return worst
    return worst


def main() -> None:
    """A line of JSON for each expression that grows more than in proportion, then how many were tried."""
    signal.signal(signal.SIGPROF, _beaten)
    found = patterns()
    for one in found:
        if worst := growing(one):
            told = {
                "module": one.module,
                "line": one.line,
                "name": one.name,
                "anchored": one.anchored,
                "pattern": repr(one.pattern.pattern),
            }
            sys.stdout.write(json.dumps({**told, **worst}) + "\n")
            sys.stdout.flush()
    sys.stdout.write(json.dumps({"tried": len(found)}) + "\n")


if __name__ == "__main__":
    main()
