using System.Linq;
using System.Threading;
using Potential.Data;
using Potential.Dynamics;
using Reps.Tests.Samples.Support;
using static TorchSharp.torch;

namespace Reps.Tests.Samples.Dynamics;

public sealed class ModelForceFieldTests
{
    private const string Crystal =
        "6\nLattice=\"4.2 0 0 0.4 4.4 0 0 -0.3 4.8\" Properties=species:S:1:pos:R:3\n"
        + "O 0 0 0\nH 2.1 0 0.1\nO 0 2.2 0\nH 2.1 2.2 2.2\nO 0 0.1 2.4\nH 2.3 0 2.5\n";

    [Fact]
    public void ForcesAreMinusTheSlopesOfTheEnergyInACrystal()
    {
        XyzFrame frame = ExtendedXyz.Parse(Crystal)[0];
        using PairModel model = Model();
        ModelForceField field = new(model, frame, 1, CPU);
        double[] positions = [.. frame.Positions], forces = new double[18], scratch = new double[18];
        field.Evaluate(positions, forces);
        for (int n = 0; n < 18; n++)
        {
            positions[n] += 1e-4;
            double up = field.Evaluate(positions, scratch);
            positions[n] -= 2e-4;
            double down = field.Evaluate(positions, scratch);
            positions[n] += 1e-4;
            Assert.Equal(-(up - down) / 2e-4, forces[n], 1e-6);
        }
        for (int axis = 0; axis < 3; axis++) Assert.Equal(0, Enumerable.Range(0, 6).Sum(atom => forces[(3 * atom) + axis]), 1e-9);
    }

    [Fact]
    public void TheEnergyOfACrystalIsConservedWhileAtomsCrossItsFaces()
    {
        XyzFrame frame = ExtendedXyz.Parse(Crystal)[0];
        using PairModel model = Model();
        ModelForceField field = new(model, frame, 0.5, CPU);
        AtomsInMotion atoms = new(frame.Positions, AtomicMasses.Of(frame.AtomicNumbers));
        atoms.Heat(300, new GaussianNumbers(1));
        // The whole crystal flies through itself: 0.02 Å/fs, for 800 fs.
        for (int n = 0; n < 18; n++) atoms.Velocities[n] += 0.02;
        Simulation simulation = new(atoms, field, new VelocityVerlet(0.4), 0.4);
        simulation.Run(2000, 100, _ => { }, CancellationToken.None);
        Assert.InRange(simulation.Energies.Fluctuation, 0, 0.5);
        Assert.InRange(simulation.Energies.Drift, -0.5, 0.5);
        Assert.InRange(field.Searches, 20, 1000);
        Assert.True(atoms.Positions[0] > 10);
    }

    private static PairModel Model()
    {
        manual_seed(2);
        return new PairModel(new() { Elements = ["H", "O"], Cutoff = 3.5, Precision = "float64" }, new DataStatistics([-3, -20], 1, 4));
    }
}
