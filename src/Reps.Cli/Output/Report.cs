using System;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace Reps.Cli.Output;

/// <summary>A result in both of its forms.</summary>
/// <param name="Json">For programs: stable names, exact and numeric values.</param>
/// <param name="Render">For people.</param>
/// <param name="ExitCode">The exit code: 0, unless the result itself is bad news.</param>
internal sealed record Report(JsonNode Json, Action<IAnsiConsole> Render, int ExitCode = 0);
