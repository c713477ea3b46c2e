namespace Reps.Generators.Parsing;

/// <summary>Recognises the files that the generator itself wrote.</summary>
internal static class GeneratedFiles
{
    private static readonly string s_folder = typeof(RepsGenerator).FullName!;

    /// <summary>Whether a path ends in the generator's folder, where the compiler puts its files, and a file in it.</summary>
    public static bool IsOurs(string path)
    {
        int name = path.LastIndexOfAny(['/', '\\']);
        int folder = name - s_folder.Length;
        return folder > 0 && path[folder - 1] is '/' or '\\' && string.CompareOrdinal(path, folder, s_folder, 0, s_folder.Length) == 0;
    }
}
