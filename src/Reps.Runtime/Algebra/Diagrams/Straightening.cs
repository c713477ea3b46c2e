using System.Collections.Generic;
using System.Numerics;
using System.Threading;

namespace Reps.Algebra;

/// <summary>Writes matchings in those of the basis, by the relations that hold on R^n. Each matching outside the basis is replaced once.</summary>
internal sealed class Straightening(int n)
{
    // In this order every replacement comes later than what it replaces: fewer crossings, or a smaller term of a diagonal order.
    private readonly SortedDictionary<(int Rank, ulong Key), (int[] Partners, BigInteger Coefficient)> _pending = [];

    /// <summary>The same map in the basis.</summary>
    public DiagramSum Apply(DiagramSum sum, CancellationToken cancellationToken)
    {
        DiagramTerms terms = new();
        foreach (DiagramKind kind in new[] { DiagramKind.Brauer, DiagramKind.BrauerFree, DiagramKind.Symplectic })
        {
            foreach (DiagramTerm term in sum.Terms)
                if (term.Diagram.Kind == kind)
                    Add(kind, CircleMatching.Of(term.Diagram), CircleSign(term.Diagram) * term.Coefficient);
            while (TryTake(out int[] partners, out BigInteger coefficient))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (coefficient.IsZero) continue;
                List<int> chain = HomSpace.Obstruction(kind, partners);
                if (chain.Count <= HomSpace.ChainLimit(kind, n))
                {
                    Diagram diagram = CircleMatching.ToDiagram(partners, kind, sum.Inputs, sum.Outputs);
                    terms.Add(diagram, CircleSign(diagram) * coefficient);
                }
                else if (kind == DiagramKind.Symplectic)
                    Rematch(partners, chain.GetRange(0, (n / 2) + 1), coefficient, cancellationToken);
                else
                    Exchange(kind, partners, chain.GetRange(0, n + 1), coefficient, cancellationToken);
            }
        }
        return new(sum.Inputs, sum.Outputs, terms);
    }

    // Relations are simplest for G, and for determinants whose columns are in the order of the circle, where inputs run backwards.
    private static int CircleSign(Diagram diagram)
    {
        if (diagram.Kind != DiagramKind.BrauerFree) return diagram.NormalizationSign;
        int free = 0;
        for (int vertex = diagram.Outputs; vertex < diagram.VertexCount; vertex++)
            if (diagram.IsFree(vertex))
                free++;
        return free * (free - 1) / 2 % 2 == 0 ? 1 : -1;
    }

    private void Add(DiagramKind kind, int[] partners, BigInteger coefficient)
    {
        ulong key = 0;
        foreach (int partner in partners) key = (key << 4) | (uint)partner;
        (int, ulong) place = (kind == DiagramKind.Symplectic ? -CircleMatching.Crossings(partners) : 0, key);
        if (_pending.TryGetValue(place, out (int[] Partners, BigInteger Coefficient) old)) coefficient += old.Coefficient;
        _pending[place] = (partners, coefficient);
    }

    private bool TryTake(out int[] partners, out BigInteger coefficient)
    {
        foreach (KeyValuePair<(int, ulong), (int[] Partners, BigInteger Coefficient)> first in _pending)
        {
            (partners, coefficient) = first.Value;
            _pending.Remove(first.Key);
            return true;
        }
        (partners, coefficient) = ([], BigInteger.Zero);
        return false;
    }

    // Antisymmetrised in n+1 vectors, the second ends of the arcs of the chain and its free points, every map vanishes. The diagram is minus the
    // other terms; terms that differ in the order of free points alone are one.
    private void Exchange(DiagramKind kind, int[] partners, List<int> chain, BigInteger coefficient, CancellationToken cancellationToken)
    {
        List<int> arcs = [];
        List<int> freeOfChain = [];
        for (int i = 0; i < chain.Count; i++) (partners[chain[i]] == chain[i] ? freeOfChain : arcs).Add(i);
        List<int> free = [];
        for (int p = 0; p < partners.Length; p++)
            if (partners[p] == p)
                free.Add(p);
        int[] images = new int[chain.Count];
        bool[] used = new bool[chain.Count];
        Choose(0);

        void Choose(int index)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (index == arcs.Count)
            {
                AddTerm();
                return;
            }
            for (int image = 0; image < used.Length; image++)
            {
                if (used[image]) continue;
                used[image] = true;
                images[arcs[index]] = image;
                Choose(index + 1);
                used[image] = false;
            }
        }

        void AddTerm()
        {
            int image = 0;
            foreach (int i in freeOfChain)
            {
                while (used[image]) image++;
                images[i] = image++;
            }
            bool isIdentity = true;
            for (int i = 0; i < images.Length; i++) isIdentity &= images[i] == i;
            if (isIdentity) return;
            int[] exchanged = (int[])partners.Clone();
            List<int> freeAfter = [.. free];
            for (int i = 0; i < images.Length; i++)
            {
                int end = partners[chain[images[i]]];
                if (partners[chain[i]] == chain[i])
                {
                    exchanged[end] = end;
                    freeAfter[free.IndexOf(chain[i])] = end;
                }
                else (exchanged[chain[i]], exchanged[end]) = (end, chain[i]);
            }
            Add(kind, exchanged, -PermutationSign.Of(images) * PermutationSign.Of(freeAfter) * coefficient);
        }
    }

    // The sum over all matchings of n+2 points is zero: the matching whose arcs all cross is minus the others.
    private void Rematch(int[] partners, List<int> chain, BigInteger coefficient, CancellationToken cancellationToken)
    {
        List<int> points = [.. chain];
        foreach (int first in chain) points.Add(partners[first]);
        points.Sort();
        int[] matched = (int[])partners.Clone();
        foreach (int point in points) matched[point] = -1;
        Match(0);

        void Match(int from)
        {
            cancellationToken.ThrowIfCancellationRequested();
            while (from < points.Count && matched[points[from]] >= 0) from++;
            if (from == points.Count)
            {
                bool isOriginal = true;
                foreach (int point in points) isOriginal &= matched[point] == partners[point];
                if (!isOriginal) Add(DiagramKind.Symplectic, (int[])matched.Clone(), -coefficient);
                return;
            }
            for (int to = from + 1; to < points.Count; to++)
            {
                if (matched[points[to]] >= 0) continue;
                (matched[points[from]], matched[points[to]]) = (points[to], points[from]);
                Match(from + 1);
                matched[points[to]] = -1;
            }
            matched[points[from]] = -1;
        }
    }
}
