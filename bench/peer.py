"""The peer: answers statistics/questions.json with pandas, scipy and statsmodels.

    python3 peer.py DATA_DIRECTORY RESULT_FILE

Writes JSON: versions, seconds by kind of question, and a number for each name; NaN is null. The names are those of
statistics/answers.mjs, so that the two can be compared one by one. Without statsmodels the least squares are left
out, and "missing" says so.
"""

import csv
import json
import math
import pathlib
import sys
import time

import numpy as np
import pandas as pd
import scipy
import scipy.stats as st

try:
    import statsmodels
    import statsmodels.api as sm
except ImportError:
    statsmodels = None

QUESTIONS = pathlib.Path(__file__).parent / "statistics" / "questions.json"


def read_table(data_dir, declared):
    """Only an empty cell is missing: artists and genres may be called "NA" or "None"."""
    path = pathlib.Path(data_dir) / declared["file"]
    is_plain = path.suffix == ".dat"
    return pd.read_csv(
        path,
        sep="\t" if is_plain else ",",
        quoting=csv.QUOTE_NONE if is_plain else csv.QUOTE_MINIMAL,
        usecols=declared["numbers"] + declared["categories"],
        dtype={**dict.fromkeys(declared["numbers"], float), **dict.fromkeys(declared["categories"], object)},
        keep_default_na=False,
        na_values=[""],
    )


def describe(question, table):
    for column in question["columns"]:
        values = table[column].dropna().to_numpy()
        q1, median, q3 = np.quantile(values, [0.25, 0.5, 0.75])
        named = {
            "n": len(values),
            "missing": len(table) - len(values),
            "mean": np.mean(values),
            "sd": np.std(values, ddof=1),
            "min": values.min(),
            "q1": q1,
            "median": median,
            "q3": q3,
            "max": values.max(),
            "mad": st.median_abs_deviation(values, scale="normal"),
            "trimmedMean": st.trim_mean(values, 0.1),
            "skewness": st.skew(values, bias=False),
            "kurtosis": st.kurtosis(values, bias=False),
        }
        for name, value in named.items():
            yield f"{column} {name}", value


def describe_by_group(question, table):
    column, by = question["column"], question["by"]
    groups = table.dropna(subset=[by, column]).groupby(by)[column]
    quantiles = groups.quantile([0.1, 0.25, 0.5, 0.75, 0.9]).unstack()
    described = groups.agg(["count", "mean", "std"]).join(quantiles)
    names = {"count": "n", "mean": "mean", "std": "sd", 0.25: "q1", 0.5: "median", 0.75: "q3", 0.1: "q0.1", 0.9: "q0.9"}
    for key, name in names.items():
        for level, value in described[key].items():
            yield f"{column} {by}={level} {name}", value


def correlation(question, table):
    for column in question["columns"]:
        pairs = table[[column, question["outcome"]]].dropna().to_numpy()
        for method, test in {"pearson": st.pearsonr, "spearman": st.spearmanr, "kendall": st.kendalltau}.items():
            result = test(pairs[:, 0], pairs[:, 1])
            name = f"{question['outcome']} {column} {method}"
            yield f"{name} n", len(pairs)
            yield f"{name} estimate", result.statistic
            yield f"{name} p", result.pvalue


def two_samples(question, table):
    column, by, levels = question["column"], question["by"], question["levels"]
    name = f"{column} {by} {' '.join(levels)}"
    a, b = (table.loc[table[by] == level, column].dropna().to_numpy() for level in levels)
    welch = st.ttest_ind(a, b, equal_var=False)
    interval = welch.confidence_interval()
    yield f"{name} welch t", welch.statistic
    yield f"{name} welch p", welch.pvalue
    yield f"{name} welch df", welch.df
    yield f"{name} welch low", interval.low
    yield f"{name} welch high", interval.high
    ranks = st.mannwhitneyu(a, b, method="asymptotic")
    yield f"{name} mannWhitney U", ranks.statistic
    yield f"{name} mannWhitney p", ranks.pvalue
    distance = st.ks_2samp(a, b, method="asymp").statistic
    yield f"{name} kolmogorovSmirnov D", distance
    # ks_2samp's own p takes the distribution of one sample of the effective size; Kolmogorov's limit is what R has.
    effective = len(a) * len(b) / (len(a) + len(b))
    yield f"{name} kolmogorovSmirnov p", st.kstwobign.sf(distance * math.sqrt(effective))


def several_samples(question, table):
    column, by = question["column"], question["by"]
    groups = [values.to_numpy() for _, values in table.dropna(subset=[by, column]).groupby(by)[column]]
    variance, ranks = st.f_oneway(*groups), st.kruskal(*groups)
    yield f"{column} {by} anova F", variance.statistic
    yield f"{column} {by} anova p", variance.pvalue
    yield f"{column} {by} kruskalWallis H", ranks.statistic
    yield f"{column} {by} kruskalWallis p", ranks.pvalue


def contingency(question, table):
    rows, columns = question["rows"], question["columns"]
    counts = pd.crosstab(table[rows], table[columns]).to_numpy()
    result = st.chi2_contingency(counts, correction=False)
    name = f"{rows} {columns} chiSquared"
    yield f"{name} chi-squared", result.statistic
    yield f"{name} p", result.pvalue
    yield f"{name} n", counts.sum()
    yield f"{name} V", st.contingency.association(counts, method="cramer")


def least_squares(question, table):
    outcome, numbers, category, clusters = (question[key] for key in ("outcome", "numbers", "category", "clusters"))
    rows = table[[outcome, *numbers, category, clusters]].dropna()
    levels = pd.get_dummies(rows[category], dtype=float).iloc[:, 1:]
    levels.columns = [f"{category}={level}" for level in levels.columns]
    design = pd.concat([rows[numbers], levels], axis=1)
    design.insert(0, "intercept", 1.0)
    groups = pd.factorize(rows[clusters])[0]
    fit = sm.OLS(rows[outcome], design).fit(cov_type="cluster", cov_kwds={"groups": groups}, use_t=True)
    yield f"{outcome} n", fit.nobs
    yield f"{outcome} r2", fit.rsquared
    intervals = fit.conf_int()
    for name in design.columns:
        yield f"{outcome} {name} estimate", fit.params[name]
        yield f"{outcome} {name} se", fit.bse[name]
        yield f"{outcome} {name} p", fit.pvalues[name]
        yield f"{outcome} {name} low", intervals.loc[name, 0]
        yield f"{outcome} {name} high", intervals.loc[name, 1]


ANSWERS = {
    "describe": describe,
    "describe by group": describe_by_group,
    "correlation": correlation,
    "two samples": two_samples,
    "several samples": several_samples,
    "contingency": contingency,
    "least squares": least_squares,
}


def clean(value):
    number = float(value)
    return number if math.isfinite(number) else None


def answer_all(data_dir):
    plan = json.loads(QUESTIONS.read_text(encoding="utf-8"))
    start = time.perf_counter()
    tables = {name: read_table(data_dir, declared) for name, declared in plan["tables"].items()}
    seconds = {"read": time.perf_counter() - start}
    values, missing = {}, []
    for question in plan["questions"]:
        kind = question["kind"]
        if kind == "least squares" and statsmodels is None:
            missing = ["statsmodels is not installed: least squares are left out"]
            continue
        start = time.perf_counter()
        answers = list(ANSWERS[kind](question, tables[question["table"]]))
        seconds[kind] = seconds.get(kind, 0) + time.perf_counter() - start
        for name, value in answers:
            values[f"{question['table']}: {name}"] = clean(value)
    versions = {"Python": sys.version.split()[0]}
    for module in (np, pd, scipy, statsmodels):
        if module is not None:
            versions[module.__name__] = module.__version__
    return {"versions": versions, "seconds": seconds, "values": values, "missing": missing}


if __name__ == "__main__":
    data_directory, target = sys.argv[1:3]
    pathlib.Path(target).write_text(json.dumps(answer_all(data_directory)), encoding="utf-8")
