namespace Reps.Generators.Models;

/// <summary>A class to complete with a symmetric contraction.</summary>
/// <param name="Type">The class.</param>
/// <param name="Input">The input.</param>
/// <param name="Output">The output.</param>
/// <param name="Correlation">The highest degree of the polynomials.</param>
/// <param name="Normalization">Whether paths into the same output share its variance.</param>
/// <param name="Visibility">The visibility of members that name the operand types.</param>
internal sealed record SymmetricContractionModel(
    TypeModel Type,
    OperandModel Input,
    OperandModel Output,
    int Correlation,
    PathNormalization Normalization,
    string Visibility
);
