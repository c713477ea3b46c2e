using System.Collections.Generic;
using static TorchSharp.torch;

namespace Reps.Layers.Checkpoints;

/// <summary>The angles and tables that e3nn's grids keep in their state; here they are constants.</summary>
internal static class GridBuffers
{
    /// <summary>Whether a tensor is such a table of one of the modules.</summary>
    public static bool Belongs(string name, IReadOnlyDictionary<string, nn.Module> modules)
    {
        int dot = name.LastIndexOf('.');
        if (!modules.TryGetValue(dot < 0 ? "" : name[..dot], out nn.Module? owner)) return false;
        string own = name[(dot + 1)..];
        return owner switch
        {
            ToS2GridModule or FromS2GridModule => own is "alphas" or "betas" or "sha" or "shb",
            SO3GridModule => own is "D" or "qw" or "alpha" or "beta" or "gamma",
            _ => false,
        };
    }
}
