"""The peers of the models: LightGBM, XGBoost and scikit-learn on one thread.

    python3 modelsPeer.py SETTINGS_JSON

Settings: data (file of raw doubles, column after column, the target last), rows to learn from, rows held out, columns,
trees, forestTrees, leaves, leafRows, forestLeafRows, learningRate, times. Prints JSON: versions and, by model, CPU
seconds of the fastest fit with all that is done to the data, held-out RMSE and rows predicted per second.
"""

import json
import sys
import time

import lightgbm
import numpy as np
import sklearn
import xgboost
from sklearn.ensemble import RandomForestRegressor

settings = json.loads(sys.argv[1])
rows, columns, times = settings["rows"], settings["columns"], settings["times"]
data = np.fromfile(settings["data"]).reshape(columns + 1, rows + settings["heldOut"]).T
X, y = np.ascontiguousarray(data[:rows, :columns]), data[:rows, columns].copy()
held, truth = np.ascontiguousarray(data[rows:, :columns]), data[rows:, columns]


def fastest(work, count=times):
    seconds = []
    for _ in range(count):
        started = time.process_time()
        value = work()
        seconds.append(time.process_time() - started)
    return value, min(seconds)


def measured(fit, predict, count=times, nodes=None):
    model, seconds = fastest(fit, count)
    _, predicting = fastest(lambda: predict(model, X))
    rmse = float(np.sqrt(np.mean((truth - predict(model, held)) ** 2)))
    return dict(seconds=seconds, rmse=rmse, rowsPerSecond=rows / predicting, nodes=nodes and nodes(model))


def light():
    binning = dict(max_bin=255, min_data_in_bin=1, num_threads=1, verbose=-1)
    params = dict(
        objective="l2", num_leaves=settings["leaves"], learning_rate=settings["learningRate"],
        min_data_in_leaf=settings["leafRows"], min_sum_hessian_in_leaf=0, lambda_l2=0, force_col_wise=True, **binning,
    )
    return lightgbm.train(params, lightgbm.Dataset(X, y, params=binning), settings["trees"])


def xg():
    return xgboost.XGBRegressor(
        n_estimators=settings["trees"], max_leaves=settings["leaves"], grow_policy="lossguide", max_depth=0,
        learning_rate=settings["learningRate"], tree_method="hist", max_bin=255, n_jobs=1, reg_lambda=0,
        min_child_weight=settings["leafRows"],
    ).fit(X, y)


def forest():
    return RandomForestRegressor(
        n_estimators=settings["forestTrees"], min_samples_leaf=settings["forestLeafRows"], max_features=1 / 3,
        n_jobs=1, random_state=1,
    ).fit(X, y)


def forest_nodes(model):
    return float(np.mean([tree.tree_.node_count for tree in model.estimators_]))


print(json.dumps(dict(
    versions=dict(LightGBM=lightgbm.__version__, XGBoost=xgboost.__version__, **{"scikit-learn": sklearn.__version__}),
    lightgbm=measured(light, lambda model, some: model.predict(some, num_threads=1)),
    xgboost=measured(xg, lambda model, some: model.predict(some)),
    forest=measured(forest, lambda model, some: model.predict(some), 1, forest_nodes),
)))
