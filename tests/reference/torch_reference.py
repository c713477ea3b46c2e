"""Writes torch.json, with which the tests of Reps.LibTorch compare. Made with /usr/bin/python3 and Debian's torch 1.13: python3 torch_reference.py > torch.json"""

import json
import math

import torch
import torch.nn.functional as F

none = {"reduction": "none"}


def rows(tensor):
    return {"shape": list(tensor.shape), "data": [float(v) for v in tensor.detach().flatten().double()]}


def activations():
    x = torch.tensor([-30.0, -3.2, -1.0, -0.4, -0.1, 0.0, 0.1, 0.3, 0.6, 1.0, 2.5, 7.0, 30.0], dtype=torch.float64)
    all = {
        "ReLU": F.relu(x), "ReLU6": F.relu6(x), "SELU": F.selu(x), "SiLU": F.silu(x), "Mish": F.mish(x), "Sigmoid": torch.sigmoid(x),
        "Tanh": torch.tanh(x), "CELU": F.celu(x, 1.3), "ELU": F.elu(x, 1.3), "LeakyReLU": F.leaky_relu(x, 0.2),
        "Hardtanh": F.hardtanh(x, -0.7, 1.5), "Threshold": F.threshold(x, 0.2, -5), "RReLU": F.rrelu(x), "Softplus": F.softplus(x, 1.5, 10),
        "Hardshrink": F.hardshrink(x, 0.35), "Softshrink": F.softshrink(x, 0.35), "GELU": F.gelu(x), "GELU tanh": F.gelu(x, approximate="tanh"),
        "LogSigmoid": F.logsigmoid(x), "Softmax": F.softmax(x, 0), "LogSoftmax": F.log_softmax(x, 0), "Softmin": F.softmin(x, 0),
        "Softsign": F.softsign(x), "Tanhshrink": F.tanhshrink(x), "Hardsigmoid": F.hardsigmoid(x), "Hardswish": F.hardswish(x),
        "GLU": F.glu(x[:12], 0), "PReLU": F.prelu(x, torch.tensor([0.25], dtype=torch.float64)),
    }
    return {"x": rows(x)["data"], "y": {name: rows(y)["data"] for name, y in all.items()}}


def losses():
    d = {"dtype": torch.float64}
    x = torch.tensor([[0.3, -1.2, 2.0], [0.1, 0.5, -0.4]], **d)
    y = torch.tensor([[1.0, -1.0, 0.5], [0.2, 2.9, -0.1]], **d)
    p = torch.tensor([[0.2, 0.7, 0.9], [0.4, 0.5, 0.05]], **d)
    bits = torch.tensor([[1.0, 0.0, 1.0], [0.0, 1.0, 1.0]], **d)
    signs = torch.tensor([[1.0, -1.0, 1.0], [-1.0, 1.0, 1.0]], **d)
    sign = torch.tensor([1.0, -1.0], **d)
    w = torch.tensor([0.5, 2.0, 1.5], **d)
    classes = torch.tensor([2, 0])
    labels = torch.tensor([[2, 0, -1], [1, -1, 0]])
    near, far = 0.9 * x, y
    logs = F.log_softmax(x, 1)
    sequence = F.log_softmax(torch.arange(24, **d).reshape(4, 2, 3).sin(), 2)
    all = {
        "mse": lambda r: F.mse_loss(x, y, reduction=r), "l1": lambda r: F.l1_loss(x, y, reduction=r),
        "smooth_l1": lambda r: F.smooth_l1_loss(x, y, beta=0.7, reduction=r), "huber": lambda r: F.huber_loss(x, y, delta=0.7, reduction=r),
        "soft_margin": lambda r: F.soft_margin_loss(x, signs, reduction=r),
        "multi_label_margin": lambda r: F.multilabel_margin_loss(x, labels, reduction=r),
        "hinge_embedding": lambda r: F.hinge_embedding_loss(x, signs, margin=0.8, reduction=r),
        "margin_ranking": lambda r: F.margin_ranking_loss(x, y, signs, margin=0.3, reduction=r),
        "cosine_embedding": lambda r: F.cosine_embedding_loss(x, y, sign, margin=0.1, reduction=r),
        "kl_div": lambda r: F.kl_div(logs, p, log_target=False, reduction=r), "kl_div log": lambda r: F.kl_div(logs, p.log(), log_target=True, reduction=r),
        "nll": lambda r: F.nll_loss(logs, classes, w, reduction=r), "bce": lambda r: F.binary_cross_entropy(p, bits, w, reduction=r),
        "bce_logits": lambda r: F.binary_cross_entropy_with_logits(x, bits, w, pos_weight=2 * w, reduction=r),
        "cross_entropy": lambda r: F.cross_entropy(x, classes, w, label_smoothing=0.1, reduction=r),
        "cross_entropy ignoring": lambda r: F.cross_entropy(x, classes, ignore_index=0, reduction=r),
        "poisson": lambda r: F.poisson_nll_loss(x, y.abs(), full=True, reduction=r),
        "multi_margin": lambda r: F.multi_margin_loss(x, classes, p=2, margin=0.9, weight=w, reduction=r),
        "ctc": lambda r: F.ctc_loss(sequence, torch.tensor([[1, 2], [2, 1]]), torch.tensor([4, 3]), torch.tensor([2, 1]), reduction=r),
        "triplet": lambda r: F.triplet_margin_loss(x, near, far, margin=1.7, p=2, swap=True, reduction=r),
        "triplet_distance": lambda r: F.triplet_margin_with_distance_loss(
            x, near, far, distance_function=lambda a, b: (a - b).abs().sum(-1), margin=4.0, swap=True, reduction=r),
        "multilabel_soft_margin": lambda r: F.multilabel_soft_margin_loss(x, bits, w, reduction=r),
    }
    inputs = {"x": x, "y": y, "p": p, "bits": bits, "signs": signs, "sign": sign, "w": w, "sequence": sequence}
    return {"inputs": {k: rows(v) for k, v in inputs.items()}, "values": {n: {r: rows(f(r))["data"] for r in ("none", "mean", "sum")} for n, f in all.items()}}


def first_values():
    def after(seed, make):
        torch.manual_seed(seed)
        return rows(make())

    def linear(what):
        layer = torch.nn.Linear(3, 2)
        return getattr(layer, what)

    e = lambda *s: torch.empty(*s, dtype=torch.float64)
    i = torch.nn.init
    return {
        "linear.weight": after(1, lambda: linear("weight")), "linear.bias": after(1, lambda: linear("bias")),
        "embedding": after(2, lambda: torch.nn.Embedding(4, 3, padding_idx=1).weight),
        "xavier_uniform": after(3, lambda: i.xavier_uniform_(e(4, 3), 1.5)), "xavier_normal": after(4, lambda: i.xavier_normal_(e(4, 3, 2), 1.5)),
        "kaiming_uniform": after(5, lambda: i.kaiming_uniform_(e(4, 3), 0.3)),
        "kaiming_normal": after(6, lambda: i.kaiming_normal_(e(4, 3, 2), mode="fan_out", nonlinearity="relu")),
        "orthogonal tall": after(7, lambda: i.orthogonal_(e(4, 3), 2)), "orthogonal wide": after(8, lambda: i.orthogonal_(e(2, 3, 2))),
        "trunc_normal": after(9, lambda: i.trunc_normal_(e(4, 4), 0.5, 2, -1, 1.5)), "sparse": after(10, lambda: i.sparse_(e(5, 3), 0.5)),
        "dirac": after(11, lambda: i.dirac_(e(3, 2, 3))), "eye": after(12, lambda: i.eye_(e(3, 2))),
    }


def start(dtype):
    p = torch.tensor([1.5, -0.8, 0.3], dtype=dtype, requires_grad=True)
    q = torch.tensor([[0.2, -0.5], [1.1, 0.7]], dtype=dtype, requires_grad=True)
    return p, q


def objective(p, q):
    return 0.5 * (p * p * torch.tensor([1.0, 4.0, 0.5], dtype=p.dtype)).sum() + (p[0] * q).sin().sum() + 0.3 * (q * q).sum()


def trajectory(make, dtype, steps=12):
    p, q = start(dtype)
    optimizer = make([p, q])
    path = []

    def closure():
        optimizer.zero_grad()
        loss = objective(p, q)
        loss.backward()
        return loss

    for _ in range(steps):
        optimizer.step(closure)
        path.append([float(v) for v in p] + [float(v) for v in q.flatten()])
    return path


OPTIMIZERS = {
    "SGD": lambda ps: torch.optim.SGD(ps, 0.05), "SGD momentum": lambda ps: torch.optim.SGD(ps, 0.05, 0.9, 0.2, 0.01),
    "SGD nesterov": lambda ps: torch.optim.SGD(ps, 0.05, 0.9, 0, 0.01, True),
    "SGD maximize": lambda ps: torch.optim.SGD(ps, 0.01, 0.5, 0, 0.02, maximize=True),
    "Adam": lambda ps: torch.optim.Adam(ps, 0.05), "Adam amsgrad": lambda ps: torch.optim.Adam(ps, 0.1, (0.8, 0.9), 1e-6, 0.02, True),
    "Adam maximize": lambda ps: torch.optim.Adam(ps, 0.02, weight_decay=0.1, maximize=True),
    "AdamW": lambda ps: torch.optim.AdamW(ps, 0.05, weight_decay=0.1),
    "AdamW amsgrad": lambda ps: torch.optim.AdamW(ps, 0.1, (0.8, 0.9), 1e-6, 0.02, True),
    "RMSprop": lambda ps: torch.optim.RMSprop(ps, 0.02), "RMSprop centered": lambda ps: torch.optim.RMSprop(ps, 0.02, 0.9, 1e-6, 0.01, 0.5, True),
    "RMSprop maximize": lambda ps: torch.optim.RMSprop(ps, 0.02, maximize=True),
    "Adagrad": lambda ps: torch.optim.Adagrad(ps, 0.1), "Adagrad decay": lambda ps: torch.optim.Adagrad(ps, 0.1, 0.05, 0.02, 0.3, 1e-6),
    "LBFGS": lambda ps: torch.optim.LBFGS(ps, 0.1, max_iter=4, history_size=3),
    "LBFGS strong_wolfe": lambda ps: torch.optim.LBFGS(ps, 1, max_iter=4, history_size=5, line_search_fn="strong_wolfe"),
}


def optimizers():
    return {
        name: {"double": trajectory(make, torch.float64), "float": trajectory(make, torch.float32)[-1]} for name, make in OPTIMIZERS.items()
    }


def schedules():
    S = torch.optim.lr_scheduler

    def run(make, steps=24, metric=None, adam=False):
        p = [torch.zeros(1, requires_grad=True), torch.zeros(1, requires_grad=True)]
        groups = [{"params": p[:1]}, {"params": p[1:], "lr": 0.5}]
        optimizer = torch.optim.Adam(groups, 0.1) if adam else torch.optim.SGD(groups, 0.1, momentum=0.9)
        scheduler = make(optimizer)
        rates = []

        def note():
            rates.append([g["lr"] for g in optimizer.param_groups] + [g["betas"][0] if adam else g["momentum"] for g in optimizer.param_groups])

        note()
        for n in range(steps):
            optimizer.step()
            scheduler.step() if metric is None else scheduler.step(metric(n))
            note()
        return rates

    return {
        "StepLR": run(lambda o: S.StepLR(o, 5, 0.3)), "MultiStepLR": run(lambda o: S.MultiStepLR(o, [3, 7, 15], 0.5)),
        "ExponentialLR": run(lambda o: S.ExponentialLR(o, 0.9)), "CosineAnnealingLR": run(lambda o: S.CosineAnnealingLR(o, 7, 0.01)),
        "LambdaLR": run(lambda o: S.LambdaLR(o, lambda n: 1 / (1 + n))), "MultiplicativeLR": run(lambda o: S.MultiplicativeLR(o, lambda n: 0.95)),
        "ConstantLR": run(lambda o: S.ConstantLR(o, 0.25, 6)), "LinearLR": run(lambda o: S.LinearLR(o, 0.2, 0.9, 8)),
        "PolynomialLR": run(lambda o: S.PolynomialLR(o, 9, 2.0)),
        "OneCycleLR": run(lambda o: S.OneCycleLR(o, 1.5, total_steps=25)), "OneCycleLR Adam": run(lambda o: S.OneCycleLR(o, 1.5, total_steps=25), adam=True),
        "OneCycleLR three": run(lambda o: S.OneCycleLR(o, [1.5, 2.5], epochs=5, steps_per_epoch=5, anneal_strategy="linear", three_phase=True)),
        "CyclicLR": run(lambda o: S.CyclicLR(o, 0.01, 0.2, 4, 3)),
        "CyclicLR 2": run(lambda o: S.CyclicLR(o, 0.01, 0.2, 3, mode="triangular2", cycle_momentum=False)),
        "CyclicLR exp": run(lambda o: S.CyclicLR(o, 0.01, 0.2, 3, mode="exp_range", gamma=0.9)),
        "ReduceLROnPlateau": run(lambda o: S.ReduceLROnPlateau(o, factor=0.5, patience=2, cooldown=1, min_lr=0.02), metric=lambda n: 1 / (1 + min(n, 4))),
        "ReduceLROnPlateau max": run(
            lambda o: S.ReduceLROnPlateau(o, "max", 0.3, 1, threshold=0.05, threshold_mode="abs"), metric=lambda n: math.sin(n / 3)),
        "ChainedLR": run(lambda o: S.ChainedScheduler([S.ConstantLR(o, 0.1, 3), S.ExponentialLR(o, 0.9)])),
        "SequentialLR": run(lambda o: S.SequentialLR(o, [S.ConstantLR(o, 0.1, 3), S.ExponentialLR(o, 0.9)], [5])),
    }


print(json.dumps({
    "about": f"computed by /usr/bin/python3 {__file__.split('/')[-1]} with torch {torch.__version__}; doubles but where float is said",
    "activations": activations(), "losses": losses(), "first_values": first_values(), "optimizers": optimizers(), "schedules": schedules(),
}, indent=None))
