using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Reps.Generators.Emission;
using Reps.Generators.Models;

namespace Reps.Generators.Parsing;

/// <summary>Reads a representation type.</summary>
internal static class RepParser
{
    /// <summary>The model of a struct that can be completed; null for one that cannot.</summary>
    public static RepModel? Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        if (context.TargetSymbol is not INamedTypeSymbol type || type.TypeKind != TypeKind.Struct) return null;
        // Two attributes on two parts are an error of the compiler; here they would be two files of one name.
        if (type.GetAttributes().Count(static a => AttributeReader.Is(a, Names.Rep)) != 1) return null;
        string? signature = SignatureOf(context.Attributes[0]);
        if (Completion.Check(type, MemberNames(signature), cancellationToken) is not null) return null;
        return new RepModel(TypeParser.Parse(type), signature);
    }

    /// <summary>The text of a representation attribute.</summary>
    public static string? SignatureOf(AttributeData attribute) => AttributeReader.Argument<string>(attribute, 0);

    /// <summary>The names that the generated part of a representation type uses.</summary>
    public static IEnumerable<string> MemberNames(string? signature) =>
        Reps.Algebra.TensorPowers.Describes(signature)
            ? TensorPowersEmitter.MemberNames
            : RepEmitter.MemberNames(Signature.TryParse(signature, out Signature? parsed, out _) ? parsed!.Irreps : Irreps.Empty(Group.O3));

    /// <summary>The operand that a type argument names; null when it is no representation type.</summary>
    public static OperandModel? Operand(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Struct } && AttributeReader.Find(type, Names.Rep) is AttributeData rep
            ? new OperandModel(TypeParser.FullName(type), SignatureOf(rep))
            : null;
}
