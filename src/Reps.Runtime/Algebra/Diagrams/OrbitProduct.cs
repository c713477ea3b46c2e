using System.Collections.Generic;
using System.Numerics;
using System.Threading;

namespace Reps.Algebra;

/// <summary>
/// Products of two orbit or jellyfish diagrams. The colours of blocks that do not meet are unrelated, so each such block of the one is or is not
/// glued to one of the other: a sum over partial matchings of blocks. A jellyfish contributes the sign of the colours of its blocks.
/// </summary>
internal sealed class OrbitProduct(Diagram left, Diagram right, int n)
{
    private readonly int[] _leftComponent = new int[left.BlockCount];
    private readonly int[] _rightComponent = new int[right.BlockCount];
    private readonly List<int> _leftLoose = [];
    private readonly List<int> _rightLoose = [];

    private DiagramKind Kind => left.Kind == right.Kind ? DiagramKind.Orbit : DiagramKind.Jellyfish;

    /// <summary>
    /// left · right: zero unless both induce one partition of the middle row; else (n − |ρ|)(n − |ρ| − 1)… with a factor for each component of the
    /// middle alone, times ρ, over all ρ that glue blocks of outputs to blocks of inputs.
    /// </summary>
    public void AddComposition(DiagramTerms terms, BigInteger factor, CancellationToken cancellationToken)
    {
        if (!TryJoin()) return;
        foreach (int _ in Gluings(0, cancellationToken))
        {
            int[] labels = new int[left.Outputs + right.Inputs];
            for (int vertex = 0; vertex < left.Outputs; vertex++) labels[vertex] = _leftComponent[left.BlockOf(vertex)];
            for (int vertex = 0; vertex < right.Inputs; vertex++)
                labels[left.Outputs + vertex] = _rightComponent[right.BlockOf(right.Outputs + vertex)];
            Add(terms, factor, labels, right.Inputs, left.Outputs);
        }
    }

    /// <summary>left ⊗ right: the sum over all partitions that restrict to both.</summary>
    public void AddTensor(DiagramTerms terms, BigInteger factor, CancellationToken cancellationToken)
    {
        for (int block = 0; block < left.BlockCount; block++) _leftLoose.Add(block);
        for (int block = 0; block < right.BlockCount; block++) _rightLoose.Add(block);
        for (int block = 0; block < left.BlockCount; block++) _leftComponent[block] = block;
        foreach (int _ in Gluings(0, cancellationToken))
        {
            int[] labels = MatchingTensor.Labels(left, right, _leftComponent, _rightComponent);
            Add(terms, factor, labels, left.Inputs + right.Inputs, left.Outputs + right.Outputs);
        }
    }

    // Gives blocks that meet in the middle row one component, named by the left block, and lists the blocks that do not reach that row.
    private bool TryJoin()
    {
        for (int block = 0; block < _rightComponent.Length; block++) _rightComponent[block] = -1;
        int[] met = new int[left.BlockCount];
        for (int block = 0; block < met.Length; block++) (met[block], _leftComponent[block]) = (-1, block);
        for (int middle = 0; middle < right.Outputs; middle++)
        {
            int upper = left.BlockOf(left.Outputs + middle);
            int lower = right.BlockOf(middle);
            if ((met[upper] >= 0 && met[upper] != lower) || (_rightComponent[lower] >= 0 && _rightComponent[lower] != upper)) return false;
            met[upper] = lower;
            _rightComponent[lower] = upper;
        }
        for (int block = 0; block < met.Length; block++)
            if (met[block] < 0)
                _leftLoose.Add(block);
        for (int block = 0; block < _rightComponent.Length; block++)
            if (_rightComponent[block] < 0)
                _rightLoose.Add(block);
        return true;
    }

    // Every way to give the loose right blocks from an index on the component of a loose left block, each at most once, or one of their own.
    private IEnumerable<int> Gluings(int index, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (index == _rightLoose.Count)
        {
            yield return index;
            yield break;
        }
        int block = _rightLoose[index];
        _rightComponent[block] = left.BlockCount + block;
        foreach (int done in Gluings(index + 1, cancellationToken)) yield return done;
        for (int i = 0; i < _leftLoose.Count; i++)
        {
            if (_leftLoose[i] < 0) continue;
            _rightComponent[block] = _leftLoose[i];
            _leftLoose[i] = -1;
            foreach (int done in Gluings(index + 1, cancellationToken)) yield return done;
            _leftLoose[i] = _rightComponent[block];
        }
    }

    private void Add(DiagramTerms terms, BigInteger factor, int[] labels, int inputs, int outputs)
    {
        Diagram glued = Diagram.Canonical(Kind, inputs, outputs, labels);
        // Colours of the components: those of the result by block, those of the middle alone next.
        int[] colours = new int[left.BlockCount + right.BlockCount];
        for (int component = 0; component < colours.Length; component++) colours[component] = -1;
        for (int vertex = 0; vertex < labels.Length; vertex++) colours[labels[vertex]] = glued.BlockOf(vertex);
        int used = glued.BlockCount;
        foreach (int component in _leftComponent)
            if (colours[component] < 0)
                colours[component] = used++;
        if (used > n) return;
        for (int colour = glued.BlockCount; colour < used; colour++) factor *= n - colour;
        int sign = SignOf(left, _leftComponent, colours) * SignOf(right, _rightComponent, colours);
        if (glued.DimensionProblem(n) is null) terms.Add(glued, sign * factor);
    }

    private int SignOf(Diagram diagram, int[] component, int[] colours)
    {
        if (diagram.Kind != DiagramKind.Jellyfish) return 1;
        int[] list = new int[component.Length];
        for (int block = 0; block < list.Length; block++) list[block] = colours[component[block]];
        return PermutationSign.OfAll(list, n);
    }
}
