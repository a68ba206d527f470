"""Export to ONNX, weights in 8 bits.

    python -m training.attribution.export --weights average.pt --settings '{...}' --out attribution-en.onnx

The decoder's settings, the pointer's distances and the window length go into the file's metadata, so that one file is
the whole model. Weights are quantised per channel and to 7 of the 8 bits: without that, processors that lack VNNI
overflow, which costs about two points of F1.

Attention becomes ONNX Runtime's own operator, without a mask: the tagger reads one window at a time, and none is padded.
"""

import argparse
import copy
import tempfile
from pathlib import Path

import msgspec
import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional

from counterclaim.models.tagger.lattice import Settings
from training.attribution.evaluate import load_network
from training.attribution.network import HEADS, LAYERS, WIDTH, Network


class Table(nn.Module):
    """An embedding in 8 bits with a scale for each row: one scale for all costs some tenths of a point of F1."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.detach().abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("scale", scale)
        self.register_buffer("table", (weight.detach() / scale).round().to(torch.int8))

    def forward(self, index: Tensor) -> Tensor:
        """The rows of `index`."""
        rows: Tensor = functional.embedding(index, self.table).float() * functional.embedding(index, self.scale)
        return rows


class Graph(nn.Module):
    """The network with its word embedding as a `Table`, and tags in logarithms of probabilities."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = copy.deepcopy(network)
        self.network.words = Table(network.words.weight)  # type: ignore[assignment]

    def forward(self, pieces: Tensor, places: Tensor, shapes: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """As `Network.forward`, tags in logarithms of probabilities."""
        tags, queries, keys = self.network(pieces, places, shapes)
        return tags.log_softmax(-1), queries, keys


def export(network: Network, settings: Settings, window: int, out: Path) -> None:
    """Write `network` to `out` in 8 bits."""
    pieces = torch.randint(1000, 2000, (2, 24))
    pieces[1, 20:] = 0
    inputs = (pieces, torch.zeros_like(pieces), torch.zeros_like(pieces))
    names = ["pieces", "places", "shapes"]
    outputs = ["tags", "queries", "keys"]
    axes = {name: {0: "windows", 1: "pieces_of_window"} for name in names + outputs}
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            Graph(network.eval()), inputs, str(plain), input_names=names, output_names=outputs, dynamic_axes=axes,
            opset_version=17, dynamo=False,
        )  # fmt: skip
        quantize_dynamic(
            plain, out, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul"], nodes_to_exclude=_heads(plain),
        )  # fmt: skip
    model = with_attention(onnx.load(str(out)))
    metadata = {
        "settings": msgspec.json.encode(settings).decode(),
        "distance": msgspec.json.encode([[round(x, 4) for x in row] for row in network.distance.tolist()]).decode(),
        "window": str(window),
    }
    onnx.helper.set_model_props(model, metadata)
    onnx.save(model, str(out))


def with_attention(model: onnx.ModelProto) -> onnx.ModelProto:
    """`model` with each layer's attention as one operator, and what only the old ones needed left out."""
    graph, thirds = model.graph, "thirds"
    graph.initializer.append(onnx.numpy_helper.from_array(np.full(3, WIDTH, dtype=np.int64), thirds))
    own: list[onnx.NodeProto] = []
    for number in range(LAYERS):
        at = f"/network/layers.{number}/"
        parts = [at + "query", at + "key", at + "value"]
        own.append(onnx.helper.make_node("Split", [at + "mixed/MatMul_output_0", thirds], parts, at + "Split", axis=-1))
        mixed = [*parts, f"network.layers.{number}.mixed.bias"]
        own.append(
            onnx.helper.make_node(
                "MultiHeadAttention",
                mixed,
                [at + "Reshape_1_output_0"],
                at + "Attention",
                domain="com.microsoft",
                num_heads=HEADS,
            )
        )
    giver = {output: node for node in (*graph.node, *own) for output in node.output}
    ordered: dict[str, onnx.NodeProto] = {}
    waiting = [output.name for output in reversed(graph.output)]
    while waiting:
        node = giver.get(waiting[-1])
        lacking = [name for name in node.input if name in giver and giver[name].name not in ordered] if node else []
        if lacking:
            waiting += lacking
            continue
        waiting.pop()
        if node is not None:
            ordered[node.name] = node
    asked = {name for node in ordered.values() for name in node.input}
    kept = [weights for weights in graph.initializer if weights.name in asked]
    del graph.node[:], graph.initializer[:]
    graph.node.extend(ordered.values())
    graph.initializer.extend(kept)
    model.opset_import.append(onnx.helper.make_opsetid("com.microsoft", 1))
    return model


def _heads(model: Path) -> list[str]:
    """Names of the matrix products outside the encoder's layers: the heads, small and better left alone."""
    nodes = onnx.load(str(model)).graph.node
    return [node.name for node in nodes if node.op_type == "MatMul" and "/layers." not in node.name]


def main() -> None:
    """Parse the command line and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--settings", default="{}")
    parser.add_argument("--window", type=int, default=128)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    settings = msgspec.json.decode(args.settings, type=Settings)
    export(load_network(args.weights), settings, args.window, args.out)


if __name__ == "__main__":
    main()
