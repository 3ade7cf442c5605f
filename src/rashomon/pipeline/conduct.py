"""The only hand that touches store and engine: keeps what was found, runs what is not done yet, makes the shelf anew.

Work is put away part by part, each there wholly or not at all; so a run that is killed has lost only the parts it was at.
A part is done for good by the same stage version, settings and weights. A "whole" stage is done for the parts that it was
made from. Nothing is written where nothing changed.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from hashlib import sha256
from time import monotonic
from typing import Any

from rashomon.engine import local
from rashomon.engine.outcomes import Broken
from rashomon.errors import NothingRead, UsageError
from rashomon.llm.asking import Asking
from rashomon.model import Failure, JudgementRelation, Run
from rashomon.model.rows import TABLES, to_cells
from rashomon.pipeline.arrivals import Arrivals, keep
from rashomon.pipeline.cutting import cut
from rashomon.pipeline.errands import THE_RUNS, Errand, Laid
from rashomon.pipeline.finished import FINDING, Finished
from rashomon.pipeline.progress import Progress, quiet
from rashomon.pipeline.settings import Settings, check_nets, weights_sha
from rashomon.pipeline.stage import Stage, side_by_side
from rashomon.pipeline.stages import STAGES, STAGES_BY_RULES, asking_too
from rashomon.pipeline.summary import Summary, told
from rashomon.pipeline.work import Made, failure_alone, work_on_all
from rashomon.read.columns import Columns
from rashomon.read.exchanges import Network
from rashomon.store.case import Case
from rashomon.store.objects import ObjectParts
from rashomon.store.parts import Part, to_table
from rashomon.store.shelf import Shelf, build, made_from
from rashomon.views.records import by_rules

REMEDY = "Read the file alone to see whether it is the cause; if so, leave it out and report it"


def read_into(
    case: Case,
    paths: Sequence[str],
    *,
    stages: Sequence[Stage] = STAGES,
    settings: Settings | None = None,
    progress: Progress = quiet,
    columns: Columns | None = None,
    urls: Sequence[str] = (),
    network: Network | None = None,
) -> Summary:
    """Builds the case, or extends it by what the paths hold; `columns` says what the columns of tables among it are. `urls`
    are fetched over the network; nothing else here reaches it.

    Raises UsageError if a table has not these columns, NothingRead if the paths give no document, CaseError if another
    writer is at work, CannotWrite if the disk is full, and WeightsError, before anything is done, if a net is missing or
    altered.
    """
    began = monotonic()
    check_nets(stages)
    with case.lock() as killed:
        before = {item for part in case.parts.done(_reading(stages)) for item in part.items}
        arrivals = keep(case, paths, progress, columns, urls, network)
        _note(case, arrivals)
        for part in case.parts.done(_reading(stages)):
            if not arrivals.retold.isdisjoint(part.items):
                case.parts.drop(part)
        finished = _run(case, stages, _wary(settings or Settings(), killed), progress)
    summary = _summary(case, arrivals, finished, before - arrivals.retold, monotonic() - began)
    if not summary.documents:
        raise NothingRead(
            f"nothing could be read\n{told(summary.failures) or 'there is no file in ' + ', '.join([*paths, *urls])}"
        )
    return summary


def judge(
    case: Case,
    left: str,
    relation: JudgementRelation,
    right: str,
    *,
    user: str,
    text: str = "",
    retract: bool = False,
    stages: Sequence[Stage] | None = None,
    progress: Progress = quiet,
) -> None:
    """Puts down a person's word on two items (or one: `right` empty), or takes it back, and makes of it what follows.

    Raises UsageError for an item that is not in the case, or when there is nothing to take back; CaseError if another writer
    is at work: the word is kept then, and that writer's next run makes of it what follows.
    """
    with Shelf(case.path) as shelf:
        unknown = [item for item in (left, right) if item and not retract and not shelf.holds(item)]  # a rejected link is gone
    for item in unknown:
        raise UsageError(f"{item!r} is no item of {case.path}. Its ids stand in: rashomon export --case {case.path} -o DIR")
    if retract:
        case.judgements.retract(left, relation, right, user=user)
    else:
        case.judgements.add(left, relation, right, user=user, text=text)
    settle(case, stages=stages, progress=progress)


def settle(case: Case, *, stages: Sequence[Stage] | None = None, progress: Progress = quiet) -> None:
    """Makes of people's word what follows: whatever heeds it is done anew, then the shelf.

    A case made by rules alone stays so: a word on two items is no reason to read everything anew. Of a language model only what
    it has answered already counts: nobody is asked because of a word. Raises CaseError if another writer is at work, CannotWrite
    if the disk is full.
    """
    with Shelf(case.path) as shelf:
        runs = shelf.records(Run, "runs")
    made_by = STAGES_BY_RULES if by_rules(runs) else STAGES
    if case.asked.model and any(run.stage == "ask" for run in runs):
        made_by = asking_too(made_by, Asking(case.asked.model, case.asked))
    with case.lock() as killed:
        _run(case, stages or made_by, _wary(Settings(), killed), progress)


def _wary(settings: Settings, killed: bool) -> Settings:
    """After a run that was killed nothing is done in this process: a file may have killed that one, as a hostile PDF can."""
    return replace(settings, alone_below=0) if killed else settings


def _run(case: Case, stages: Sequence[Stage], settings: Settings, progress: Progress) -> Finished:
    """Every stage in turn, as far as its work is not done yet; then the shelf."""
    finished = Finished(case, stages)
    for group in side_by_side(stages):
        for stage, live in _done(case, group, finished, settings, progress):
            keys = {part.key for part in live}
            for part in case.parts.done(stage.name):
                if part.key not in keys:
                    case.parts.drop(part)
            if isinstance(case.parts, ObjectParts):
                case.parts.sweep(stage.name, keys)
            finished.add(stage.name, live)
    _shelve(case, finished, settings, progress)
    return finished


def _done(
    case: Case, stages: Sequence[Stage], finished: Finished, settings: Settings, progress: Progress
) -> Iterator[tuple[Stage, list[Part]]]:
    """Stages that are done side by side, each with its live parts."""
    first = stages[0]
    if first.cut == "document":
        yield first, _do_items(case, first, finished, settings, progress)
    elif first.cut == "always":
        yield from _do_always(case, first, finished, settings, progress)
    else:
        yield from _do_wholes(case, stages, finished, settings, progress)


def _do_items(case: Case, stage: Stage, finished: Finished, settings: Settings, progress: Progress) -> list[Part]:
    """The live parts of a "document" stage, those made now among them."""
    made_by = _made_by(stage, settings)
    ids = dict.fromkeys(finished.ids(stage.reads[0]))
    done = case.parts.done(stage.name)
    good = [part for part in done if not part.failed and part.made_by == made_by and not ids.keys().isdisjoint(part.items)]
    covered = {item for part in good for item in part.items}
    todo = [item for item in ids if item not in covered]
    if not todo:
        return good
    broke = {item for part in done if part.failed for item in part.items}
    return good + _make(case, stage, todo, finished, _wary(settings, not broke.isdisjoint(todo)), progress)


def _make(case: Case, stage: Stage, todo: list[str], finished: Finished, settings: Settings, progress: Progress) -> list[Part]:
    """New parts of a "document" stage. When a process dies, or takes too long, what it was at is tried again item by item, to
    find the culprit.

    Raises WeightsError if a net's weights are missing or altered, and what else ends a run (`errands.THE_RUNS`).
    """
    started = _now()
    sizes = finished.sizes(stage.reads[0])
    is_little = sum(sizes[item] for item in todo) < settings.alone_below
    workers = 0 if is_little and sum(sizes.values()) < settings.roomy_below else settings.workers
    batches = cut([(item, sizes[item]) for item in todo], settings, workers=workers)
    parts: list[Part] = []
    errand = Errand.of(settings, case.parts)
    done = 0
    progress(stage.name, 0, len(todo))
    while batches:
        again: list[list[str]] = []
        keys = [Part.of(*_made_by(stage, settings), batch).key for batch in batches]
        loaded = ((key, finished.given(stage.reads[0], batch)) for key, batch in zip(keys, batches, strict=True))
        limits = [settings.limit(sum(sizes[item] for item in batch)) for batch in batches]
        with closing(settings.engine.map(partial(errand.on_items, stage), loaded, workers=workers, limits=limits)) as outcomes:
            for number, outcome in outcomes:
                batch = batches[number]
                _end_run_for(outcome)
                if isinstance(outcome, Broken) and len(batch) > 1:
                    again += [[item] for item in batch]
                    continue
                parts.append(_put(case, stage, settings, batch, outcome, started, finished.called(stage.reads[0], batch[0])))
                done += len(batch)
                progress(stage.name, done, len(todo))
        batches, workers = again, settings.workers
    return parts


def _do_wholes(
    case: Case, stages: Sequence[Stage], finished: Finished, settings: Settings, progress: Progress
) -> Iterator[tuple[Stage, list[Part]]]:
    """Each "whole" stage with its one live part: made now, unless what it is made from is as it was.

    In a large case each is made by a process that reads what it needs and then ends; several at once, where memory has room.
    """
    inputs = [finished.inputs(stage) for stage in stages]
    todo = []
    for stage, given in zip(stages, inputs, strict=True):
        made_by = _made_by(stage, settings)
        key = Part.of(*made_by, given).key
        good = [part for part in case.parts.done(stage.name) if not part.failed and part.made_by == made_by]
        done = [part for part in good if part.key == key]
        if done:
            yield stage, done
        else:
            todo.append((stage, given, max(good, key=lambda part: part.ended, default=None)))
            progress(stage.name, 0, None)
    size = sum(finished.sizes("documents").values()) if todo else 0
    is_large = size >= settings.beside_from
    is_elsewhere = settings.engine is not local and size >= settings.alone_below
    most = settings.workers if size < settings.roomy_below or is_elsewhere else 1
    workers = min(len(todo), most) if is_large or is_elsewhere else 0  # so that this process need not hold it
    started = _now()
    work = [(Part.of(*_made_by(stage, settings), given).key, stage, last) for stage, given, last in todo]
    errand = Errand.of(settings, case.parts)
    with closing(settings.engine.map(partial(errand.on_all, finished), work, workers=workers)) as outcomes:
        for number, outcome in outcomes:
            _end_run_for(outcome)
            stage, given, _ = todo[number]
            yield stage, [_put(case, stage, settings, given, outcome, started)]


def _do_always(
    case: Case, stage: Stage, finished: Finished, settings: Settings, progress: Progress
) -> Iterator[tuple[Stage, list[Part]]]:
    """What the stage makes now, as a part that is named by it: where it is what it was, nothing follows."""
    progress(stage.name, 0, None)
    started = _now()
    ((_, outcome),) = local.map(partial(work_on_all, finished), [(stage, None)], workers=0)
    made = [] if isinstance(outcome, Broken) else [str(outcome[name].to_pylist()) for name in sorted(outcome)]
    items = [stage.manner, sha256("\n".join(made).encode("utf-8", "surrogatepass")).hexdigest()]
    key = Part.of(stage.name, stage.version, settings.sha, weights_sha(stage), items).key
    live = [part for part in case.parts.done(stage.name) if part.key == key]
    yield stage, live or [_put(case, stage, settings, items, outcome, started)]


def _put(
    case: Case,
    stage: Stage,
    settings: Settings,
    items: list[str],
    outcome: Made | Laid | Broken,
    started: str,
    called: tuple[str, str] = ("", ""),
) -> Part:
    """Puts a finished part away. One that broke holds a Failure of what is called so, and is tried again by the next run."""
    broken = isinstance(outcome, Broken)
    part = Part.of(*_made_by(stage, settings), items, started=started, ended=_now(), failed=broken)
    if isinstance(outcome, Broken):
        item, where = called
        on = f" on {where}" if where and where != item else ""
        outcome = failure_alone(stage, item, outcome.error, f"{stage.name} broke{on}: {outcome.message}. {REMEDY}.")
    if isinstance(outcome, Laid):
        case.parts.finish(part)
    else:
        case.parts.put(part, outcome)
    return part


def _made_by(stage: Stage, settings: Settings) -> tuple[str, int, str, str]:
    return stage.name, stage.version, settings.sha, weights_sha(stage)


def _end_run_for(outcome: Any) -> None:
    """Raises what is no fault of a part, but would befall every other too."""
    for error in THE_RUNS:
        if isinstance(outcome, Broken) and outcome.error == error.__name__:
            raise error(outcome.message)


def _note(case: Case, arrivals: Arrivals) -> None:
    """Keeps on record what could not be opened, until it is found."""
    old = case.parts.done(FINDING)
    found = {*arrivals.places, *(failure.item_id for failure in arrivals.failures)}
    failures = [
        failure
        for part in old
        for failure in case.parts.records(part, "failures", Failure)
        if not any(
            place == failure.item_id or place.startswith((f"{failure.item_id}/", f"{failure.item_id}!/")) for place in found
        )
    ] + arrivals.failures
    failures = sorted(set(failures), key=lambda failure: (failure.item_id, failure.error, failure.message))
    part = Part.of(FINDING, 1, "", "", [f"{one.item_id}: {one.error}: {one.message}" for one in failures])
    if failures and part.key not in {other.key for other in old}:
        case.parts.put(part, {"failures": to_table(Failure, failures)})
    for other in old:
        if not failures or other.key != part.key:
            case.parts.drop(other)


def _shelve(case: Case, finished: Finished, settings: Settings, progress: Progress) -> None:
    """Makes the shelf, unless the one there was made from the very same."""
    judgements = case.judgements.all()
    said = [f"{judgement.id} {judgement.retracted_at}" for judgement in judgements]
    made = sha256("\n".join([settings.sha, case.captures.head, *finished.keys(), *said]).encode()).hexdigest()
    if made_from(case.path) == made:
        return
    progress("shelf", 0, None)
    tables = {name: map(to_cells, judgements) if name == "judgements" else finished.cells(name) for name in TABLES}
    build(case.path, case.drafts, tables, made)


def _summary(case: Case, arrivals: Arrivals, finished: Finished, before: set[str], seconds: float) -> Summary:
    carriers = finished.carriers()
    given = {doc_id for doc_id, capture_id in carriers if capture_id in arrivals.captures}
    old = {doc_id for doc_id, capture_id in carriers if capture_id in before}
    with Shelf(case.path) as shelf:
        relations = ("conflict", "update", "compatible", "agree")
        return Summary(
            len(given),
            len(given - old),
            shelf.count("documents"),
            shelf.count("statements"),
            {relation: shelf.count("points", relation=relation) for relation in relations},
            tuple(_concerning(shelf.records(Failure, "failures"), arrivals, given)),
            seconds,
            by_rules(shelf.records(Run, "runs")),
            tuple(arrivals.archives),
        )


def _concerning(failures: Iterable[Failure], arrivals: Arrivals, documents: set[str]) -> Iterable[Failure]:
    """The failures of what was given, and of whole stages; a line or row of a file is named by the file and its number."""
    opened = {failure.item_id for failure in arrivals.failures}
    for failure in failures:
        item = failure.item_id
        if not item or item in opened or item in documents or any(item.startswith(place) for place in arrivals.places):
            yield failure


def _reading(stages: Sequence[Stage]) -> str:
    return next(stage.name for stage in stages if "documents" in stage.writes)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
