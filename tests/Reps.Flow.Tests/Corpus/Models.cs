using Reps;
using Reps.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Linear = TorchSharp.Modules.Linear;

namespace Corpus;

public static class EquivariantCloud
{
    private static readonly Linear s_first = nn.Linear(1, 6, hasBias: true, dtype: ScalarType.Float64);
    private static readonly Linear s_sources = nn.Linear(4, 6, hasBias: true, dtype: ScalarType.Float64);
    private static readonly Linear s_targets = nn.Linear(4, 6, hasBias: true, dtype: ScalarType.Float64);
    private static readonly Linear s_last = nn.Linear(6, 1, hasBias: true, dtype: ScalarType.Float64);

    [return: Nodes(0), Positions]
    public static Tensor Run([Shape(5, 3), Nodes(0), Positions(Rank = 2)] Tensor p, [Shape(5, 4), Nodes(0), Rep("4x0e", Rank = 2)] Tensor h)
    {
        Tensor differences = p.unsqueeze(1) - p.unsqueeze(0);
        Tensor squares = (differences * differences).sum(-1, keepdim: true);
        Tensor messages = s_first.call(squares).tanh() + s_sources.call(h).unsqueeze(0) + s_targets.call(h).unsqueeze(1);
        Tensor weights = s_last.call(messages.sigmoid());
        return p + (differences * weights).mean([1L]);
    }
}

public static class CloudEnergy
{
    private static readonly Linear s_first = nn.Linear(4, 8, hasBias: true, dtype: ScalarType.Float64);
    private static readonly Linear s_last = nn.Linear(8, 1, hasBias: true, dtype: ScalarType.Float64);

    public static Tensor Run([Shape(5, 3), Nodes(0), Positions(Rank = 2)] Tensor p, [Shape(5, 4), Nodes(0), Rep("4x0e", Rank = 2)] Tensor h)
    {
        Tensor distances = cdist(p, p);
        Tensor attention = (-distances).softmax(1);
        Tensor mixed = attention.matmul(h);
        Tensor hidden = s_first.call(mixed).relu();
        Tensor energies = s_last.call(hidden);
        return energies.sum([0L]);
    }
}

public static class EdgeMessages
{
    private static readonly Linear s_filters = nn.Linear(1, 4, hasBias: true, dtype: ScalarType.Float64);

    [return: Rep("4x1o")]
    public static Tensor Run([Shape(5, 3), Nodes(0), Positions(Rank = 2)] Tensor p, [Shape(5, 4), Nodes(0), Rep("4x0e", Rank = 2)] Tensor h, [NodeIndices(6)] Tensor from, [NodeIndices(6)] Tensor to)
    {
        Tensor vectors = p.index_select(0, to) - p.index_select(0, from);
        Tensor lengths = vectors.norm(-1, keepdim: true) + 0.1;
        Tensor directions = vectors / lengths;
        Tensor filters = s_filters.call((-lengths).exp()) * h.index_select(0, from);
        Tensor messages = directions.unsqueeze(-1) * filters.unsqueeze(-2);
        return messages.flatten(-2);
    }
}

public static class PainnUpdate
{
    private static readonly Linear s_u = nn.Linear(4, 4, hasBias: false, dtype: ScalarType.Float64);
    private static readonly Linear s_w = nn.Linear(4, 4, hasBias: false, dtype: ScalarType.Float64);
    private static readonly Linear s_gates = nn.Linear(8, 12, hasBias: true, dtype: ScalarType.Float64);

    [return: Rep("4x0e + 4x1o")]
    public static Tensor Run([Rep("4x0e + 4x1o")] Tensor x)
    {
        Tensor s = x.narrow(-1, 0, 4);
        Tensor v = x.narrow(-1, 4, 12).reshape(-1, 3, 4);
        Tensor u = s_u.call(v);
        Tensor w = s_w.call(v);
        Tensor norms = w.pow(2).sum(-2).sqrt();
        Tensor gates = s_gates.call(cat([s, norms], -1)).silu();
        Tensor inner = (u * w).sum(-2);
        Tensor scalars = s + gates.narrow(-1, 0, 4) * inner + gates.narrow(-1, 4, 4);
        Tensor vectors = v + u * gates.narrow(-1, 8, 4).unsqueeze(-2);
        return cat([scalars, vectors.flatten(-2)], -1);
    }
}

public static class GatedBlock
{
    private static readonly Linear s_gates = nn.Linear(4, 4, hasBias: true, dtype: ScalarType.Float64);
    private static readonly Linear s_mix = nn.Linear(4, 4, hasBias: false, dtype: ScalarType.Float64);

    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x0e + 4x1o")] Tensor x)
    {
        Tensor[] parts = x.split([4L, 12L], -1);
        Tensor gates = s_gates.call(parts[0]).sigmoid();
        Tensor vectors = parts[1].unflatten(parts[1].dim() - 1, 3, 4);
        Tensor mixed = s_mix.call(vectors);
        Tensor norms = mixed.norm(-2, keepdim: true);
        Tensor scaled = mixed / (norms + 1);
        return (scaled * gates.unsqueeze(-2)).flatten(-2);
    }
}

public static class InertiaTensor
{
    [return: Rep("O(3): 1xV^2")]
    public static Tensor Run([Shape(5, 3), Nodes(0), Positions(Rank = 2)] Tensor p, [Shape(5, 1), Nodes(0), Rep("1x0e", Rank = 2)] Tensor mass)
    {
        Tensor weights = mass.abs();
        Tensor centred = p - p.mean([0L], keepdim: true);
        Tensor outer = centred.unsqueeze(-1) * centred.unsqueeze(-2);
        Tensor weighted = outer * weights.unsqueeze(-1);
        return weighted.sum([0L]).unsqueeze(-1);
    }
}

public static class ChiralityScore
{
    private static readonly Linear s_odd = nn.Linear(1, 4, hasBias: false, dtype: ScalarType.Float64);
    private static readonly Linear s_even = nn.Linear(4, 2, hasBias: true, dtype: ScalarType.Float64);

    public static Tensor Run([Rep("1o")] Tensor a, [Rep("1o")] Tensor b, [Rep("1o")] Tensor c)
    {
        Tensor volume = (linalg.cross(a, b) * c).sum(-1, keepdim: true);
        Tensor odd = s_odd.call(volume).tanh();
        Tensor even = odd * odd;
        return s_even.call(even).sigmoid();
    }
}

public static class GraphNetwork
{
    private static readonly Linear s_first = nn.Linear(4, 6, hasBias: true, dtype: ScalarType.Float64);
    private static readonly Linear s_second = nn.Linear(6, 6, hasBias: true, dtype: ScalarType.Float64);
    private static readonly Linear s_last = nn.Linear(6, 2, hasBias: true, dtype: ScalarType.Float64);

    public static Tensor Run([Shape(5, 4), Nodes(0), Rep("4x0e", Rank = 2)] Tensor x, [Shape(5, 5, 1), Rep("S(n): 1xV^2", Rank = 3)] Tensor a)
    {
        Tensor adjacency = a.squeeze(-1).sigmoid();
        Tensor degrees = adjacency.sum(-1, keepdim: true);
        Tensor first = (adjacency.matmul(s_first.call(x)) / degrees).relu();
        Tensor second = (adjacency.matmul(s_second.call(first)) / degrees).relu();
        return s_last.call(second.mean([0L]));
    }
}

public static class AttentionOfVectors
{
    private static readonly Linear s_queries = nn.Linear(4, 4, hasBias: true, dtype: ScalarType.Float64);
    private static readonly Linear s_keys = nn.Linear(4, 4, hasBias: true, dtype: ScalarType.Float64);

    [return: Rep("1o")]
    public static Tensor Run([Shape(6, 3), Rep("1o", Rank = 2)] Tensor v, [Shape(6, 4), Rep("4x0e", Rank = 2)] Tensor s)
    {
        Tensor queries = s_queries.call(s);
        Tensor keys = s_keys.call(s);
        Tensor scores = queries.matmul(keys.transpose(0, 1)) / 2 + v.matmul(v.transpose(0, 1));
        return scores.softmax(-1).matmul(v);
    }
}

public static class NormBatch
{
    [return: Rep("4x1o")]
    public static Tensor Run([Shape(6, 12), Rep("4x1o", Rank = 2)] Tensor x)
    {
        Tensor vectors = x.reshape(6, 3, 4);
        Tensor squares = vectors.pow(2).sum(1, keepdim: true);
        Tensor mean = squares.mean([0L], keepdim: true);
        Tensor scale = (mean + 1e-3).rsqrt();
        return (vectors * scale).reshape(6, 12);
    }
}

public static class TypedResidual
{
    private static readonly Linear s_gates = nn.Linear(4, 4, dtype: ScalarType.Float64);

    public static Feature<Hidden> Run(Feature<Hidden> x)
    {
        Tensor scalars = x.Segment(0).squeeze(-2);
        Tensor vectors = x.Segment(1);
        Tensor gates = s_gates.call(scalars).sigmoid();
        Feature<Hidden> update = new(cat([scalars.silu(), (vectors * gates.unsqueeze(-2)).flatten(-2)], -1));
        return x + 0.5 * update;
    }
}

public static class StressEnergy
{
    public static Tensor Run([Rep("O(3): 1xV^2")] Tensor strain)
    {
        Tensor matrix = strain.squeeze(-1);
        Tensor symmetric = (matrix + matrix.transpose(-1, -2)) / 2;
        Tensor squared = (symmetric * matrix).sum([-2L, -1L]);
        return squared.exp() - 1;
    }
}
