using System;
using System.Collections.Generic;
using System.Linq;
using Reps.Algebra;
using Reps.Layers.Diagrams;
using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>
/// Every linear equivariant map between sums of tensor powers of R^n, for S_n, A_n, O(n), SO(n), Sp(n), the automorphisms of graphs, and
/// products. n may be another in every call where the signature leaves it open; the weights are the same.
/// </summary>
public sealed class DiagramLinearModule : nn.Module<Tensor, int[], Tensor>
{
    private readonly DiagramLinear _layer;
    private readonly Lazy<OrbitOperators> _orbits;

    [ComponentName(Name = "weight")]
    private readonly Parameter? _weight;

    [ComponentName(Name = "bias")]
    private readonly Parameter? _bias;

    /// <summary>
    /// Makes a module. Weights are normal, scaled by the number of channels and diagrams, or of inputs through orbits, that each output sums; biases
    /// are zero.
    /// </summary>
    /// <param name="layer">The layer; see <see cref="DiagramLinear.Create"/>.</param>
    /// <param name="biases">Whether the invariants of the output have biases.</param>
    public DiagramLinearModule(DiagramLinear layer, bool biases = false)
        : base(nameof(DiagramLinearModule))
    {
        ArgumentNullException.ThrowIfNull(layer);
        _layer = layer;
        _orbits = new(() => new OrbitOperators(layer.Plan));
        if (Plan.WeightCount > 0) _weight = nn.Parameter(FirstWeights());
        if (biases && Plan.BiasCount > 0) _bias = nn.Parameter(zeros(Plan.BiasCount));
        RegisterComponents();
    }

    /// <summary>The plan: signatures, diagrams, and where the weights of each are.</summary>
    public DiagramPlan Plan => _layer.Plan;

    /// <summary>The weights, [weight count]: for each diagram or orbit [input channels, output channels].</summary>
    public Parameter? Weight => _weight;

    /// <summary>The biases, [bias count]; null without biases.</summary>
    public Parameter? Bias => _bias;

    /// <summary>The linear maps between two sums of tensor powers.</summary>
    /// <param name="input">The input signature: <c>S(n): 16xV^2</c>, <c>Aut(petersen): 16xV^2</c>.</param>
    /// <param name="output">The output signature, of the same groups.</param>
    /// <param name="biases">Whether the invariants of the output have biases.</param>
    /// <param name="spanning">Whether all diagrams are taken, also where they depend on each other; else those of a basis.</param>
    /// <returns>The module.</returns>
    /// <exception cref="SignatureException">A signature is not valid.</exception>
    /// <exception cref="ArgumentException">The groups differ, or the map is beyond the budget.</exception>
    public static DiagramLinearModule Create(string input, string output, bool biases = false, bool spanning = false) =>
        new(DiagramLinear.Create(input, output, spanning), biases);

    /// <summary>Evaluates the layer where the signature fixes every n.</summary>
    /// <param name="input">[..., input dim].</param>
    /// <returns>[..., output dim].</returns>
    /// <exception cref="ArgumentException">The signature leaves an n open, or the shape is wrong.</exception>
    public Tensor forward(Tensor input) => forward(input, []);

    /// <summary>Evaluates the layer.</summary>
    /// <param name="input">[..., input dim]: term after term, each [n, …, n, channels].</param>
    /// <param name="sizes">n of each space that the signature leaves open, in their order.</param>
    /// <returns>[..., output dim].</returns>
    /// <exception cref="ArgumentException">The number of sizes or the shape is wrong.</exception>
    public override Tensor forward(Tensor input, int[] sizes)
    {
        ArgumentNullException.ThrowIfNull(input);
        int[] all = Sizes(sizes);
        long dim = Plan.Input.Dim(all);
        if (input.dim() == 0 || input.shape[^1] != dim)
            throw new ArgumentException(
                $"The tensor has the shape [{string.Join(", ", input.shape)}], but {Plan.Input} with n = {string.Join(", ", all)} has {dim} numbers in the last dimension.", nameof(input));
        using DisposeScope scope = NewDisposeScope();
        Tensor none = zeros(0, dtype: input.dtype, device: input.device);
        Tensor result = new DiagramTensorKernel(_layer, all, _orbits).Apply(input.reshape(-1, dim), _weight ?? none, _bias ?? none);
        return scope.MoveToOuter(result.reshape([.. input.shape[..^1], Plan.Output.Dim(all)]));
    }

    private int[] Sizes(int[] given)
    {
        int open = Plan.Input.Spaces.Count(space => space.IsOpen);
        if (given is null || given.Length != open)
            throw new ArgumentException(
                $"{given?.Length ?? 0} sizes were given for {string.Join("×", Plan.Input.Spaces)}: it leaves {open} open, and each call says what they are.", nameof(given));
        foreach (int size in given)
            if (size < 1)
                throw new ArgumentException($"The size {size} was given for {string.Join("×", Plan.Input.Spaces)}: n must be 1 or more.", nameof(given));
        int next = 0;
        return [.. Plan.Input.Spaces.Select(space => space.IsOpen ? given[next++] : space.N)];
    }

    private Tensor FirstWeights()
    {
        using DisposeScope scope = NewDisposeScope();
        // What an output sums: of diagrams all of its term; of orbits those of its list.
        Dictionary<(int, EquatableArray<int>), int> fanIn = [];
        foreach (DiagramPath path in Plan.Paths) fanIn[Key(path)] = fanIn.GetValueOrDefault(Key(path)) + Plan.Input.Terms[path.Input].Channels;
        Dictionary<(int, EquatableArray<int>), long> lists = [];
        foreach (DiagramPath bias in Plan.Biases)
            if (bias.Orbit is ListOrbit orbit)
                lists[Key(bias)] = orbit.Size;
        Tensor[] parts =
        [
            .. Plan.Paths.Select(path =>
            {
                double summed = path.Orbit is ListOrbit orbit ? orbit.Size / (double)lists[Key(path)] : 1;
                return randn(Plan.Input.Terms[path.Input].Channels * Plan.Output.Terms[path.Output].Channels) / Math.Sqrt(fanIn[Key(path)] * summed);
            }),
        ];
        return scope.MoveToOuter(cat(parts));

        static (int, EquatableArray<int>) Key(DiagramPath path) => (path.Output, path.Orbit?.Outputs ?? default);
    }
}
