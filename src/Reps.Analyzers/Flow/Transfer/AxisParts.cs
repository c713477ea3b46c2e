using System.Collections.Generic;
using System.Linq;
using Reps.Algebra;

namespace Reps.Analyzers.Flow;

/// <summary>Parts of one axis: what remains of a representation, of nodes, of points.</summary>
internal static class AxisParts
{
    /// <summary>A part of one axis.</summary>
    /// <returns>Whether it is known what remains; if not, it may have been reported.</returns>
    public static bool Take(TensorCall call, TensorValue tensor, Axis axis, IndexValue index, List<Axis> result)
    {
        if (index is { Kind: IndexKind.Range, IsExact: true, Start: 0, Stop: null })
        {
            result.Add(axis);
            return true;
        }
        switch (axis)
        {
            case FreeAxis free:
                if (index.Kind == IndexKind.Range) result.Add(new FreeAxis(LengthOf(free.Count, index)));
                else if (index.Kind == IndexKind.Tensor) result.Add(index.Rows ?? FreeAxis.Unknown);
                return true;
            case NodeAxis when index.Kind == IndexKind.Tensor && index.Numbers is null:
                // Which rows are taken is said by indices, which change with the numbering; edges keep theirs.
                result.Add(index.Rows ?? FreeAxis.Unknown);
                return true;
            case NodeAxis nodes:
                if (
                    index.Kind == IndexKind.Tensor
                        ? !AreAll(index.Numbers!, nodes.Count)
                        : index.IsExact && (index.Kind == IndexKind.Single || index.Start != 0 || index.Stop != nodes.Count)
                )
                    call.Report(
                        Rules.NodeNumbering,
                        index.Kind == IndexKind.Single ? "one node by its number" : "nodes by their numbers",
                        Witness.Exchange
                    );
                return false;
            case PointsAxis points:
                return TakePoints(call, points.Space, index);
            case VectorAxis { Length: long length } vector when index.IsExact && index.Kind is IndexKind.Single or IndexKind.Range:
                if (index.Kind == IndexKind.Range && index.Start == 0 && index.Stop == length) break;
                (long first, long last) = Bounds(index, length);
                call.Report(
                    Rules.SliceAcross,
                    $"{Describe.Number(first)} to {Describe.Number(last)}",
                    Describe.Tensor(tensor),
                    Describe.Axis(vector),
                    Witness.QuarterTurn
                );
                return false;
            case PowersAxis { Length: long length, Powers: TensorPowers powers } when index.IsExact && index.Kind is IndexKind.Single or IndexKind.Range:
                (long start, long stop) = Bounds(index, length);
                return start >= 0 && start < stop && PowersParts.Take(call, tensor, powers, start, stop, index.Kind == IndexKind.Single, result);
            case IrrepsAxis irreps:
                return TakeIrreps(call, tensor, irreps.Irreps, index, result);
        }
        return false;
    }

    private static (long First, long Last) Bounds(IndexValue index, long length)
    {
        long start = index.Start ?? 0;
        if (start < 0) start += length;
        long stop = index.Kind == IndexKind.Single ? start + 1 : index.Stop ?? length;
        return (start, stop < 0 ? stop + length : stop);
    }

    // A point that the group leaves where it is may be taken by its number.
    private static bool TakePoints(TensorCall call, TensorSpace space, IndexValue index)
    {
        if (!index.IsExact || index.Kind is not (IndexKind.Single or IndexKind.Range)) return false;
        (long start, long stop) = Bounds(index, space.N);
        if (start < 0 || stop > space.N || stop <= start) return false;
        if (PointGroups.MovedOut(space, start, stop) is not (int, int) moved) return index.Kind == IndexKind.Single;
        call.Report(
            Rules.NodeNumbering,
            index.Kind == IndexKind.Single ? "one point by its number" : "points by their numbers",
            Witness.Moving(space, moved)
        );
        return false;
    }

    // A list of all nodes, in whatever order, may still be summed over.
    private static bool AreAll(NumbersValue numbers, long? count) => numbers.Items.Count == count && numbers.Items.Distinct().Count() == count;

    private static bool TakeIrreps(TensorCall call, TensorValue tensor, Irreps irreps, IndexValue index, List<Axis> result)
    {
        if (!index.IsExact || index.Kind == IndexKind.Tensor) return false;
        (long start, long stop) = Bounds(index, irreps.Dim);
        if (start < 0 || stop > irreps.Dim || stop <= start) return false;
        SegmentCut cut = SegmentCut.Of(irreps, start, stop);
        if (cut.Through is MulIrrep through)
        {
            call.Report(
                Rules.SliceAcross,
                $"{Describe.Number(start)} to {Describe.Number(stop)}",
                Describe.Irreps(irreps),
                through.ToString(),
                Witness.Of(through.Irrep)
            );
            return false;
        }
        if (index.Kind == IndexKind.Single && cut.Part!.Any(static entry => !entry.Irrep.IsScalar)) return false;
        if (index.Kind == IndexKind.Range) result.Add(new IrrepsAxis(cut.Part!));
        return true;
    }

    private static long? LengthOf(long? count, IndexValue index)
    {
        if (index.Kind == IndexKind.Single) return 0;
        if (!index.IsExact) return null;
        long? start = index.Start < 0 ? index.Start + count : index.Start;
        long? stop = index.Stop is null ? count : index.Stop < 0 ? index.Stop + count : index.Stop;
        return stop - start;
    }
}
