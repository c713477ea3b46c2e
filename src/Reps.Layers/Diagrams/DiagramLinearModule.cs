using System;
using Reps.Algebra;
using Reps.Layers.Checkpoints;
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
public sealed class DiagramLinearModule : nn.Module<Tensor, int[], Tensor>, IDiagramLinearModule, ILayoutModule
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
        _weight = DiagramParameters.Weights(Plan);
        _bias = biases ? DiagramParameters.Biases(Plan) : null;
        RegisterComponents();
    }

    /// <inheritdoc/>
    public DiagramPlan Plan => _layer.Plan;

    /// <inheritdoc/>
    public Parameter? Weight => _weight;

    /// <inheritdoc/>
    public Parameter? Bias => _bias;

    string ILayoutModule.Layout => CheckpointLayout.Of(Plan.Output.ToString(), Plan.Input.ToString());

    /// <summary>The weights of one diagram.</summary>
    /// <param name="diagram">Its name: <see cref="DiagramPlan.NameOf"/>.</param>
    /// <returns>[input channels, output channels], a view.</returns>
    /// <exception cref="ArgumentException">The layer has no diagram of that name.</exception>
    public Tensor WeightOf(string diagram) => DiagramParameters.Of(Plan, _weight, diagram);

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

    /// <summary>Two modules with nothing between them as one, with the weights that they have now. Gradients do not reach the two.</summary>
    /// <param name="second">The module that acts last.</param>
    /// <param name="first">The module that acts first.</param>
    /// <param name="sizes">n of each space that the signature leaves open; the weights are those for this n.</param>
    /// <returns>The module, of the same numbers on the same device; a generated module of the same signatures can take its state.</returns>
    /// <exception cref="ArgumentException">The first module's output is not the second's input, or the sizes are wrong.</exception>
    public static DiagramLinearModule Collapse(IDiagramLinearModule second, IDiagramLinearModule first, params int[] sizes)
    {
        ArgumentNullException.ThrowIfNull(second);
        ArgumentNullException.ThrowIfNull(first);
        DiagramStack stack = new(second.Plan, first.Plan);
        int[] all = OpenSizes.Complete(first.Plan.Input, sizes);
        double[] weights = new double[stack.Layer.WeightCount], biases = new double[stack.Layer.BiasCount];
        stack.Compose<double>(
            all, DiagramParameters.Numbers(second.Weight), DiagramParameters.Numbers(second.Bias), DiagramParameters.Numbers(first.Weight),
            DiagramParameters.Numbers(first.Bias), weights, biases);
        DiagramLinearModule result = new(stack.Layer, second.Bias is not null || first.Bias is not null);
        if ((second.Weight ?? first.Weight) is Parameter like) result.to(like.dtype).to(like.device);
        using DisposeScope scope = NewDisposeScope();
        using IDisposable ungraded = no_grad();
        result.Weight?.copy_(tensor(weights));
        result.Bias?.copy_(tensor(biases));
        return result;
    }

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
        int[] all = OpenSizes.Complete(Plan.Input, sizes);
        OpenSizes.Check(Plan.Input, all, input.shape, nameof(input));
        Arguments.Real(GetName(), input, nameof(input));
        return DiagramCall.Evaluate(new RunTimeDiagrams(_layer, all, _orbits), input, _weight, _bias);
    }
}
