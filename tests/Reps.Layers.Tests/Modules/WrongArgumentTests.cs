using System;
using System.Linq;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests.Modules;

/// <summary>An exception refuses and shows arguments that do not fit; some of TorchSharp's functions would end the process.</summary>
public sealed class WrongArgumentTests
{
    public static TheoryData<ModuleCase> Everything => [.. ModuleTable.All, .. FunctionTable.All];

    [Theory]
    [MemberData(nameof(Everything))]
    public void ShapesAreChecked(ModuleCase one)
    {
        for (int n = 0; n < one.Arguments.Length; n++)
        {
            if (one.Arguments[n].Sizes.Length == 0)
                continue;
            if (!one.AnySizes)
                Refused(
                    one,
                    n,
                    static (input, sizes) => zeros([.. input.shape[..^1], sizes[^1] + 1], dtype: input.dtype, device: input.device),
                    showsShape: true
                );
            Refused(one, n, static (input, _) => zeros([], dtype: input.dtype, device: input.device), showsShape: true);
            if (one.CountsRows)
                Refused(
                    one,
                    n,
                    static (input, _) => zeros([input.shape[0] + 1, .. input.shape[1..]], dtype: input.dtype, device: input.device),
                    showsShape: false
                );
        }
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void RowsFitEachOther(ModuleCase one)
    {
        for (int n = 0; n < one.Arguments.Length && one.Arguments.Length > 1 && one.RowByRow; n++)
            Refused(
                one,
                n,
                static (input, _) => zeros([input.shape[0] + 4, .. input.shape[1..]], dtype: input.dtype, device: input.device),
                showsShape: false
            );
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void TensorsAreNotNull(ModuleCase one)
    {
        for (int n = 0; n < one.Arguments.Length; n++)
            Refused(one, n, static (_, _) => null, showsShape: false);
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void NumbersAreReal(ModuleCase one)
    {
        for (int n = 0; n < one.Arguments.Length && !one.AnyNumbers; n++)
            foreach (ScalarType type in (ScalarType[])[ScalarType.Int64, ScalarType.Bool, ScalarType.ComplexFloat32])
                Refused(one, n, (input, _) => ones(input.shape, dtype: type, device: input.device), showsShape: false);
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void NumbersAreOfOneType(ModuleCase one)
    {
        if (!one.OneNumberType)
            return;
        using DisposeScope scope = NewDisposeScope();
        bool alone = one.Arguments.Length == 1 && !one.Make().parameters().Any();
        for (int n = 0; n < one.Arguments.Length && !alone; n++)
            Refused(one, n, static (input, _) => input.to(ScalarType.Float64), showsShape: false);
    }

    private static void Refused(ModuleCase one, int argument, Func<Tensor, long[], Tensor?> change, bool showsShape)
    {
        using DisposeScope scope = NewDisposeScope();
        nn.Module module = one.Make();
        module.to(TestDevice.Current);
        (Tensor[] inputs, EdgeGraph graph) = one.Inputs(ScalarType.Float32, gradients: false, batch: 3);
        Tensor? wrong = change(inputs[argument], one.Arguments[argument].Sizes);
        inputs[argument] = wrong!;
        ArgumentException thrown = Assert.ThrowsAny<ArgumentException>(() => one.Bind(module, inputs, graph)());
        if (showsShape)
            Assert.Contains($"[{string.Join(", ", wrong!.shape)}]", thrown.Message, StringComparison.Ordinal);
    }
}
