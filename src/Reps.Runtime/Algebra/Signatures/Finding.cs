namespace Reps;

/// <summary>An error in a part of a text, with its place relative to that part; see <see cref="SignatureError"/>.</summary>
internal readonly record struct Finding(string Code, int From, int To, string Message, string? Suggestion)
{
    public Finding Shift(int offset) => this with { From = From + offset, To = To + offset };
}
