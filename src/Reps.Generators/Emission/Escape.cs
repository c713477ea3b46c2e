namespace Reps.Generators.Emission;

/// <summary>Signatures inside generated code: texts of graphs have characters that mean something there.</summary>
internal static class Escape
{
    /// <summary>A signature between quotes. (It has neither quotes nor line feeds.)</summary>
    public static string Literal(object signature) => "\"" + signature.ToString().Replace("\\", "\\\\") + "\"";

    /// <summary>A signature in a documentation comment.</summary>
    public static string Documentation(object signature) => signature.ToString().Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
