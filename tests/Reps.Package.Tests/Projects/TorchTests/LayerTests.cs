using Reps;
using Reps.Layers;
using Xunit;

[Rep("2x0e + 1x1o")]
public readonly partial struct Hidden;

[Linear<Hidden, Hidden>]
public sealed partial class Mix;

public sealed class LayerTests
{
    [Fact]
    public void LayerTurnsWithItsInput() => ModuleEquivariance.Check<Hidden, Hidden>(new Mix()).Require(1e-5);
}
