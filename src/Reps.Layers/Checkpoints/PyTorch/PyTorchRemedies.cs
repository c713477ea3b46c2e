namespace Reps.Layers.Checkpoints.PyTorch;

/// <summary>What to do about a file of PyTorch that is not read.</summary>
internal static class PyTorchRemedies
{
    /// <summary>How a state is saved.</summary>
    public const string SaveState = "Save the state alone, in Python: torch.save(model.state_dict(), \"state.pt\")";
}
