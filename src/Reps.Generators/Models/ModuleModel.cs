namespace Reps.Generators.Models;

/// <summary>The torch module that a layer class becomes where Reps.Layers is referenced.</summary>
/// <param name="BaseType">The base class.</param>
/// <param name="Parameters">The parameters of the constructor, which it hands to the base class.</param>
/// <param name="Documentation">The documentation of the constructor.</param>
internal sealed record ModuleModel(string BaseType, string Parameters, string Documentation);
