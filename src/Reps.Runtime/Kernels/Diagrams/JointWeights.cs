using System.Numerics;

namespace Reps.Kernels.Diagrams;

/// <summary>The weights of each joint as one matrix, [channels of all columns, channels of all rows]; what no diagram couples is zero.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal static unsafe class JointWeights<T>
    where T : unmanaged, INumberBase<T>
{
    /// <summary>The number of values of all matrices.</summary>
    public static long Size(in DiagramTables tables)
    {
        long size = 0;
        for (int j = 0; j < tables.JointCount; j++) size += (long)Inner(in tables, j) * Outer(in tables, j);
        return size;
    }

    /// <summary>The channels of a joint's columns.</summary>
    public static int Inner(in DiagramTables tables, int joint)
    {
        int count = 0;
        for (int c = 0; c < tables.Joints[joint].ColumnCount; c++) count += tables.Columns[tables.Joints[joint].Column + c].Channels;
        return count;
    }

    /// <summary>The channels of a joint's rows.</summary>
    public static int Outer(in DiagramTables tables, int joint)
    {
        int count = 0;
        for (int r = 0; r < tables.Joints[joint].RowCount; r++) count += tables.Rows[tables.Joints[joint].Row + r].Channels;
        return count;
    }

    /// <summary>Gathers the matrices; of absent biases the weights are zero.</summary>
    /// <param name="tables">The program.</param>
    /// <param name="weights">The layer's weights.</param>
    /// <param name="biases">The layer's biases, or null.</param>
    /// <param name="matrices">Receives the matrices.</param>
    /// <param name="transposed">Whether they are wanted as [rows, columns].</param>
    public static void Gather(in DiagramTables tables, T* weights, T* biases, T* matrices, bool transposed)
    {
        Runs.Clear(matrices, (nint)Size(in tables));
        for (int j = 0; j < tables.JointCount; j++)
        {
            (int inner, int outer) = (Inner(in tables, j), Outer(in tables, j));
            for (int n = 0; n < tables.Joints[j].CouplingCount; n++)
            {
                Block block = new(in tables, j, n, weights, biases);
                if (block.Weights is null) continue;
                for (int u = 0; u < block.Inputs; u++)
                for (int v = 0; v < block.Outputs; v++)
                {
                    T value = block.Weights[u * block.Outputs + v];
                    (nint row, nint column) = (block.Column + u, block.Row + v);
                    matrices[transposed ? column * inner + row : row * outer + column] = block.Sign < 0 ? -value : value;
                }
            }
            matrices += (nint)inner * outer;
        }
    }

    /// <summary>Brings the gradients by the matrices to those by the weights; each weight is in one place.</summary>
    public static void Scatter(in DiagramTables tables, T* matrices, T* gradWeights, T* gradBiases)
    {
        for (int j = 0; j < tables.JointCount; j++)
        {
            (int inner, int outer) = (Inner(in tables, j), Outer(in tables, j));
            for (int n = 0; n < tables.Joints[j].CouplingCount; n++)
            {
                Block block = new(in tables, j, n, gradWeights, gradBiases);
                if (block.Weights is null) continue;
                for (int u = 0; u < block.Inputs; u++)
                for (int v = 0; v < block.Outputs; v++)
                {
                    T value = matrices[(nint)(block.Column + u) * outer + block.Row + v];
                    block.Weights[u * block.Outputs + v] = block.Sign < 0 ? -value : value;
                }
            }
            matrices += (nint)inner * outer;
        }
    }

    // Where the weights of a coupling are, and where in the matrix they belong.
    private readonly ref struct Block
    {
        public Block(in DiagramTables tables, int joint, int coupling, T* weights, T* biases)
        {
            DiagramJoint where = tables.Joints[joint];
            DiagramCoupling found = tables.Couplings[where.Coupling + coupling];
            for (int c = 0; c < found.Column; c++) Column += tables.Columns[where.Column + c].Channels;
            for (int r = 0; r < found.Row; r++) Row += tables.Rows[where.Row + r].Channels;
            (Inputs, Outputs) = (tables.Columns[where.Column + found.Column].Channels, tables.Rows[where.Row + found.Row].Channels);
            Sign = found.Sign;
            if (found.Weight >= 0) Weights = weights is null ? null : weights + found.Weight;
            else Weights = biases is null ? null : biases + (-1 - found.Weight);
        }

        public int Column { get; }

        public int Row { get; }

        public int Inputs { get; }

        public int Outputs { get; }

        public int Sign { get; }

        public T* Weights { get; }
    }
}
