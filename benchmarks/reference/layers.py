"""Reference values for layers and activations, computed with PyTorch in double precision.

    python3 -m venv venv
    venv/bin/pip install torch==2.13.0 numpy
    venv/bin/python benchmarks/reference/layers.py
    npx prettier --write benchmarks/reference/layers.json

writes layers.json beside this file; framework/model/reference.test.ts compares Descent with it to 1e-5: outputs, and
the gradients of sum(probe * output) by the input and by every weight. Inputs, weights and gradients are written as
Descent has them, and turned round within the functions that PyTorch differentiates:

- images [batch, height, width, channels] (PyTorch: [batch, channels, height, width]),
  sequences [batch, steps, channels] (PyTorch's convolutions: [batch, channels, steps]);
- dense kernels [inputs, outputs] (PyTorch: [outputs, inputs]), convolution kernels [...window, inputs, outputs];
- a recurrent layer has one bias; PyTorch adds two, so the second one is zero here;
- lstm keeps its gates in the order i, f, g, o, as PyTorch does;
- gru has the order z, r, n (PyTorch: r, z, n) and lets r act on the state before the recurrent kernel, as the paper
  and TensorFlow.js do. torch.nn.GRU lets it act after (reset_after), which is another layer, so gru is written out
  below in PyTorch operations;
- gelu is the exact one, by erf; PyTorch's default too, but not approximate="tanh";
- batchNormalization divides the variance by n; so does PyTorch for the output, but not for its running variance;
- padding "same" is compared where PyTorch pads the same: with stride 1.
"""

import json
from pathlib import Path

import torch
import torch.nn.functional as F
from torch.func import functional_call

torch.set_default_dtype(torch.float64)
torch.manual_seed(5)
ROWS = 2


def record(tensor):
    values = [round(value, 10) for value in tensor.detach().flatten().tolist()]
    return {"shape": list(tensor.shape), "values": values}


def case(name, torch_call, layers, shape, weights, compute, *, values=None, training=False):
    """compute(x, weights) gives the output; weights are named as Descent names them, e.g. dense_1/kernel."""
    x = (torch.randn(ROWS, *shape) if values is None else values).requires_grad_(values is None)
    leaves = {key: (0.5 * torch.randn(*size)).requires_grad_(True) for key, size in weights.items()}
    output = compute(x, leaves)
    probe = torch.randn(*output.shape)
    (probe * output).sum().backward()
    gradients = {key: record(leaf.grad) for key, leaf in leaves.items()}
    if x.requires_grad:
        gradients["input"] = record(x.grad)
    return {
        "name": name,
        "torch": torch_call,
        "layers": layers,
        "training": training,
        "input": record(x),
        "weights": {key: record(leaf) for key, leaf in leaves.items()},
        "output": record(output),
        "probe": record(probe),
        "gradients": gradients,
    }


def channels_first(x):
    return x.movedim(-1, 1)


def channels_last(x):
    return x.movedim(1, -1)


def convolution(layer, call, *, depthwise=False, **options):
    """A convolution over images or sequences, by F.conv2d or F.conv1d."""

    def compute(x, w):
        kernel = w[f"{layer}/{'depthwise_kernel' if depthwise else 'kernel'}"]
        if depthwise:
            height, width, channels, multiplier = kernel.shape
            turned = kernel.permute(2, 3, 0, 1).reshape(channels * multiplier, 1, height, width)
            extra = {"groups": channels}
        else:
            turned, extra = kernel.movedim((-1, -2), (0, 1)), {}
        return channels_last(call(channels_first(x), turned, w.get(f"{layer}/bias"), **options, **extra))

    return compute


def separable(x, w):
    first = convolution("separableConv2d_1", F.conv2d, depthwise=True)
    between = first(x, {"separableConv2d_1/depthwise_kernel": w["separableConv2d_1/depthwise_kernel"]})
    return between @ w["separableConv2d_1/pointwise_kernel"][0, 0] + w["separableConv2d_1/bias"]


def pool(call, *arguments, **options):
    return lambda x, w: channels_last(call(channels_first(x), *arguments, **options))


def recurrent(module, layer, sequences):
    def compute(x, w):
        parameters = {
            "weight_ih_l0": w[f"{layer}/kernel"].T,
            "weight_hh_l0": w[f"{layer}/recurrent_kernel"].T,
            "bias_ih_l0": w[f"{layer}/bias"],
            "bias_hh_l0": torch.zeros_like(w[f"{layer}/bias"]),
        }
        outputs, _ = functional_call(module, parameters, (x,))
        return outputs if sequences else outputs[:, -1]

    return compute


def gru(x, w):
    kernel, recurrent_kernel, bias = (w[f"gru_1/{key}"] for key in ("kernel", "recurrent_kernel", "bias"))
    units = recurrent_kernel.shape[0]
    state = torch.zeros(x.shape[0], units)
    states = []
    for step in range(x.shape[1]):
        x_z, x_r, x_n = (x[:, step] @ kernel + bias).split(units, dim=1)
        u_z, u_r, u_n = recurrent_kernel.split(units, dim=1)
        z = torch.sigmoid(x_z + state @ u_z)
        r = torch.sigmoid(x_r + state @ u_r)
        n = torch.tanh(x_n + (r * state) @ u_n)
        state = z * state + (1 - z) * n
        states.append(state)
    return torch.stack(states, dim=1)


def dense(x, w, layer="dense_1"):
    return F.linear(x, w[f"{layer}/kernel"].T, w.get(f"{layer}/bias"))


def activation(name, torch_call, compute, options=None):
    layers = [{"type": "activation", "function": {"type": name, **(options or {})}}]
    return case(f"activation {name}", torch_call, layers, [7], {}, lambda x, w: compute(x))


def gates(layer, count, features, units):
    return {
        f"{layer}/kernel": [features, count * units],
        f"{layer}/recurrent_kernel": [units, count * units],
        f"{layer}/bias": [count * units],
    }


def conv_weights(layer, *kernel):
    return {f"{layer}/kernel": list(kernel), f"{layer}/bias": [kernel[-1]]}


INDICES = torch.tensor([[0.0, 3.0, 3.0], [4.0, 1.0, 0.0]])

CASES = [
    case("dense", "linear", [{"type": "dense", "units": 3}], [4],
         {"dense_1/kernel": [4, 3], "dense_1/bias": [3]}, dense),
    case("conv1d", "conv1d, stride 2", [{"type": "conv1d", "filters": 3, "kernelSize": 3, "strides": 2}], [7, 2],
         conv_weights("conv1d_1", 3, 2, 3), convolution("conv1d_1", F.conv1d, stride=2)),
    case("conv1d, dilated", "conv1d, dilation 2, same",
         [{"type": "conv1d", "filters": 2, "kernelSize": 3, "dilation": 2, "padding": "same"}], [6, 2],
         conv_weights("conv1d_1", 3, 2, 2), convolution("conv1d_1", F.conv1d, dilation=2, padding="same"), training=True),
    case("conv2d", "conv2d, stride (2, 1)",
         [{"type": "conv2d", "filters": 3, "kernelSize": [3, 2], "strides": [2, 1]}], [6, 4, 2],
         conv_weights("conv2d_1", 3, 2, 2, 3), convolution("conv2d_1", F.conv2d, stride=(2, 1))),
    case("conv2d, same", "conv2d, same", [{"type": "conv2d", "filters": 2, "kernelSize": [1, 3], "padding": "same"}],
         [4, 3, 2], conv_weights("conv2d_1", 1, 3, 2, 2), convolution("conv2d_1", F.conv2d, padding="same")),
    case("conv2d, dilated", "conv2d, dilation (2, 3)",
         [{"type": "conv2d", "filters": 2, "kernelSize": 2, "dilation": [2, 3]}], [5, 5, 1],
         conv_weights("conv2d_1", 2, 2, 1, 2), convolution("conv2d_1", F.conv2d, dilation=(2, 3)), training=True),
    case("depthwiseConv2d", "conv2d, groups", [{"type": "depthwiseConv2d", "kernelSize": 2, "depthMultiplier": 2}],
         [4, 3, 2], {"depthwiseConv2d_1/depthwise_kernel": [2, 2, 2, 2], "depthwiseConv2d_1/bias": [4]},
         convolution("depthwiseConv2d_1", F.conv2d, depthwise=True)),
    case("separableConv2d", "conv2d, groups; matmul",
         [{"type": "separableConv2d", "filters": 3, "kernelSize": 2, "depthMultiplier": 2}], [4, 3, 2],
         {"separableConv2d_1/depthwise_kernel": [2, 2, 2, 2], "separableConv2d_1/pointwise_kernel": [1, 1, 4, 3],
          "separableConv2d_1/bias": [3]}, separable),
    case("maxPooling1d", "max_pool1d", [{"type": "maxPooling1d", "poolSize": 3, "strides": 2}], [7, 2], {},
         pool(F.max_pool1d, 3, 2)),
    case("averagePooling1d", "avg_pool1d", [{"type": "averagePooling1d", "poolSize": 2}], [6, 2], {},
         pool(F.avg_pool1d, 2)),
    case("maxPooling2d", "max_pool2d", [{"type": "maxPooling2d", "poolSize": [2, 3], "strides": [2, 1]}], [4, 4, 2], {},
         pool(F.max_pool2d, (2, 3), (2, 1))),
    case("averagePooling2d, same", "avg_pool2d, count_include_pad=False",
         [{"type": "averagePooling2d", "poolSize": 3, "strides": 1, "padding": "same"}], [4, 3, 2], {},
         pool(F.avg_pool2d, 3, 1, padding=1, count_include_pad=False), training=True),
    case("averagePooling1d, same", "avg_pool1d, count_include_pad=False",
         [{"type": "averagePooling1d", "poolSize": 3, "strides": 1, "padding": "same"}], [5, 2], {},
         pool(F.avg_pool1d, 3, 1, padding=1, count_include_pad=False), training=True),
    case("globalMaxPooling1d", "amax", [{"type": "globalMaxPooling1d"}], [5, 3], {}, lambda x, w: x.amax(1)),
    case("globalAveragePooling1d", "mean", [{"type": "globalAveragePooling1d"}], [5, 3], {}, lambda x, w: x.mean(1)),
    case("globalMaxPooling2d", "amax", [{"type": "globalMaxPooling2d"}], [3, 4, 2], {}, lambda x, w: x.amax((1, 2))),
    case("globalAveragePooling2d", "mean", [{"type": "globalAveragePooling2d"}], [3, 4, 2], {},
         lambda x, w: x.mean((1, 2))),
    case("batchNormalization", "batch_norm, training", [{"type": "batchNormalization", "epsilon": 0.01}], [3, 2, 2],
         {"batchNormalization_1/gamma": [2], "batchNormalization_1/beta": [2]},
         lambda x, w: channels_last(F.batch_norm(
             channels_first(x), None, None, w["batchNormalization_1/gamma"], w["batchNormalization_1/beta"],
             training=True, eps=0.01)), training=True),
    case("layerNormalization", "layer_norm", [{"type": "layerNormalization", "epsilon": 1e-5}], [3, 4],
         {"layerNormalization_1/gamma": [4], "layerNormalization_1/beta": [4]},
         lambda x, w: F.layer_norm(
             x, [4], w["layerNormalization_1/gamma"], w["layerNormalization_1/beta"], eps=1e-5)),
    case("embedding", "embedding", [{"type": "embedding", "count": 5, "units": 2}], [3],
         {"embedding_1/embeddings": [5, 2]}, lambda x, w: F.embedding(x.long(), w["embedding_1/embeddings"]),
         values=INDICES),
    case("simpleRnn", "nn.RNN", [{"type": "simpleRnn", "units": 3}], [4, 2], gates("simpleRnn_1", 1, 2, 3),
         recurrent(torch.nn.RNN(2, 3, batch_first=True), "simpleRnn_1", False)),
    case("lstm", "nn.LSTM", [{"type": "lstm", "units": 3, "returnSequences": True}], [4, 2], gates("lstm_1", 4, 2, 3),
         recurrent(torch.nn.LSTM(2, 3, batch_first=True), "lstm_1", True)),
    case("gru", "written out, see above", [{"type": "gru", "units": 3, "returnSequences": True}], [4, 2],
         gates("gru_1", 3, 2, 3), gru),
    case("flatten", "flatten", [{"type": "flatten"}], [2, 3, 2], {}, lambda x, w: x.flatten(1)),
    case("reshape", "reshape", [{"type": "reshape", "shape": [3, 4]}], [2, 3, 2], {},
         lambda x, w: x.reshape(ROWS, 3, 4)),
    case("a residual block, a gate and branches", "linear, +, *, maximum, cat",
         [{"type": "dense", "units": 3, "activation": "tanh", "name": "block"},
          {"type": "add", "inputs": ["block", "input"]},
          {"type": "dense", "units": 3, "activation": "sigmoid", "name": "gate", "inputs": ["input"]},
          {"type": "multiply", "inputs": ["add_1", "gate"]},
          {"type": "maximum", "inputs": ["multiply_1", "block"]},
          {"type": "average", "inputs": ["block", "gate", "input"]},
          {"type": "concatenate", "inputs": ["maximum_1", "average_1"]}], [3],
         {f"{layer}/{key}": size for layer in ("block", "gate") for key, size in (("kernel", [3, 3]), ("bias", [3]))},
         lambda x, w: (lambda block, gate: torch.cat(
             [torch.maximum((block + x) * gate, block), (block + gate + x) / 3], 1))(
                 torch.tanh(dense(x, w, "block")), torch.sigmoid(dense(x, w, "gate")))),
    activation("linear", "identity", lambda x: x),
    activation("relu", "relu", F.relu),
    activation("leakyRelu", "leaky_relu", lambda x: F.leaky_relu(x, 0.1), {"slope": 0.1}),
    activation("elu", "elu", F.elu),
    activation("gelu", "gelu", F.gelu),
    activation("softplus", "softplus", F.softplus),
    activation("sigmoid", "sigmoid", torch.sigmoid),
    activation("tanh", "tanh", torch.tanh),
    activation("softmax", "softmax", lambda x: F.softmax(x, 1)),
    activation("step", "x > 0, gradient 0", lambda x: (x > 0).double() + 0 * x),
]

path = Path(__file__).with_name("layers.json")
path.write_text(json.dumps({"torch": torch.__version__, "cases": CASES}, indent=2) + "\n", encoding="utf-8", newline="\n")
