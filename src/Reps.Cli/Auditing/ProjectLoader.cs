using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.MSBuild;

namespace Reps.Cli.Auditing;

/// <summary>Opens C# projects as a build would.</summary>
internal static class ProjectLoader
{
    private static readonly string[] s_solutions = [".sln", ".slnx", ".slnf"];

    /// <summary>Opens a project, or every C# project of a solution.</summary>
    /// <param name="path">A project, a solution, or a folder with one of these.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The projects, once for each framework that they are built for.</returns>
    /// <exception cref="IOException">There is no such file, or it cannot be opened as a project.</exception>
    public static async Task<IReadOnlyList<Project>> OpenAsync(string path, CancellationToken cancellationToken)
    {
        string file = Find(path);
        List<string> problems = [];
        MSBuildWorkspace workspace = MSBuildWorkspace.Create();
        workspace.WorkspaceFailed += (_, failure) =>
        {
            if (failure.Diagnostic.Kind == WorkspaceDiagnosticKind.Failure) problems.Add(failure.Diagnostic.Message);
        };
        try
        {
            if (s_solutions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
                await workspace.OpenSolutionAsync(file, cancellationToken: cancellationToken).ConfigureAwait(false);
            else
                await workspace.OpenProjectAsync(file, cancellationToken: cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or IOException))
        {
            throw new IOException($"{file} cannot be opened: {exception.Message}", exception);
        }
        IEnumerable<Project> found = workspace.CurrentSolution.Projects.Where(project => project.Language == LanguageNames.CSharp);
        // A project brings those that it refers to; only a solution asks for all.
        if (!s_solutions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
            found = found.Where(project => string.Equals(project.FilePath, file, StringComparison.OrdinalIgnoreCase));
        Project[] projects = [.. found.OrderBy(project => project.Name, StringComparer.Ordinal)];
        if (projects.Length == 0 || projects.Any(project => project.MetadataReferences.Count == 0))
            throw new IOException($"{file} cannot be opened as C#: {problems.FirstOrDefault() ?? "it has no projects"}. Does 'dotnet build' succeed there?");
        return projects;
    }

    private static string Find(string path)
    {
        if (File.Exists(path))
        {
            string extension = Path.GetExtension(path);
            return s_solutions.Append(".csproj").Contains(extension, StringComparer.OrdinalIgnoreCase)
                ? Path.GetFullPath(path)
                : throw new IOException($"{Quote.Text(path)} is neither a C# project (.csproj) nor a solution (.sln, .slnx, .slnf).");
        }
        if (!Directory.Exists(path)) throw new IOException($"There is no file or folder {Quote.Text(path)}.");
        string[] inside = [.. s_solutions.Append(".csproj").SelectMany(extension => Directory.GetFiles(path, "*" + extension)).Order(StringComparer.Ordinal)];
        string[] candidates = inside.Any(IsSolution) ? [.. inside.Where(IsSolution)] : inside;
        return candidates.Length == 1
            ? Path.GetFullPath(candidates[0])
            : throw new IOException(
                candidates.Length == 0
                    ? $"The folder {Quote.Text(path)} has no C# project and no solution."
                    : $"The folder {Quote.Text(path)} has {string.Join(" and ", candidates.Select(Path.GetFileName))}: name one.");
    }

    private static bool IsSolution(string file) => s_solutions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase);
}
