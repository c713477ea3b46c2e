using Reps.Algebra;

namespace Reps.Kernels.Diagrams;

/// <summary>A term of a <see cref="DiagramProgram"/>.</summary>
internal unsafe struct DiagramTerm
{
    public int Channels;
    public int AxisCount;
    public fixed int Spaces[Diagram.MaxVertices];
}

/// <summary>A step of a <see cref="DiagramProgram"/>.</summary>
internal unsafe struct DiagramStep
{
    public HalfOperation Operation;
    public int Term;
    public int Parent;
    public int AxisCount;
    public int ClosedCount;
    public int Choices;
    public int Entries;
    public int List;
    private fixed int _axes[Diagram.MaxVertices];
    public fixed int Closed[Diagram.MaxVertices];

    /// <summary>The space of an axis.</summary>
    public readonly int Space(int axis) => _axes[axis] >> 16;

    /// <summary>The axes of the parent that an axis runs along, as bits.</summary>
    public readonly int Parents(int axis) => _axes[axis] & 0xffff;
}

/// <summary>Halves that are joined: the channels of the columns are mixed to those of the rows.</summary>
internal struct DiagramJoint
{
    public int Column;
    public int ColumnCount;
    public int Row;
    public int RowCount;
    public int Coupling;
    public int CouplingCount;
}

/// <summary>A half of the inputs, its axes in the order of the outputs.</summary>
internal unsafe struct DiagramColumn
{
    public int Step;
    public int Channels;
    public fixed int Images[Diagram.MaxVertices];
}

/// <summary>A half of the outputs.</summary>
internal struct DiagramRow
{
    public int Step;
    public int Channels;
}

/// <summary>The weights that a column and a row share.</summary>
internal struct DiagramCoupling
{
    public int Column;
    public int Row;
    public int Weight;
    public int Sign;
}

/// <summary>The sections of a <see cref="DiagramProgram"/>, and the sizes of a call.</summary>
internal unsafe struct DiagramTables
{
    public int InputTerms;
    public int OutputTerms;
    public int InputSteps;
    public int OutputSteps;
    public int JointCount;
    public int WeightCount;
    public int BiasCount;
    public DiagramTerm* Terms;
    public DiagramStep* Steps;
    public DiagramJoint* Joints;
    public DiagramColumn* Columns;
    public DiagramRow* Rows;
    public DiagramCoupling* Couplings;
    public int* Lists;
    public int* Sizes;

    public DiagramTables(int* integers, int* sizes)
    {
        int spaces = integers[1];
        (InputTerms, OutputTerms, InputSteps, OutputSteps, JointCount) = (integers[2], integers[3], integers[4], integers[5], integers[6]);
        (WeightCount, BiasCount) = (integers[10], integers[11]);
        Terms = (DiagramTerm*)(integers + DiagramProgram.HeaderSize + spaces);
        Steps = (DiagramStep*)(Terms + InputTerms + OutputTerms);
        Joints = (DiagramJoint*)(Steps + InputSteps + OutputSteps);
        Columns = (DiagramColumn*)(Joints + JointCount);
        Rows = (DiagramRow*)(Columns + integers[7]);
        Couplings = (DiagramCoupling*)(Rows + integers[8]);
        Lists = (int*)(Couplings + integers[9]);
        Sizes = sizes;
    }
}
