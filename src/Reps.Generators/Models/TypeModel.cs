using Reps.Algebra;

namespace Reps.Generators.Models;

/// <summary>Where a partial type is declared, as data: enough to open another part of it.</summary>
/// <param name="Namespace">The namespace, escaped for C#; empty for the global one.</param>
/// <param name="Declarations">The containing types from the outside in and then the type itself, each as <c>struct Name</c> or <c>class Name</c>.</param>
/// <param name="Name">The type's own name, escaped for C#.</param>
/// <param name="HintName">A file name that no other type of the compilation has.</param>
/// <param name="CanDerive">Whether it may be given a base class.</param>
/// <param name="HasConstructor">Whether the user wrote a constructor.</param>
internal sealed record TypeModel(
    string Namespace,
    EquatableArray<string> Declarations,
    string Name,
    string HintName,
    bool CanDerive = false,
    bool HasConstructor = false
);
