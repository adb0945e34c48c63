"""Reference values for losses and optimizers, computed with PyTorch in double precision.

    python3 -m venv venv
    venv/bin/pip install torch==2.13.0 numpy
    venv/bin/python benchmarks/reference/training.py
    npx prettier --write benchmarks/reference/training.json

writes training.json beside this file; framework/training/reference.test.ts compares Descent with it to 1e-5. An
entry names the component, its options, and the PyTorch call that it is compared with.
"""

import json
from pathlib import Path

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
torch.manual_seed(3)


def numbers(tensor):
    return [round(value, 12) for value in tensor.detach().flatten().tolist()]


# --- losses ----------------------------------------------------------------------------------------------------

ROWS, WIDTH = 5, 3
LABELS = torch.tensor([0, 2, 1, 1, 0])
BINARY = torch.tensor([[0.0], [1.0], [1.0], [0.0], [1.0]])
ONE_HOT = F.one_hot(LABELS, WIDTH).double()
SCORES = torch.randn(ROWS, WIDTH)
SHARES = torch.softmax(torch.randn(ROWS, WIDTH), 1)
COUNTS = torch.poisson(torch.full((ROWS, WIDTH), 2.0))
AMOUNTS = torch.rand(ROWS, WIDTH) * 4 + 0.5
SCORE = torch.randn(ROWS, 1)


def loss(component, options, call, targets, outputs, per_sample):
    """per_sample maps outputs to the losses of the samples; PyTorch differentiates it."""
    entry = {"type": component, "options": options, "torch": call}
    entry["targets"] = {"shape": list(targets.shape), "values": numbers(targets)}
    entry["outputs"] = {"shape": list(outputs.shape), "values": numbers(outputs)}
    for name, reduce in (("mean", torch.mean), ("sum", torch.sum)):
        at = outputs.clone().requires_grad_(True)
        value = reduce(per_sample(at))
        value.backward()
        entry[name] = {"value": value.item(), "gradient": numbers(at.grad)}
    return entry


def rows(values):
    return values.mean(1)


LOSSES = [
    loss("meanSquaredError", {}, "mse_loss", AMOUNTS, SCORES,
         lambda p: rows(F.mse_loss(p, AMOUNTS, reduction="none"))),
    loss("meanAbsoluteError", {}, "l1_loss", AMOUNTS, SCORES,
         lambda p: rows(F.l1_loss(p, AMOUNTS, reduction="none"))),
    loss("huber", {"delta": 1.5}, "huber_loss", AMOUNTS, SCORES,
         lambda p: rows(F.huber_loss(p, AMOUNTS, reduction="none", delta=1.5))),
    loss("logCosh", {}, "log(cosh(p - t))", AMOUNTS, SCORES,
         lambda p: rows(torch.log(torch.cosh(p - AMOUNTS)))),
    loss("meanAbsolutePercentageError", {}, "100 * |p - t| / |t|", AMOUNTS, SCORES,
         lambda p: rows(100 * (p - AMOUNTS).abs() / AMOUNTS.abs())),
    loss("meanSquaredLogarithmicError", {}, "mse_loss of log1p", AMOUNTS, SCORES.abs(),
         lambda p: rows(F.mse_loss(torch.log1p(p), torch.log1p(AMOUNTS), reduction="none"))),
    loss("cosineSimilarity", {}, "1 - cosine_similarity", AMOUNTS, SCORES,
         lambda p: 1 - F.cosine_similarity(p, AMOUNTS)),
    loss("poisson", {"output": "logRate"}, "poisson_nll_loss(log_input=True)", COUNTS, SCORES,
         lambda p: rows(F.poisson_nll_loss(p, COUNTS, log_input=True, reduction="none"))),
    loss("poisson", {"output": "rate"}, "poisson_nll_loss(log_input=False)", COUNTS, SCORES.abs(),
         lambda p: rows(F.poisson_nll_loss(p, COUNTS, log_input=False, eps=0, reduction="none"))),
    loss("klDivergence", {"from": "probabilities"}, "kl_div(log p, t)", SHARES, torch.softmax(SCORES, 1),
         lambda p: F.kl_div(torch.log(p), SHARES, reduction="none").sum(1)),
    loss("klDivergence", {"from": "logits"}, "kl_div(log_softmax, t)", SHARES, SCORES,
         lambda z: F.kl_div(torch.log_softmax(z, 1), SHARES, reduction="none").sum(1)),
    loss("hinge", {}, "clamp(1 - s * z, min=0)", BINARY, SCORE,
         lambda z: rows(torch.clamp(1 - (2 * BINARY - 1) * z, min=0))),
    loss("binaryCrossentropy", {"from": "probabilities"}, "binary_cross_entropy", BINARY, torch.sigmoid(SCORE),
         lambda p: rows(F.binary_cross_entropy(p, BINARY, reduction="none"))),
    loss("binaryCrossentropy", {"from": "logits"}, "binary_cross_entropy_with_logits", BINARY, SCORE,
         lambda z: rows(F.binary_cross_entropy_with_logits(z, BINARY, reduction="none"))),
    loss("categoricalCrossentropy", {"from": "probabilities"}, "nll_loss of log", ONE_HOT, torch.softmax(SCORES, 1),
         lambda p: F.nll_loss(torch.log(p), LABELS, reduction="none")),
    loss("categoricalCrossentropy", {"from": "logits"}, "cross_entropy", ONE_HOT, SCORES,
         lambda z: F.cross_entropy(z, LABELS, reduction="none")),
    loss("sparseCategoricalCrossentropy", {"from": "probabilities"}, "nll_loss of log", LABELS,
         torch.softmax(SCORES, 1), lambda p: F.nll_loss(torch.log(p), LABELS, reduction="none")),
    loss("sparseCategoricalCrossentropy", {"from": "logits"}, "cross_entropy", LABELS, SCORES,
         lambda z: F.cross_entropy(z, LABELS, reduction="none")),
]

# --- optimizers ------------------------------------------------------------------------------------------------

START = [1.0, -2.0, 0.5, 3.0]
CURVATURE = torch.tensor([1.0, 0.1, 5.0, 2.0])
STEPS = 20


def gradient_at(weights, step):
    """A bowl that is steeper along some axes, with something that changes from batch to batch. Never 0 for long."""
    return 2 * CURVATURE * weights + torch.sin(step * torch.arange(1.0, 5.0))


def optimizer(component, options, make, clip=None, start=START):
    weights = torch.tensor(start, requires_grad=True)
    rule = make([weights])
    for step in range(1, STEPS + 1):
        weights.grad = gradient_at(weights.detach(), step)
        if clip is not None:
            clip([weights])
        rule.step()
    return {"type": component, "options": options, "torch": type(rule).__name__, "start": start,
            "weights": numbers(weights)}


def ftrl(options, learning_rate, l1, l2, accumulator):
    """PyTorch has no FTRL. This is TensorFlow's ApplyFtrl, from weights 0, where both start alike."""
    start = [0.0] * 4
    weights, z = torch.tensor(start), torch.zeros(4)
    n = torch.full((4,), accumulator)
    for step in range(1, STEPS + 1):
        gradient = gradient_at(weights, step)
        grown = n + gradient**2
        z = z + gradient - (grown.sqrt() - n.sqrt()) / learning_rate * weights
        n = grown
        weights = (torch.clamp(z, -l1, l1) - z) / (n.sqrt() / learning_rate + 2 * l2)
    return {"type": "ftrl", "options": options, "torch": "ApplyFtrl of TensorFlow, by its formula", "start": start,
            "weights": numbers(weights)}


# ε stands inside the root in our rmsprop and adagrad and outside in PyTorch, so both take one that vanishes.
INSIDE, OUTSIDE = 1e-16, 1e-16
SGD, ADAM = torch.optim.SGD, torch.optim.Adam
OPTIMIZERS = [
    optimizer("sgd", {"learningRate": 0.05}, lambda w: SGD(w, lr=0.05)),
    optimizer("momentum", {"learningRate": 0.02, "momentum": 0.9}, lambda w: SGD(w, lr=0.02, momentum=0.9)),
    optimizer("momentum", {"learningRate": 0.02, "momentum": 0.9, "nesterov": True},
              lambda w: SGD(w, lr=0.02, momentum=0.9, nesterov=True)),
    optimizer("rmsprop", {"learningRate": 0.05, "decay": 0.9, "epsilon": INSIDE},
              lambda w: torch.optim.RMSprop(w, lr=0.05, alpha=0.9, eps=OUTSIDE)),
    optimizer("rmsprop", {"learningRate": 0.02, "decay": 0.9, "epsilon": INSIDE, "centered": True},
              lambda w: torch.optim.RMSprop(w, lr=0.02, alpha=0.9, eps=OUTSIDE, centered=True)),
    optimizer("adagrad", {"learningRate": 0.5, "initialAccumulator": 0.1, "epsilon": INSIDE},
              lambda w: torch.optim.Adagrad(w, lr=0.5, initial_accumulator_value=0.1, eps=OUTSIDE)),
    optimizer("adadelta", {"learningRate": 1, "decay": 0.9, "epsilon": 1e-6},
              lambda w: torch.optim.Adadelta(w, lr=1, rho=0.9, eps=1e-6)),
    optimizer("adam", {"learningRate": 0.05, "epsilon": 1e-3}, lambda w: ADAM(w, lr=0.05, eps=1e-3)),
    optimizer("adamw", {"learningRate": 0.05, "epsilon": 1e-8, "weightDecay": 0.1},
              lambda w: torch.optim.AdamW(w, lr=0.05, eps=1e-8, weight_decay=0.1)),
    optimizer("adamax", {"learningRate": 0.05, "epsilon": INSIDE},
              lambda w: torch.optim.Adamax(w, lr=0.05, eps=OUTSIDE)),
    optimizer("nadam", {"learningRate": 0.05, "epsilon": 1e-3, "momentumDecay": 0.004},
              lambda w: torch.optim.NAdam(w, lr=0.05, eps=1e-3, momentum_decay=0.004)),
    ftrl({"learningRate": 0.5, "l1": 0.3, "l2": 0.1, "initialAccumulator": 0.1}, 0.5, 0.3, 0.1, 0.1),
    optimizer("sgd", {"learningRate": 0.05, "clipValue": 0.7}, lambda w: SGD(w, lr=0.05),
              clip=lambda w: torch.nn.utils.clip_grad_value_(w, 0.7)),
    optimizer("adam", {"learningRate": 0.05, "epsilon": 1e-3, "clipNorm": 1.5}, lambda w: ADAM(w, lr=0.05, eps=1e-3),
              clip=lambda w: torch.nn.utils.clip_grad_norm_(w, 1.5)),
    optimizer("momentum", {"learningRate": 0.02, "momentum": 0.9, "clipGlobalNorm": 1.5},
              lambda w: SGD(w, lr=0.02, momentum=0.9), clip=lambda w: torch.nn.utils.clip_grad_norm_(w, 1.5)),
]

reference = {
    "torch": torch.__version__,
    "losses": LOSSES,
    "optimizers": {"steps": STEPS, "curvature": numbers(CURVATURE), "cases": OPTIMIZERS},
}
path = Path(__file__).with_name("training.json")
path.write_text(json.dumps(reference, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
