"""PyTorch on the processor, one thread.

Answers each line {"net", "steps", "clock"} by a line {"milliseconds"} a step.
"""

import json
import sys
import time
from collections.abc import Callable

import torch
from torch import nn

torch.set_num_threads(1)
BATCH_SIZE = 32
NETS = {
    "tiny": ((4,), 3, lambda: nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 3))),
    "mlp": (
        (784,),
        10,
        lambda: nn.Sequential(
            nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 64), nn.ReLU(), nn.Linear(64, 10)
        ),
    ),
    "cnn": (
        (1, 28, 28),
        10,
        lambda: nn.Sequential(
            nn.Conv2d(1, 16, 3, padding=1),
            nn.ReLU(),
            nn.MaxPool2d(2),
            nn.Conv2d(16, 32, 3, padding=1),
            nn.ReLU(),
            nn.MaxPool2d(2),
            nn.Flatten(),
            nn.Linear(32 * 7 * 7, 10),
        ),
    ),
}


CLOCKS = {"wall": time.perf_counter, "processor": time.process_time}


def milliseconds_per_step(name: str, steps: int, now: Callable[[], float]) -> float:
    """Trains one epoch of that many batches in a random order: slice, forward, backward, update, read the loss."""
    shape, classes, build = NETS[name]
    features = torch.rand(steps * BATCH_SIZE, *shape)
    labels = torch.randint(classes, (steps * BATCH_SIZE,))
    model = build()
    optimizer = torch.optim.Adam(model.parameters(), lr=0.001)
    loss_function = nn.CrossEntropyLoss()
    began = now()
    order = torch.randperm(len(labels))
    for start in range(0, len(labels), BATCH_SIZE):
        rows = order[start : start + BATCH_SIZE]
        optimizer.zero_grad()
        loss = loss_function(model(features[rows]), labels[rows])
        loss.backward()
        optimizer.step()
        loss.item()
    return (now() - began) * 1000 / steps


def answer(value: dict) -> None:
    print(json.dumps(value), flush=True)


answer({"version": f"PyTorch {torch.__version__}, Python {sys.version.split()[0]}"})
for line in sys.stdin:
    request = json.loads(line)
    answer({"milliseconds": milliseconds_per_step(request["net"], request["steps"], CLOCKS[request["clock"]])})
