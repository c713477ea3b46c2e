using System;
using System.Collections.Generic;

namespace Reps.Algebra;

/// <summary>Reads the text form of a diagram: a letter, and blocks of vertices in braces.</summary>
internal sealed class DiagramReader(string text)
{
    private const string VertexForm = "a vertex: o and its number for an output, i for an input";

    private readonly Dictionary<int, int> _outputs = [];
    private readonly Dictionary<int, int> _inputs = [];
    private int _position;

    /// <summary>The diagram.</summary>
    /// <exception cref="FormatException">The text is none.</exception>
    public Diagram Read()
    {
        SkipSpaces();
        int kind = _position < text.Length ? Diagram.Symbols.IndexOf(text[_position]) : -1;
        if (kind < 0) throw Expected("a kind of diagram: D, X, J, E, H or F");
        _position++;
        if (!Take('{')) throw Expected("'{'");
        int block = 0;
        if (!Take('}'))
        {
            ReadVertex(block);
            while (!Take('}'))
            {
                if (Take('|')) block++;
                else if (!Take(',')) throw Expected("',' between the vertices of a block, '|' between blocks or '}' at the end");
                ReadVertex(block);
            }
        }
        SkipSpaces();
        if (_position < text.Length) throw Expected("the end");
        return Create((DiagramKind)kind);
    }

    private Diagram Create(DiagramKind kind)
    {
        int[] labels = new int[_outputs.Count + _inputs.Count];
        for (int i = 0; i < _outputs.Count; i++) labels[i] = BlockOf(_outputs, 'o', i);
        for (int i = 0; i < _inputs.Count; i++) labels[_outputs.Count + i] = BlockOf(_inputs, 'i', i);
        if (labels.Length > Diagram.MaxVertices)
            throw Wrong(FormattableString.Invariant($"{labels.Length} vertices are above the limit of {Diagram.MaxVertices}."));
        Diagram diagram = Diagram.Canonical(kind, _inputs.Count, _outputs.Count, labels);
        return diagram.BlockProblem() is string problem ? throw Wrong(problem) : diagram;
    }

    private int BlockOf(Dictionary<int, int> row, char letter, int vertex) => row.TryGetValue(vertex, out int block)
        ? block
        : throw Wrong(FormattableString.Invariant($"{letter}{vertex} is missing: the {row.Count} vertices of a row are {letter}0 to {letter}{row.Count - 1}."));

    private void ReadVertex(int block)
    {
        SkipSpaces();
        if (_position >= text.Length || text[_position] is not ('o' or 'i')) throw Expected(VertexForm);
        Dictionary<int, int> row = text[_position] == 'o' ? _outputs : _inputs;
        int end = Ascii.SkipDigits(text, _position + 1);
        if (end == _position + 1)
        {
            _position++;
            throw Expected("the number of the vertex");
        }
        long number = Ascii.Number(text, _position + 1, end);
        if (number >= Diagram.MaxVertices) throw Expected(FormattableString.Invariant($"a number below {Diagram.MaxVertices}, the limit of vertices"));
        if (row.ContainsKey((int)number)) throw Expected("a vertex that is in no block yet");
        row.Add((int)number, block);
        _position = end;
    }

    private bool Take(char c)
    {
        SkipSpaces();
        if (_position >= text.Length || text[_position] != c) return false;
        _position++;
        return true;
    }

    private void SkipSpaces() => _position = Ascii.SkipSpaces(text, _position);

    private FormatException Expected(string what) => Wrong(FormattableString.Invariant($"At character {_position}, expected {what}."));

    private FormatException Wrong(string problem) => new(Quoting.Quote(text) + " is no diagram. " + problem);
}
