using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using Reps.Algebra;
using Reps.Kernels.Execution;
using Reps.Kernels.Matrix;

namespace Reps.Kernels.Diagrams;

/// <summary>The output or the gradients of a diagram layer, in parts of consecutive rows of the batch.</summary>
internal unsafe struct DiagramJob<T, TGemm>(DiagramCall<T> call, DiagramTables tables, DiagramSide inputs, DiagramSide outputs, int parts) : IJob
    where T : unmanaged, INumberBase<T>
    where TGemm : struct, IGemm<T>
{
    // Positions that are mixed at once: eight times the rows of the innermost matrix product.
    private const int Tile = 48;

    private readonly DiagramCall<T> _call = call;
    private readonly DiagramTables _tables = tables;
    private readonly DiagramSide _inputs = inputs;
    private readonly DiagramSide _outputs = outputs;
    private readonly int _parts = parts;

    /// <summary>The matrices of <see cref="JointWeights{T}"/>; for gradients the transposed ones.</summary>
    public T* Matrices;

    /// <summary>For each part, the gradients by the matrices; null if they are not wanted.</summary>
    public T* GradMatrices;

    /// <summary>The number of values of all matrices.</summary>
    public nint MatricesSize;

    /// <summary>Into how many parts a batch is cut; results do not depend on who does them.</summary>
    public static int PartsOf(int rows, bool sums) => sums ? Math.Min(16, rows) : rows;

    public readonly void Run(int part)
    {
        nint start = (nint)((long)_call.Rows * part / _parts);
        nint end = (nint)((long)_call.Rows * (part + 1) / _parts);
        T* below = Scratch.Rent<T>(_inputs.HalvesSize + 1);
        T* above = Scratch.Rent<T>(_outputs.HalvesSize + 1);
        T* gradBelow = _call.GradInput is null ? null : Scratch.Rent<T>(_inputs.HalvesSize + 1);
        T* gradMatrices = GradMatrices is null ? null : GradMatrices + part * MatricesSize;
        if (gradMatrices is not null) Runs.Clear(gradMatrices, MatricesSize);
        for (nint r = start; r < end; r++)
        {
            T* x = _call.Input + r * (nint)_inputs.RowSize;
            if (_call.Output is not null) Forward(x, _call.Output + r * (nint)_outputs.RowSize, below, above);
            else Backward(x, _call.GradOutput + r * (nint)_outputs.RowSize, _call.GradInput is null ? null : _call.GradInput + r * (nint)_inputs.RowSize, below, above, gradBelow, gradMatrices);
        }
    }

    private readonly void Forward(T* x, T* y, T* below, T* above)
    {
        T one = T.One;
        HalfLoops<T>.Contract(in _inputs, x, &one, below);
        Runs.Clear(y, (nint)_outputs.RowSize);
        Runs.Clear(above, (nint)_outputs.HalvesSize);
        T* matrix = Matrices;
        for (int j = 0; j < _tables.JointCount; j++)
        {
            int inner = JointWeights<T>.Inner(in _tables, j), outer = JointWeights<T>.Outer(in _tables, j);
            long used = Scratch.Used;
            T* packed = Scratch.Rent<T>((long)Tile * inner);
            T* mixed = Scratch.Rent<T>((long)Tile * outer);
            nint positions = PositionsOf(j);
            for (nint p = 0; p < positions; p += Tile)
            {
                int count = (int)Math.Min(Tile, positions - p);
                Columns(j, p, count, x, &one, below, packed, inner, add: false);
                GemmShape shape = new(count, outer, inner, inner, 1, outer, outer);
                // The result of a single row is consecutive, as the product writes it.
                T* target = _tables.Joints[j].RowCount > 1 ? mixed : HalfLoops<T>.Result(in _outputs, _tables.Rows[_tables.Joints[j].Row].Step, y, null, above) + p * outer;
                TGemm.Multiply(in shape, packed, matrix, target, T.One, false);
                if (target == mixed) Rows(j, p, count, y, above, mixed, outer, store: true);
            }
            Scratch.Used = used;
            matrix += (nint)inner * outer;
        }
        HalfLoops<T>.Expand(in _outputs, y, null, above);
    }

    private readonly void Backward(T* x, T* gradY, T* gradX, T* below, T* above, T* gradBelow, T* gradMatrix)
    {
        T one = T.One, unused = T.Zero;
        if (gradMatrix is not null) HalfLoops<T>.Contract(in _inputs, x, &one, below);
        HalfLoops<T>.Contract(in _outputs, gradY, null, above);
        if (gradX is not null)
        {
            Runs.Clear(gradX, (nint)_inputs.RowSize);
            Runs.Clear(gradBelow, (nint)_inputs.HalvesSize);
        }
        T* transposed = Matrices;
        for (int j = 0; j < _tables.JointCount; j++)
        {
            int inner = JointWeights<T>.Inner(in _tables, j), outer = JointWeights<T>.Outer(in _tables, j);
            long used = Scratch.Used;
            T* packed = Scratch.Rent<T>((long)Tile * inner);
            T* mixed = Scratch.Rent<T>((long)Tile * outer);
            nint positions = PositionsOf(j);
            for (nint p = 0; p < positions; p += Tile)
            {
                int count = (int)Math.Min(Tile, positions - p);
                T* given = _tables.Joints[j].RowCount > 1 ? mixed : HalfLoops<T>.Result(in _outputs, _tables.Rows[_tables.Joints[j].Row].Step, gradY, null, above) + p * outer;
                if (given == mixed) Rows(j, p, count, gradY, above, mixed, outer, store: false);
                if (gradMatrix is not null)
                {
                    Columns(j, p, count, x, &one, below, packed, inner, add: false);
                    GemmShape product = new(inner, outer, count, 1, inner, outer, outer);
                    TGemm.Multiply(in product, packed, given, gradMatrix, T.One, true);
                }
                if (gradX is null) continue;
                GemmShape shape = new(count, inner, outer, outer, 1, inner, inner);
                TGemm.Multiply(in shape, given, transposed, packed, T.One, false);
                Columns(j, p, count, gradX, &unused, gradBelow, packed, inner, add: true);
            }
            Scratch.Used = used;
            transposed += (nint)inner * outer;
            if (gradMatrix is not null) gradMatrix += (nint)inner * outer;
        }
        if (gradX is not null) HalfLoops<T>.Expand(in _inputs, gradX, &unused, gradBelow);
    }

    private readonly nint PositionsOf(int joint) => (nint)_outputs.Positions(_tables.Rows[_tables.Joints[joint].Row].Step);

    // Between [positions, channels of all columns] and the halves of the inputs, whose axes are in another order.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Columns(int joint, nint first, int count, T* row, T* one, T* halves, T* packed, nint width, bool add)
    {
        DiagramJoint where = _tables.Joints[joint];
        nint* steps = stackalloc nint[Diagram.MaxVertices];
        nint* strides = stackalloc nint[Diagram.MaxVertices];
        nint* sizes = stackalloc nint[Diagram.MaxVertices];
        nint* digits = stackalloc nint[Diagram.MaxVertices];
        for (int c = 0; c < where.ColumnCount; c++)
        {
            ref DiagramColumn column = ref _tables.Columns[where.Column + c];
            T* source = HalfLoops<T>.Result(in _inputs, column.Step, row, one, halves);
            nint channels = column.Channels;
            int axes = _inputs.Step(column.Step).AxisCount;
            nint stride = channels;
            for (int axis = axes - 1; axis >= 0; axis--)
            {
                strides[axis] = stride;
                stride *= _inputs.Size(column.Step, axis);
            }
            for (int axis = 0; axis < axes; axis++)
            {
                steps[axis] = strides[column.Images[axis]];
                sizes[axis] = _inputs.Size(column.Step, column.Images[axis]);
            }
            nint left = first, place = 0;
            for (int axis = axes - 1; axis >= 0; axis--)
            {
                (left, digits[axis]) = Math.DivRem(left, sizes[axis]);
                place += digits[axis] * steps[axis];
            }
            place += left * stride;
            for (nint n = 0; n < count; n++)
            {
                if (add) Runs.Add(source + place, packed + n * width, channels);
                else Runs.Copy(packed + n * width, source + place, channels);
                int axis = axes - 1;
                for (; axis >= 0; axis--)
                {
                    place += steps[axis];
                    if (++digits[axis] < sizes[axis]) break;
                    place -= sizes[axis] * steps[axis];
                    digits[axis] = 0;
                }
                // The next choice of an alternation.
                if (axis < 0) place += stride;
            }
            packed += channels;
        }
    }

    // Between [positions, channels of all rows] and the halves of the outputs.
    private readonly void Rows(int joint, nint first, int count, T* row, T* halves, T* mixed, nint width, bool store)
    {
        DiagramJoint where = _tables.Joints[joint];
        for (int r = 0; r < where.RowCount; r++)
        {
            DiagramRow output = _tables.Rows[where.Row + r];
            T* target = HalfLoops<T>.Result(in _outputs, output.Step, row, null, halves) + first * output.Channels;
            for (int n = 0; n < count; n++, target += output.Channels)
                if (store) Runs.Copy(target, mixed + n * width, output.Channels);
                else Runs.Copy(mixed + n * width, target, output.Channels);
            mixed += output.Channels;
        }
    }
}
