namespace Reps.Generators.Models;

/// <summary>A class to complete with two diagram layers as one.</summary>
/// <param name="Type">The class.</param>
/// <param name="First">The layer that acts first; its type is the class to complete.</param>
/// <param name="Second">The layer that acts last; its type is the class to complete.</param>
/// <param name="FirstName">What the first layer is called.</param>
/// <param name="SecondName">What the second layer is called.</param>
/// <param name="Visibility">The visibility of members that name the operand types.</param>
internal sealed record DiagramStackModel(
    TypeModel Type, DiagramLinearModel First, DiagramLinearModel Second, string FirstName, string SecondName, string Visibility)
{
    /// <summary>The one layer.</summary>
    public DiagramLinearModel Composite => new(Type, First.Input, Second.Output, false, Visibility);
}
