using System.Collections.Generic;
using System.Linq;
using Reps.Algebra;

namespace Reps.Layers.Checkpoints;

/// <summary>
/// Finds the paths whose couplings have the opposite sign in a checkpoint, and where their weights are: minus one goes from the coupling into
/// the weights.
/// </summary>
internal sealed class SignConversion
{
    private readonly string _file;
    private readonly E3nnCheckpointOptions _options;
    private readonly Dictionary<(string Product, (int, int, int) Degrees), int> _stored = [];

    public SignConversion(string file, E3nnCheckpointOptions options, IEnumerable<(string Name, SafeTensor Stored)> tensors)
    {
        (_file, _options, Signs) = (file, options, options.Signs);
        foreach ((string name, SafeTensor stored) in tensors)
            if (E3nnNames.TryCoupling(name, out string product, out (int L1, int L2, int L3) degrees))
                Read(name, stored, product, degrees);
    }

    /// <summary>The signs of the file, as far as they are known.</summary>
    public E3nnSigns? Signs { get; private set; }

    /// <summary>For each tensor the ranges of its last dimension that change their sign.</summary>
    public Dictionary<string, List<(int Offset, int Count)>> Ranges { get; } = [];

    /// <summary>What is flipped, in words.</summary>
    public List<string> Flipped { get; } = [];

    /// <summary>Flips what is to be flipped in one product.</summary>
    public void Convert(string product, TensorProductPlan plan, bool hasOwnWeights)
    {
        int weighted = 0;
        for (int n = 0; n < plan.Instructions.Count; n++)
        {
            TensorProductInstruction path = plan.Instructions[n];
            int segment = path.HasWeight ? weighted++ : -1;
            if (!plan.Evaluated.Contains(n)) continue;
            (int, int, int) degrees = (plan.Left[path.Left].Irrep.L, plan.Right[path.Right].Irrep.L, plan.Output[path.Output].Irrep.L);
            if (!IsFlipped(product, n, degrees)) continue;
            string place = $"path {n} {degrees} of '{product}'";
            if (segment < 0)
                throw new ModuleStateException(
                    _file, null, $"{place} has the sign of e3nn 0.4.4 and older, and no weights that could take it",
                    "Give the path a weight of -1, or train the model anew");
            Segment weights = plan.Segmented.Inputs[2].Segments[segment];
            string name = Tensor(product, place, hasOwnWeights);
            if (!Ranges.TryGetValue(name, out List<(int, int)>? ranges)) Ranges.Add(name, ranges = []);
            ranges.Add((weights.Offset, weights.Size));
            Flipped.Add($"{place}: '{name}', {weights.Size} weights from {weights.Offset} on");
        }
    }

    private void Read(string name, SafeTensor stored, string product, (int L1, int L2, int L3) degrees)
    {
        bool possible = degrees.L1 <= Budget.MaxDegree && degrees.L2 <= Budget.MaxDegree && degrees.L3 <= Budget.MaxDegree && StateTensors.IsFloating(stored);
        int sign = possible ? LegacySigns.Against(stored.ToDoubles(), degrees.L1, degrees.L2, degrees.L3) : 0;
        if (sign == 0)
            throw new ModuleStateException(
                _file, name, "is no coupling tensor in this basis", "It is damaged, or of an e3nn from before February 2021, whose axes were others: such weights cannot be converted");
        if (_stored.TryGetValue((product, degrees), out int before) && before != sign)
            throw new ModuleStateException(_file, name, "has another sign than the same tensor elsewhere in the product", "The file is damaged");
        _stored[(product, degrees)] = sign;
        if (!LegacySigns.Differ(degrees.L1, degrees.L2, degrees.L3)) return;
        E3nnSigns signs = sign > 0 ? E3nnSigns.Current : E3nnSigns.Legacy;
        if (Signs is E3nnSigns known && known != signs)
            throw new ModuleStateException(
                _file, name, $"has the sign of {Version(signs)}, but {(_options.Signs is null ? "another tensor has that" : "the option says")} of {Version(known)}",
                _options.Signs is null ? "Parts of the model are of different versions: load them one by one" : "Leave the option out, because the file knows");
        Signs = signs;
    }

    private bool IsFlipped(string product, int path, (int L1, int L2, int L3) degrees)
    {
        if (_stored.TryGetValue((product, degrees), out int sign)) return sign < 0;
        if (!LegacySigns.Differ(degrees.L1, degrees.L2, degrees.L3)) return false;
        if (Signs is E3nnSigns signs) return signs == E3nnSigns.Legacy;
        throw new ModuleStateException(
            _file, null, $"path {path} {degrees} of '{product}' has opposite signs in e3nn up to 0.4.4 and from 0.5.0 on, and no coupling tensor in the file says which it was",
            "With which version of e3nn was the model trained? Set Signs of the options to Legacy for 0.4.4 or older, or to Current for 0.5.0 or newer");
    }

    private string Tensor(string product, string place, bool hasOwnWeights)
    {
        if (hasOwnWeights) return product.Length == 0 ? "weight" : product + ".weight";
        if (_options.ExternalWeights.TryGetValue(product, out string? name)) return name;
        throw new ModuleStateException(
            _file, null, $"{place} has the sign of e3nn 0.4.4 and older, and its weights are computed elsewhere",
            $"Which tensor yields them in its last dimension? Name it in ExternalWeights of the options, for example [\"{product}\"] = \"fc.layer2.weight\"");
    }

    private static string Version(E3nnSigns signs) => signs == E3nnSigns.Legacy ? "e3nn 0.4.4 and older" : "e3nn 0.5.0 and newer";
}
