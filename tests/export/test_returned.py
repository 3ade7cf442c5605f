"""A damaged file that comes back is said to be damaged, whatever it was; it never breaks the program."""

import json
import random
import zipfile

import pytest
from tests.cases import told
from tests.export.writing import kept, write

from rashomon.errors import RashomonError, UsageError
from rashomon.export import inception
from rashomon.export.returned import reviews_in
from rashomon.export.reviews import new_words
from rashomon.store.case import Case


def test_a_sheet_that_ends_in_the_middle_of_a_row_gives_what_stands_there(tmp_path):
    case = Case.open(kept(told(), tmp_path / "case"))
    path = write("csv", case.path, tmp_path / "points.csv")
    head, row, _ = path.read_text("utf-8-sig").split("\n", 2)
    path.write_text(f"{head}\n{row.rstrip().removesuffix(',,,,,')}accept", "utf-8")  # found by the fuzzer
    assert [word.relation for word in new_words(case, reviews_in(path, case, "desk"))] == ["accept"]


@pytest.mark.parametrize(
    ("inner", "says"),
    [
        (b"[" * 100_000, "is no JSON"),  # found by the fuzzer
        (b'{"%FEATURE_STRUCTURES": [1]}', "is damaged"),
        (bytes(2 << 20), "unpacks to more than 1 MB"),
    ],
)
def test_an_archive_of_documents_that_are_none_is_told(tmp_path, monkeypatch, inner, says):
    monkeypatch.setattr(inception, "GROWN", 1 << 20)
    case = Case.open(kept(told(), tmp_path / "case"))
    with zipfile.ZipFile(tmp_path / "documents.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("one.json", inner)
    with pytest.raises(UsageError, match=says):
        reviews_in(tmp_path / "documents.zip", case, "desk")


@pytest.mark.parametrize("form", ["csv", "xlsx", "label-studio", "inception"])
def test_a_damaged_file_is_one_clear_message_or_read(tmp_path, form):
    case = Case.open(kept(told(), tmp_path / "case"))
    path = write(form, case.path, tmp_path / "file")
    if form == "label-studio":
        tasks = json.loads(path.read_text("utf-8"))
        path.write_text(json.dumps([{**task, "annotations": task["predictions"]} for task in tasks]), "utf-8")
    whole, chance, messages = path.read_bytes(), random.Random(11), []
    for number in range(80):
        data = bytearray(whole[: chance.randrange(len(whole))] if number % 4 == 0 else whole)
        for _ in range(min(len(data), chance.choice((1, 3, 20)))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        path.write_bytes(data)
        try:
            new_words(case, reviews_in(path, case, "desk"))
        except RashomonError as error:
            messages.append(str(error))
    assert len(messages) > 10
    assert min(map(len, messages)) > 20
    assert case.judgements.all() == []
