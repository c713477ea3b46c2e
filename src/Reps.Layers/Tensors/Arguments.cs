using System;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>
/// Checks of tensors that callers pass. Some native functions of TorchSharp, matrix products among them, end the process where shapes,
/// number types or devices do not fit, so the library checks them before.
/// </summary>
internal static class Arguments
{
    /// <summary>Requires features of a representation: real numbers, as many in the last dimension as it has.</summary>
    /// <param name="owner">What the tensor is passed to, for the message.</param>
    /// <param name="irreps">The representation.</param>
    /// <param name="tensor">[..., dim].</param>
    /// <param name="name">What the argument is called.</param>
    /// <exception cref="ArgumentException">It has another last dimension, or other numbers.</exception>
    public static void Features(string owner, Irreps irreps, Tensor tensor, string name)
    {
        ArgumentNullException.ThrowIfNull(tensor, name);
        if (tensor.dim() == 0 || tensor.size(-1) != irreps.Dim)
            throw new ArgumentException(
                $"{owner}: '{name}' has the shape {Shape(tensor)}, "
                    + $"but features of {irreps} have {irreps.Dim} numbers in the last dimension: "
                    + $"pass [..., {irreps.Dim}].",
                name
            );
        Real(owner, tensor, name);
    }

    /// <summary>Requires real numbers.</summary>
    /// <exception cref="ArgumentException">The tensor holds integers, truth values or complex numbers.</exception>
    public static void Real(string owner, Tensor tensor, string name)
    {
        ArgumentNullException.ThrowIfNull(tensor, name);
        if (!tensor.is_floating_point())
            throw new ArgumentException(
                $"{owner}: '{name}' holds {tensor.dtype}, but real numbers are needed: convert it to float or double.",
                name
            );
    }

    /// <summary>Requires a last dimension of a size.</summary>
    /// <exception cref="ArgumentException">It has another, or none.</exception>
    public static void Last(string owner, Tensor tensor, long size, string what, string name)
    {
        ArgumentNullException.ThrowIfNull(tensor, name);
        if (tensor.dim() == 0 || tensor.size(-1) != size)
            throw new ArgumentException($"{owner}: '{name}' has the shape {Shape(tensor)}, but {what}: pass [..., {size}].", name);
    }

    /// <summary>Requires the number type and the device of another tensor.</summary>
    /// <exception cref="ArgumentException">The tensor has others.</exception>
    public static void Alike(string owner, Tensor tensor, string name, Tensor other, string otherName)
    {
        ArgumentNullException.ThrowIfNull(tensor, name);
        ArgumentNullException.ThrowIfNull(other, otherName);
        if (tensor.dtype != other.dtype)
            throw new ArgumentException(
                $"{owner}: '{name}' holds {tensor.dtype}, but '{otherName}' holds {other.dtype}: "
                    + "convert one of them, or the module, with to(…).",
                name
            );
        if (tensor.device_type != other.device_type || tensor.device_index != other.device_index)
            throw new ArgumentException(
                $"{owner}: '{name}' is on {tensor.device}, but '{otherName}' is on {other.device}: move one of them with to(…).",
                name
            );
    }

    /// <summary>The shape of a tensor, as messages show it.</summary>
    public static string Shape(Tensor tensor) => $"[{string.Join(", ", Sizes.Of(tensor))}]";
}
