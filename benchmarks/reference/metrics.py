"""Reference values for metrics, computed with scikit-learn.

    python3 -m venv venv
    venv/bin/pip install scikit-learn==1.9.1
    venv/bin/python benchmarks/reference/metrics.py
    npx prettier --write benchmarks/reference/metrics.json

writes metrics.json beside this file; framework/metrics/reference.test.ts compares Descent with it.
"""

import json
from pathlib import Path

import numpy as np
import sklearn
from sklearn import metrics as sk

random = np.random.default_rng(5)


def classification(classes, rows):
    """Labels, and probabilities in hundredths: equal between rows now and then, never within a row."""
    labels = random.integers(classes, size=rows)
    labels[:classes] = range(classes)
    hundredths = []
    for label in labels:
        while True:
            raw = random.dirichlet(np.ones(classes)) + 0.25 * np.eye(classes)[label]
            row = np.floor(100 * raw / raw.sum()).astype(int)
            row[0] += 100 - row.sum()
            if len(set(row)) == classes:
                break
        hundredths.append(row.tolist())
    probabilities = np.array(hundredths) / 100
    guesses = probabilities.argmax(1)
    second = probabilities[:, 1] if classes == 2 else None
    one_hot = np.eye(classes)[labels]

    def averaged(score):
        return {average: float(score(labels, guesses, average=average)) for average in ("macro", "weighted", "micro")}

    return {
        "labels": labels.tolist(),
        "hundredths": hundredths,
        "accuracy": float(sk.accuracy_score(labels, guesses)),
        "balancedAccuracy": float(sk.balanced_accuracy_score(labels, guesses)),
        "precision": averaged(sk.precision_score),
        "recall": averaged(sk.recall_score),
        "f1": averaged(sk.f1_score),
        "f1PerClass": [float(value) for value in sk.f1_score(labels, guesses, average=None)],
        "confusionMatrix": sk.confusion_matrix(labels, guesses).tolist(),
        "logLoss": float(sk.log_loss(labels, probabilities)),
        "rocAuc": float(sk.roc_auc_score(labels, probabilities if second is None else second, multi_class="ovr")),
        "prAuc": float(sk.average_precision_score(one_hot, probabilities, average="macro")
                       if second is None else sk.average_precision_score(labels, second)),
        "top2Accuracy": float(sk.top_k_accuracy_score(labels, probabilities, k=2)) if second is None else 1.0,
    }


def regression(rows, outputs):
    targets = random.normal(3, 1, (rows, outputs)).astype(np.float32)
    predictions = (targets + random.normal(0, 0.5, (rows, outputs))).astype(np.float32)
    return {
        "targets": [float(value) for value in targets.ravel()],
        "predictions": [float(value) for value in predictions.ravel()],
        "outputs": outputs,
        "mae": float(sk.mean_absolute_error(targets, predictions)),
        "rmse": float(np.sqrt(sk.mean_squared_error(targets, predictions))),
        "mape": 100 * float(sk.mean_absolute_percentage_error(targets, predictions)),
        "r2": float(sk.r2_score(targets, predictions)),
    }


reference = {
    "scikit-learn": sklearn.__version__,
    "classification": [classification(2, 40), classification(4, 60)],
    "regression": [regression(30, 1), regression(20, 2)],
}
path = Path(__file__).with_name("metrics.json")
path.write_text(json.dumps(reference, indent=1) + "\n", encoding="utf-8")
