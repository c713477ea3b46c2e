using System;
using System.IO;

namespace Reps.Tests.Files;

/// <summary>Where the data files of the tests lie.</summary>
internal static class TestData
{
    public static string Path(string name) => System.IO.Path.Combine(AppContext.BaseDirectory, "data", name);

    public static string Text(string name) => File.ReadAllText(Path(name));
}
