namespace Reps.Generators.Models;

/// <summary>A class to complete with the linear maps between tensor powers.</summary>
/// <param name="Type">The class.</param>
/// <param name="Input">The input.</param>
/// <param name="Output">The output.</param>
/// <param name="Spanning">Whether all diagrams are taken, also where they are dependent.</param>
/// <param name="Visibility">The visibility of members that name the operand types.</param>
internal sealed record DiagramLinearModel(TypeModel Type, OperandModel Input, OperandModel Output, bool Spanning, string Visibility);
