using Reps.Algebra;

namespace Reps.Generators.Models;

/// <summary>A struct to complete with a representation.</summary>
/// <param name="Type">The struct.</param>
/// <param name="Signature">The text of its attribute.</param>
internal sealed record RepModel(TypeModel Type, string? Signature);

/// <summary>A class to complete with a tensor product.</summary>
/// <param name="Type">The class.</param>
/// <param name="Left">The left operand.</param>
/// <param name="Right">The right operand.</param>
/// <param name="Output">The output.</param>
/// <param name="Mode">The mode of all paths; null when the paths are named one by one.</param>
/// <param name="HasWeights">Whether the paths of the mode have weights.</param>
/// <param name="Paths">The named paths.</param>
/// <param name="Options">How paths are scaled.</param>
/// <param name="Visibility">The visibility of members that name the operand types.</param>
internal sealed record TensorProductModel(
    TypeModel Type,
    OperandModel Left,
    OperandModel Right,
    OperandModel Output,
    Mode? Mode,
    bool HasWeights,
    EquatableArray<TensorProductInstruction> Paths,
    TensorProductOptions Options,
    string Visibility
);

/// <summary>A class to complete with a linear map.</summary>
/// <param name="Type">The class.</param>
/// <param name="Input">The input.</param>
/// <param name="Output">The output.</param>
/// <param name="Normalization">How paths into the same output share its variance.</param>
/// <param name="Visibility">The visibility of members that name the operand types.</param>
internal sealed record LinearModel(TypeModel Type, OperandModel Input, OperandModel Output, PathNormalization Normalization, string Visibility);

/// <summary>A class to complete with spherical harmonics.</summary>
/// <param name="Type">The class.</param>
/// <param name="Output">The representation to fill.</param>
/// <param name="Normalization">The normalisation of the harmonics.</param>
/// <param name="Normalize">Whether vectors are divided by their length.</param>
/// <param name="Visibility">The visibility of members that name the operand types.</param>
internal sealed record HarmonicsModel(
    TypeModel Type,
    OperandModel Output,
    HarmonicsNormalization Normalization,
    bool Normalize,
    string Visibility
);
