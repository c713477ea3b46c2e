using System;
using System.Linq;

namespace Reps.Package.Tests;

/// <summary>What a program printed and how it ended.</summary>
internal sealed record Outcome(string Command, int ExitCode, string Output, string Error)
{
    /// <summary>The diagnostics of a build, each once, in order of place.</summary>
    public string[] Diagnostics =>
        [
            .. Output
                .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Where(line => line.Contains(": warning ", StringComparison.Ordinal) || line.Contains(": error ", StringComparison.Ordinal))
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Demands success.</summary>
    public Outcome Require()
    {
        Assert.True(ExitCode == 0, ToString());
        return this;
    }

    /// <summary>Demands success without a warning.</summary>
    public Outcome RequireClean()
    {
        Require();
        Assert.True(Diagnostics.Length == 0, ToString());
        return this;
    }

    public override string ToString() => $"{Command}\nexit code {ExitCode}\n{Output}{Error}";
}
