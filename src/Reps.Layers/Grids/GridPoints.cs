using static TorchSharp.torch;

namespace Reps.Layers.Grids;

/// <summary>The points of a grid as a tensor.</summary>
internal static class GridPoints
{
    /// <summary>[res_beta, res_alpha, 3].</summary>
    public static Tensor Of(S2Grid grid, ScalarType? dtype, Device? device)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        Tensor points = tensor(grid.Points(), ScalarType.Float64).reshape(grid.ResBeta, grid.ResAlpha, 3);
        return scope.MoveToOuter(points.to(dtype ?? get_default_dtype()).to(device ?? get_default_device()));
    }
}
