using System;
using System.Linq;
using System.Reflection;

namespace Reps.Tests;

/// <summary>Compile-time layers compute nothing before their first call: their tables are data of the assembly.</summary>
public sealed class StartupTests
{
    [Fact]
    public void GeneratedTypesHaveNeitherStaticConstructorsNorStaticFields()
    {
        Assembly assembly = Compile.Load(
            Driver.Complete(
                """
                using Reps;
                namespace Demo;
                [Rep("16x0e + 16x1o + 16x2e + 16x3o + 16x4e")] public partial struct Hidden;
                [Rep("0e + 1o + 2e + 3o + 4e")] public partial struct Harmonics;
                [TensorProduct<Hidden, Harmonics, Hidden>(Mode.Uvu)] public partial class Convolve;
                [Linear<Hidden, Hidden>] public partial class Mix;
                [SphericalHarmonics<Harmonics>] public partial class Embed;
                """
            )
        );
        Type[] types = [.. assembly.GetTypes().Where(type => type.Namespace is not null && !type.Name.Contains("PrivateImpl", StringComparison.Ordinal))];
        // The five types, the straight-line kernels, and a class of them for each number type and kind of vector.
        Assert.Equal(10, types.Count(type => type.Namespace == "Demo" || type.Namespace!.StartsWith("Reps.Generated", StringComparison.Ordinal)));
        foreach (Type type in types)
        {
            Assert.Null(type.TypeInitializer);
            const BindingFlags All = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
            Assert.All(type.GetFields(All), field => Assert.True(field.IsLiteral, $"{type.Name}.{field.Name} is computed at run time"));
        }
    }
}
