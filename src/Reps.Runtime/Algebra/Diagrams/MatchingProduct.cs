using System;
using System.Collections.Generic;
using System.Numerics;
using System.Threading;

namespace Reps.Algebra;

/// <summary>
/// Products of matchings, some with free vertices. A strand runs along arcs of both diagrams, from one end to another: ends are outputs of the
/// second, inputs of the first, and free vertices. Strands without ends are loops, each a factor n (−n for normalised symplectic diagrams).
/// </summary>
internal sealed class MatchingProduct
{
    private readonly Diagram _second;
    private readonly Diagram _first;
    private readonly int _n;
    private readonly bool[] _passed;
    private int _loops;

    public MatchingProduct(Diagram second, Diagram first, int n)
    {
        _second = second;
        _first = first;
        _n = n;
        _passed = new bool[first.Outputs];
    }

    /// <summary>Adds the product, times a factor.</summary>
    public void AddTo(DiagramTerms terms, BigInteger factor, CancellationToken cancellationToken)
    {
        int outputs = _second.Outputs;
        int[] labels = new int[outputs + _first.Inputs];
        for (int vertex = 0; vertex < labels.Length; vertex++)
        {
            End end = vertex < outputs ? Follow(second: true, vertex) : Follow(second: false, vertex - outputs + _first.Outputs);
            labels[vertex] = end.IsFree ? vertex : Math.Min(vertex, end.Vertex);
        }
        End[] ofSecond = FreeEnds(_second, second: true);
        End[] ofFirst = FreeEnds(_first, second: false);
        if (JoinsItself(ofSecond, second: true) || JoinsItself(ofFirst, second: false)) return;
        _loops = CountLoops();

        bool symplectic = _second.Kind == DiagramKind.Symplectic;
        factor *= BigInteger.Pow(symplectic ? -_n : _n, _loops);
        if (ofSecond.Length > 0 && ofFirst.Length > 0)
        {
            AddDeterminant(terms, factor, labels, ofSecond, ofFirst, cancellationToken);
            return;
        }
        DiagramKind kind = ofFirst.Length > 0 ? _first.Kind : _second.Kind;
        Diagram product = Diagram.Canonical(kind, _first.Inputs, outputs, labels);
        int sign = 1;
        if (symplectic) sign = _second.NormalizationSign * _first.NormalizationSign * product.NormalizationSign;
        else if (kind == DiagramKind.BrauerFree) sign = SignOf(ofSecond.Length > 0 ? ofSecond : ofFirst);
        terms.Add(product, sign * factor);
    }

    // Both factors have free vertices, and p strands join one to one: p! times the determinant of arcs between the outer ends of the others.
    private void AddDeterminant(DiagramTerms terms, BigInteger factor, int[] labels, End[] ofSecond, End[] ofFirst, CancellationToken cancellationToken)
    {
        List<int> secondOrder = [];
        List<int> firstOrder = [];
        List<int> secondEnds = [];
        List<int> firstEnds = [];
        for (int i = 0; i < ofSecond.Length; i++)
            if (!ofSecond[i].IsFree)
            {
                secondOrder.Add(i);
                secondEnds.Add(ofSecond[i].Vertex);
            }
        for (int i = 0; i < ofFirst.Length; i++)
            if (!ofFirst[i].IsFree)
            {
                firstOrder.Add(i);
                firstEnds.Add(ofFirst[i].Vertex);
            }
        int[] firstFree = MatchingTensor.Free(_first);
        for (int i = 0; i < ofSecond.Length; i++)
            if (ofSecond[i].IsFree)
            {
                secondOrder.Add(i);
                firstOrder.Add(Array.IndexOf(firstFree, ofSecond[i].Vertex));
            }
        factor *= PermutationSign.Of(secondOrder) * PermutationSign.Of(firstOrder) * Factorials.Of(ofSecond.Length - secondEnds.Count);
        foreach ((int[] images, int sign) in PermutationSign.All(secondEnds.Count, cancellationToken))
        {
            int[] joined = (int[])labels.Clone();
            for (int i = 0; i < images.Length; i++) joined[firstEnds[images[i]]] = joined[secondEnds[i]];
            terms.Add(Diagram.Canonical(DiagramKind.Brauer, _first.Inputs, _second.Outputs, joined), sign * factor);
        }
    }

    private End[] FreeEnds(Diagram diagram, bool second)
    {
        int[] free = MatchingTensor.Free(diagram);
        End[] ends = new End[free.Length];
        for (int i = 0; i < free.Length; i++)
        {
            // A free vertex of an outer row is the end of its own strand; the strand of another starts in the other diagram.
            int middle = second ? free[i] - _second.Outputs : free[i];
            bool outer = second ? middle < 0 : middle >= _first.Outputs;
            if (outer) ends[i] = new(false, second, second ? free[i] : _second.Outputs + middle - _first.Outputs);
            else
            {
                _passed[middle] = true;
                ends[i] = Follow(!second, second ? middle : _second.Outputs + middle);
            }
        }
        return ends;
    }

    private static bool JoinsItself(End[] ends, bool second)
    {
        foreach (End end in ends)
            if (end.IsFree && end.OfSecond == second)
                return true;
        return false;
    }

    // Sign of the order in which the ends are, as vertices of the product.
    private static int SignOf(End[] ends)
    {
        int[] vertices = new int[ends.Length];
        for (int i = 0; i < vertices.Length; i++) vertices[i] = ends[i].Vertex;
        return PermutationSign.Of(vertices);
    }

    private End Follow(bool second, int vertex)
    {
        while (true)
        {
            Diagram diagram = second ? _second : _first;
            int partner = diagram.Partner(vertex);
            if (partner == vertex) return new(true, second, vertex);
            int middle = second ? partner - _second.Outputs : partner;
            if (second && middle < 0) return new(false, second, partner);
            if (!second && middle >= _first.Outputs) return new(false, second, _second.Outputs + middle - _first.Outputs);
            _passed[middle] = true;
            second = !second;
            vertex = second ? _second.Outputs + middle : middle;
        }
    }

    private int CountLoops()
    {
        int loops = 0;
        for (int start = 0; start < _passed.Length; start++)
        {
            if (_passed[start]) continue;
            loops++;
            for (int middle = start; !_passed[middle];)
            {
                _passed[middle] = true;
                int next = _first.Partner(middle);
                _passed[next] = true;
                middle = _second.Partner(_second.Outputs + next) - _second.Outputs;
            }
        }
        return loops;
    }

    /// <summary>Where a strand ends: at a vertex of the product, or at a free vertex of one of the factors.</summary>
    private readonly record struct End(bool IsFree, bool OfSecond, int Vertex);
}
