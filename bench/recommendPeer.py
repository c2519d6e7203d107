"""The peer of the recommender: implicit's ALS and item cosine on the split that our task wrote.

    python3 recommendPeer.py SPLIT_FILE RESULT_FILE

Writes JSON: versions and, per method, seconds to fit, mean NDCG@10 and recall@10 with half the width of the 95 % interval.
"""

import json
import math
import os
import sys
import time

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import implicit  # noqa: E402
import numpy as np  # noqa: E402
import scipy  # noqa: E402
import scipy.sparse as sp  # noqa: E402
from implicit.als import AlternatingLeastSquares  # noqa: E402
from implicit.nearest_neighbours import CosineRecommender  # noqa: E402

LENGTH = 10
DISCOUNTS = 1 / np.log2(np.arange(2, LENGTH + 2))


def models():
    yield "Item cosine (K = 100)", CosineRecommender(K=100)
    for factors in (32, 64, 128):
        yield f"ALS, {factors} factors", AlternatingLeastSquares(
            factors=factors, regularization=0.01, iterations=15, random_state=1, num_threads=1, use_gpu=False
        )


def judge(model, train, held):
    users = np.array([user for user, artists in enumerate(held) if artists])
    lists, _ = model.recommend(users, train[users], N=LENGTH, filter_already_liked_items=True)
    ndcg, recall = [], []
    for user, listed in zip(users, lists):
        wanted = set(held[user])
        hits = np.array([artist in wanted for artist in listed])
        most = min(LENGTH, len(wanted))
        ndcg.append((hits * DISCOUNTS[: len(hits)]).sum() / DISCOUNTS[:most].sum())
        recall.append(hits.sum() / most)
    half = lambda values: 1.96 * np.std(values, ddof=1) / math.sqrt(len(values))
    return {"ndcg": np.mean(ndcg), "ndcgHalf": half(ndcg), "recall": np.mean(recall), "recallHalf": half(recall)}


def main(split_file, result_file):
    with open(split_file) as file:
        split = json.load(file)
    cells = np.array(split["train"], dtype=float)
    shape = (split["users"], split["artists"])
    table = (np.log1p(cells[:, 2]), (cells[:, 0].astype(int), cells[:, 1].astype(int)))
    train = sp.csr_matrix(table, shape=shape).astype(np.float32)
    results = []
    for title, model in models():
        started = time.perf_counter()
        model.fit(train, show_progress=False)
        seconds = time.perf_counter() - started
        results.append({"title": title, "seconds": seconds, **judge(model, train, split["held"])})
    versions = {"implicit": implicit.__version__, "numpy": np.__version__, "scipy": scipy.__version__}
    with open(result_file, "w") as file:
        json.dump({"versions": versions, "results": results}, file, default=float)


main(*sys.argv[1:])
