using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Reps.Algebra;
using Reps.Generators.Models;

namespace Reps.Generators.Emission;

/// <summary>Completes a struct with its representation.</summary>
internal static class RepEmitter
{
    public static string Emit(RepModel model)
    {
        if (TensorPowers.Describes(model.Signature)) return TensorPowersEmitter.Emit(model);
        string rep = $"global::Reps.IRep<{model.Type.Name}>";
        if (!Signature.TryParse(model.Signature, out Signature? signature, out _))
            return PartialType.Write(model.Type, "// The signature is not valid: see the REPS1xxx errors.", rep, writer => Members(writer, rep, "", 0, "", []));
        Irreps irreps = signature!.Irreps;
        string summary = Remarks.Of(
            $"The representation {signature}: {Number(irreps.Dim)} components in {Number(irreps.Count)} segments.",
            [.. irreps.Select((entry, n) => $"{Number(irreps.Offsets[n])}..{Number(irreps.Offsets[n] + entry.Dim)}  {entry}: [{Number(entry.Irrep.Dim)} components, {Number(entry.Mul)} channels]")]);
        return PartialType.Write(
            model.Type,
            summary,
            IsInvariant(irreps) ? $"global::Reps.IInvariantRep<{model.Type.Name}>" : rep,
            writer => Members(writer, rep, signature.ToString(), irreps.Dim, StaticData.Segments(irreps), Slices(irreps))
        );
    }

    /// <summary>The members that a representation type receives besides its slices; a user's member of that name is an error.</summary>
    public static IEnumerable<string> MemberNames(Irreps irreps)
    {
        yield return "Dim";
        yield return "Signature";
        yield return "Segments";
        yield return "SegmentData";
        foreach ((string name, _, _, _) in Slices(irreps)) yield return name;
    }

    private static void Members(
        CodeWriter writer,
        string rep,
        string signature,
        int dim,
        string segments,
        IEnumerable<(string Name, string Irrep, int Start, int End)> slices
    )
    {
        writer.Lines(
            $$"""
            /// <summary>The number of values in one feature vector.</summary>
            public const int Dim = {{Number(dim)}};

            /// <summary>The signature in its canonical form.</summary>
            public const string Signature = "{{signature}}";

            /// <summary>The entries in storage order; inside a segment the component is outer and the channel inner.</summary>
            public static global::System.ReadOnlySpan<global::Reps.RepSegment> Segments =>
                global::System.Runtime.InteropServices.MemoryMarshal.Cast<int, global::Reps.RepSegment>(SegmentData);
            """
        );
        foreach ((string name, string irrep, int start, int end) in slices)
            writer
                .Line()
                .Line($"/// <summary>The values of {irrep} in a feature vector.</summary>")
                .Line($"public static global::System.Range {name} => new({Number(start)}, {Number(end)});");
        writer.Lines(
            $$"""

            static int {{rep}}.Dim => Dim;

            static string {{rep}}.Signature => Signature;

            // offset, multiplicity, twice the degree, parity
            private static global::System.ReadOnlySpan<int> SegmentData => [{{segments}}];
            """
        );
    }

    private static bool IsInvariant(Irreps irreps)
    {
        foreach (MulIrrep entry in irreps)
            if (!entry.Irrep.IsScalar)
                return false;
        return true;
    }

    /// <summary>The slices of a representation: their names, and the values they cover.</summary>
    public static List<(string Name, string Irrep, int Start, int End)> Slices(Irreps irreps)
    {
        List<(string Name, string Irrep, int Start, int End)> slices = [];
        Dictionary<string, int> seen = [];
        int offset = 0;
        for (int s = 0; s < irreps.Count; s++)
        {
            string name = "L" + irreps[s].Irrep.ToString().Replace('/', '_');
            seen.TryGetValue(name, out int count);
            seen[name] = count + 1;
            // The second segment of the same irrep is L1o_2: names stay when segments are appended.
            string unique = count == 0 ? name : name + (name.IndexOf('_') < 0 ? "_" : "_at") + Number(count + 1);
            slices.Add((unique, irreps[s].ToString(), offset, offset + irreps[s].Dim));
            offset += irreps[s].Dim;
        }
        return slices;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
