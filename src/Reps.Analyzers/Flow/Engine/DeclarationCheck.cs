using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Reps.Analyzers.Flow;

/// <summary>Holds what is inferred against what is declared.</summary>
internal static class DeclarationCheck
{
    public static void Result(FlowReporter reporter, IOperation source, FlowValue value, TensorValue declared, IMethodSymbol method) =>
        Check(reporter, source, value, declared, $"the result of '{method.Name}'", method);

    public static void Variable(FlowReporter reporter, IOperation source, FlowValue value, TensorValue declared, ISymbol variable) =>
        Check(reporter, source, value, declared, $"'{variable.Name}'", variable);

    public static void Input(FlowReporter reporter, IOperation source, FlowValue value, TensorValue declared, string name) =>
        Check(reporter, source, value, declared, $"'{name}'", null);

    public static void Feature(FlowReporter reporter, IOperation source, FlowValue value, TensorValue declared, string rep) =>
        Check(reporter, source, value, declared, $"'Feature<{rep}>'", null);

    private static void Check(FlowReporter reporter, IOperation source, FlowValue value, TensorValue declared, string name, ISymbol? declaration)
    {
        if (value is not TensorValue { IsFixed: false } actual) return;
        Location place = source.Syntax.GetLocation();
        FlowSubject subject = new FlowSubject.Declaration(source, actual, declared, declaration);
        if (actual.Weight != declared.Weight)
        {
            if (actual.Weight != 0) Translations.Report(reporter, place, actual, subject, name);
            return;
        }
        if (actual.Axes.FirstOrDefault(static axis => axis is ProductAxis) is ProductAxis product)
        {
            Products.Report(reporter, product);
            return;
        }
        if (Actions.HasMixed(actual) || !Differ(actual, declared)) return;
        (string inferred, string said) = (Describe.Tensor(actual), Describe.Tensor(declared));
        if (SignsAlone(actual, declared)) reporter.Report(Rules.OddAsInvariant, place, subject, [name, inferred, said, Witness.Inversion]);
        else if (Reordered(actual, declared)) reporter.Report(Rules.OrderDiffers, place, subject, [name, inferred, said]);
        else reporter.Report(
            Rules.DeclaredDiffers,
            place,
            subject,
            [name, inferred, said, Witness.For(Actions.Kind(actual) >= Actions.Kind(declared) ? actual : declared)]
        );
    }

    // Free axes are compared with nothing: their lengths are torch's business, and so is the number of those in front.
    private static bool Differ(TensorValue actual, TensorValue declared)
    {
        if (actual.IsOdd != declared.IsOdd) return true;
        int count = System.Math.Min(actual.Axes.Count, declared.Axes.Count);
        for (int n = 1; n <= count; n++)
        {
            Axis a = actual.Axes[actual.Axes.Count - n];
            Axis d = declared.Axes[declared.Axes.Count - n];
            if (a is FreeAxis && d is FreeAxis) continue;
            if (a is NodeAxis or PointsAxis or PowersAxis || d is NodeAxis or PointsAxis or PowersAxis) continue;
            if (a != d) return true;
        }
        // A representation that one of the two does not have at all.
        return Rest(actual, count).Concat(Rest(declared, count)).Any(static axis => axis is IrrepsAxis);
    }

    private static IEnumerable<Axis> Rest(TensorValue tensor, int count) => tensor.Axes.Take(tensor.Axes.Count - count);

    private static bool SignsAlone(TensorValue actual, TensorValue declared) =>
        actual.Axes.Count(static axis => axis is IrrepsAxis) == 0 && declared.Axes.Count(static axis => axis is IrrepsAxis) == 0
        || (Single(actual) is Irreps a && Single(declared) is Irreps d && Parity.Absolute(a) == Parity.Absolute(d));

    private static bool Reordered(TensorValue actual, TensorValue declared) =>
        Single(actual) is Irreps a && Single(declared) is Irreps d && a.Group == d.Group && a.Regroup() == d.Regroup();

    private static Irreps? Single(TensorValue tensor) =>
        tensor.Axes.Count > 0 && tensor.Axes[tensor.Axes.Count - 1] is IrrepsAxis axis && tensor.Axes.Count(static a => a is IrrepsAxis) == 1
            ? axis.Irreps
            : null;
}
