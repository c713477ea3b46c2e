using System;
using System.Collections.Generic;
using System.Threading;

namespace Reps.Algebra;

/// <summary>The diagrams of a kind with a number of blocks in a range, in lexicographic order of their restricted growth strings.</summary>
internal sealed class DiagramSearch
{
    private readonly DiagramKind _kind;
    private readonly int _inputs;
    private readonly int _outputs;
    private readonly int _minBlocks;
    private readonly int _maxBlocks;
    private readonly Func<int[], bool>? _keeps;

    private readonly bool _pairs;
    private readonly int[] _labels;
    private readonly int[] _sizes;
    private readonly int[] _first;
    private readonly int[] _partners;
    private int _blocks;
    private int _alone;

    /// <param name="kind">The kind; where it asks for pairs, blocks have at most two vertices.</param>
    /// <param name="inputs">k.</param>
    /// <param name="outputs">l.</param>
    /// <param name="minBlocks">The fewest blocks. Of pairs and free vertices, the number of blocks says how many are free.</param>
    /// <param name="maxBlocks">The most blocks.</param>
    /// <param name="keeps">Which matchings to keep, as <see cref="CircleMatching"/>; if it refuses some arcs, it refuses more of them.</param>
    public DiagramSearch(DiagramKind kind, int inputs, int outputs, int minBlocks, int maxBlocks, Func<int[], bool>? keeps = null)
    {
        (_kind, _inputs, _outputs, _minBlocks, _maxBlocks, _keeps) = (kind, inputs, outputs, minBlocks, maxBlocks, keeps);
        _pairs = kind is DiagramKind.Brauer or DiagramKind.BrauerFree or DiagramKind.Symplectic;
        int count = inputs + outputs;
        _labels = new int[count];
        _sizes = new int[count];
        _first = new int[count];
        _partners = new int[count];
        for (int p = 0; p < count; p++) _partners[p] = -1;
    }

    /// <summary>Makes one pass over the diagrams; for another, create another search.</summary>
    public IEnumerable<Diagram> Run(CancellationToken cancellationToken)
    {
        int vertex = 0;
        if (_labels.Length == 0)
        {
            if (_minBlocks <= 0 && _maxBlocks >= 0) yield return Diagram.Canonical(_kind, 0, 0, []);
            yield break;
        }
        _labels[0] = -1;
        while (vertex >= 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int old = _labels[vertex];
            if (old >= 0) Remove(vertex);
            _labels[vertex] = Place(vertex, old + 1);
            if (_labels[vertex] < 0) vertex--;
            else if (vertex + 1 < _labels.Length) _labels[++vertex] = -1;
            else
            {
                Diagram diagram = Diagram.Canonical(_kind, _inputs, _outputs, _labels);
                if (_keeps is null || _keeps(CircleMatching.Of(diagram))) yield return diagram;
            }
        }
    }

    // Puts the vertex into the first block from a number on that leaves a way to complete the diagram; -1 if there is none.
    private int Place(int vertex, int from)
    {
        for (int label = from; label <= _blocks; label++)
        {
            if (label < _blocks && _pairs && _sizes[label] == 2) continue;
            Add(vertex, label);
            if (CanComplete(_labels.Length - 1 - vertex) && (_keeps is null || _sizes[label] < 2 || _keeps(_partners))) return label;
            Remove(vertex);
        }
        return -1;
    }

    private void Add(int vertex, int label)
    {
        _labels[vertex] = label;
        if (label == _blocks)
        {
            _blocks++;
            _first[label] = vertex;
        }
        _sizes[label]++;
        _alone += _sizes[label] == 1 ? 1 : _sizes[label] == 2 ? -1 : 0;
        if (_pairs && _sizes[label] == 2) Join(vertex, joined: true);
    }

    private void Remove(int vertex)
    {
        int label = _labels[vertex];
        if (_pairs && _sizes[label] == 2) Join(vertex, joined: false);
        _alone -= _sizes[label] == 1 ? 1 : _sizes[label] == 2 ? -1 : 0;
        _sizes[label]--;
        if (_sizes[label] == 0) _blocks--;
    }

    private void Join(int vertex, bool joined)
    {
        int place = CircleMatching.Position(vertex, _outputs, _labels.Length);
        int other = CircleMatching.Position(_first[_labels[vertex]], _outputs, _labels.Length);
        _partners[place] = joined ? other : -1;
        _partners[other] = joined ? place : -1;
    }

    private bool CanComplete(int remaining)
    {
        if (_blocks > _maxBlocks || _blocks + remaining < _minBlocks) return false;
        // Vertices that find no partner among those alone open blocks, one for each two of them.
        return !_pairs || _blocks + Math.Max(0, (remaining - _alone + 1) / 2) <= _maxBlocks;
    }
}
