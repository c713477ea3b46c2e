"""Writes the files of this folder, with PyTorch 1.13. The files of e3nn need that package: python3 make.py e3nn_0_5_1

e3nn 0.4.4 reads its couplings from a file. Where that is not at hand, couplings of 0.5.1 with the signs of 0.4.4 do: the middle
coefficient of a tensor of ascending degrees is positive, or the first one where the middle one is zero.
"""

import json
import sys
from collections import OrderedDict

import torch


def numbers(*shape, start=1, dtype=torch.float32):
    count = int(torch.tensor(shape).prod()) if shape else 1
    return (torch.arange(start, start + count, dtype=torch.float64) / 4).reshape(shape).to(dtype)


def write_e3nn(name):
    from e3nn import nn, o3

    torch.set_default_dtype(torch.float64)
    torch.manual_seed(1)

    class Model(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.tp = o3.FullyConnectedTensorProduct("2x1o + 2e", "1o + 2e", "2x0e + 1o + 1e + 2e + 2o")
            self.lin = o3.Linear("2x0e + 1o + 1e + 2e + 2o", "3x0e + 2x1o + 1e", biases=True)
            paths = [(0, 1, 0, "uvu", True), (0, 0, 1, "uvu", True)]
            self.conv = o3.TensorProduct("2x2e", "2e + 1e", "2x2e + 2x1e", paths, internal_weights=False, shared_weights=False)
            self.fc = nn.FullyConnectedNet([3, 5, self.conv.weight_numel], torch.nn.functional.silu)

    model = Model()
    torch.nn.init.normal_(model.lin.bias)
    x, y = torch.randn(4, 11), torch.randn(4, 8)
    u, v, r = torch.randn(4, 10), torch.randn(4, 8), torch.randn(4, 3)
    values = {"x": x, "y": y, "tp": model.tp(x, y), "lin": model.lin(model.tp(x, y)), "u": u, "v": v, "r": r, "conv": model.conv(u, v, model.fc(r))}
    torch.save(model.state_dict(), f"{name}.pt")
    with open(f"{name}.json", "w") as file:
        json.dump({key: value.tolist() for key, value in values.items()}, file)


def write_others():
    types = [torch.float64, torch.float32, torch.float16, torch.bfloat16, torch.int64, torch.int32, torch.int16, torch.int8, torch.uint8]
    state = {str(dtype)[6:]: numbers(2, 3, start=4, dtype=dtype) for dtype in types}
    torch.save({**state, "bool": numbers(2, 3) > 1, "scalar": numbers(), "empty": numbers(0, 3)}, "types.pt")

    base = numbers(3, 4)
    parts = {"transposed": numbers(3, 2).t(), "column": base[:, 1], "slice": base[1:, :2], "every_other": base.flatten()[1::2]}
    views = {**parts, "expanded": numbers(3).unsqueeze(-1).expand(3, 2), "whole": base, "none": base.flatten()[12:]}
    torch.save(OrderedDict(views), "views.pt")

    module = torch.nn.Linear(2, 3)
    with torch.no_grad():
        module.weight.copy_(numbers(3, 2))
        module.bias.copy_(numbers(3, start=7))
    state = module.state_dict()
    for protocol in [1, 2, 4, 5]:
        torch.save(state, f"state_protocol{protocol}.pt", pickle_protocol=protocol)
    torch.save(dict(module.named_parameters()), "parameters.pt")

    optimizer = torch.optim.Adam(torch.nn.Linear(2, 3).parameters())
    optimizer.param_groups[0]["params"][0].grad = torch.ones(3, 2)
    optimizer.step()
    scheduler = torch.optim.lr_scheduler.MultiStepLR(optimizer, [2, 5])
    training = {"epoch": 7, "model": state, "optimizer": optimizer.state_dict(), "scheduler": scheduler.state_dict(), "loss": 0.25}
    torch.save(training, "training.pt")
    torch.save({"model": state, "average": {name: value + 1 for name, value in state.items()}}, "two_states.pt")

    torch.save(state, "before_1_6.pt", _use_new_zipfile_serialization=False)
    torch.save(module, "module.pt")
    torch.save(numbers(2, 3), "tensor.pt")
    torch.save([numbers(2)], "list.pt")
    torch.save({"epoch": 3}, "no_tensors.pt")
    torch.save({"a": numbers(2), "z": numbers(2).to(torch.complex64), "epoch": 3}, "mixed.pt")
    torch.save({"a": numbers(2, 2).to_sparse()}, "sparse.pt")
    torch.save({"a": torch.quantize_per_tensor(numbers(2), 0.25, 0, torch.qint8)}, "quantized.pt")
    torch.jit.script(module).save("program.pt")


if len(sys.argv) > 1:
    write_e3nn(sys.argv[1])
else:
    write_others()
