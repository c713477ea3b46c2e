using System.Runtime.CompilerServices;
using Reps.Layers;
using TorchSharp;

namespace Reps.Tests;

/// <summary>Programs of these tests may use torch.</summary>
internal static class Setup
{
    [ModuleInitializer]
    internal static void Initialize() => Compile.More = [typeof(torch).Assembly, typeof(Feature<>).Assembly];
}
