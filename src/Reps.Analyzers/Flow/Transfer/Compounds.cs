using System.Collections.Generic;

namespace Reps.Analyzers.Flow;

/// <summary>Products that are added to something in one operation.</summary>
internal static class Compounds
{
    public static void Register(Dictionary<string, Transfer> table)
    {
        table.Add(static call => Add(call, Arithmetic.Product(call, call.At(1), call.At(2)), "value"), "addcmul");
        table.Add(static call => Add(call, Arithmetic.Quotient(call, call.At(1), call.At(2)), "value"), "addcdiv");
        table.Add(
            static call => Add(call, Contractions.MatMul(call, call.At(1), call.At(2)), "alpha"), "addmm", "addbmm", "baddbmm");
    }

    private static FlowValue Add(TensorCall call, FlowValue product, string factor)
    {
        if (product is ReportedValue || call.Find("beta") is not (null or NumberValue { Value: not 0 })) return product;
        return call.Self is TensorValue { Weight: not 0 } || product is TensorValue { Weight: not 0 }
            ? FlowValue.Unknown
            : call.Find(factor) is NumberValue { Value: 0 } ? call.Self : Arithmetic.Sum(call, call.Self, product, 1);
    }
}
