using System;
using System.Text;

namespace Reps.Generators.Emission;

/// <summary>Writes indented C# with line feeds, the same on every host.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _indent;

    /// <summary>Writes one line; an empty one is not indented.</summary>
    public CodeWriter Line(string text = "")
    {
        if (text.Length > 0) _text.Append(' ', 4 * _indent).Append(text);
        _text.Append('\n');
        return this;
    }

    /// <summary>Writes a text of several lines, each at the current indentation.</summary>
    public CodeWriter Lines(string text)
    {
        foreach (string line in text.Replace("\r\n", "\n").Split('\n')) Line(line);
        return this;
    }

    /// <summary>Writes a header and an opening brace; disposing writes the closing one.</summary>
    public Scope Block(string header)
    {
        Line(header).Line("{");
        _indent++;
        return new Scope(this);
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    /// <summary>An open brace.</summary>
    public readonly struct Scope(CodeWriter writer) : IDisposable
    {
        /// <summary>Closes the brace.</summary>
        public void Dispose()
        {
            writer._indent--;
            writer.Line("}");
        }
    }
}
