using Potential.Data;
using Reps;
using static TorchSharp.torch;

namespace Potential.Model;

/// <summary>
/// A network that gives each atom an energy. Here is what such networks share: sums over atoms, references and scale, forces by autograd.
/// </summary>
public abstract class PotentialModule : nn.Module
{
    /// <summary>A network for options and statistics, which do not change any more.</summary>
    protected PotentialModule(string name, PotentialOptions options, DataStatistics statistics)
        : base(name) => (Options, Statistics) = (options, statistics);

    /// <summary>What the model is.</summary>
    public PotentialOptions Options { get; }

    /// <summary>What it took from its data. Plain numbers in double, which a conversion of the module to float leaves alone.</summary>
    public DataStatistics Statistics { get; }

    /// <summary>The type of the network's numbers.</summary>
    public ScalarType Precision => Options.Precision == "float64" ? ScalarType.Float64 : ScalarType.Float32;

    /// <summary>Energies and forces of structures. The results belong to the caller's dispose scope.</summary>
    /// <param name="batch">The structures, with positions of the network's number type on its device.</param>
    /// <param name="training">Whether the loss, and so the forces, will be differentiated by the parameters.</param>
    /// <returns>Energies [frames] in eV, in double; forces [atoms, 3] in eV/Å, as the positions are.</returns>
    public virtual (Tensor Energies, Tensor Forces) Evaluate(AtomBatch batch, bool training)
    {
        using var gradients = enable_grad();
        using var scope = NewDisposeScope();
        Tensor positions = batch.Positions.detach().requires_grad_();
        Tensor vectors = positions.index_select(0, batch.Sources) + batch.Shifts - positions.index_select(0, batch.Targets);
        Tensor atoms = AtomEnergies(batch, vectors).to(ScalarType.Float64);
        Tensor network = zeros([batch.FrameCount], ScalarType.Float64, atoms.device).index_add(0, batch.FrameOfAtom, atoms, 1);
        Tensor energies = Statistics.Scale * network + tensor(Statistics.ReferencesOf(batch), device: atoms.device);
        // An atom without neighbours gives an energy that does not depend on positions at all.
        Tensor? slope = network.requires_grad
            ? autograd.grad([Statistics.Scale * network.sum()], [positions], null, retain_graph: training, create_graph: training, allow_unused: true)[0]
            : null;
        Tensor forces = slope is null ? zeros_like(batch.Positions) : -slope;
        if (!training) (energies, forces) = (energies.detach(), forces.detach());
        return (energies.MoveToOuterDisposeScope(), forces.MoveToOuterDisposeScope());
    }

    /// <summary>Makes the model one that is only asked: derivatives by its parameters are no longer computed.</summary>
    public void Freeze()
    {
        eval();
        foreach (TorchSharp.Modules.Parameter parameter in parameters()) parameter.requires_grad = false;
    }

    /// <summary>The network.</summary>
    /// <param name="batch">The structures.</param>
    /// <param name="vectors">The edges' vectors [edges, 3], of which autograd knows how they depend on the positions: use these, and not positions.</param>
    /// <returns>[atoms]: each atom's energy without its element's reference, in units of the scale. It must not jump where an edge appears.</returns>
    [return: Nodes(0, Rank = 1)]
    protected abstract Tensor AtomEnergies(AtomBatch batch, [Nodes(0), Rep("1o", Rank = 2)] Tensor vectors);
}
