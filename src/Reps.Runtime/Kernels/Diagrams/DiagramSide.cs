using Reps.Algebra;

namespace Reps.Kernels.Diagrams;

/// <summary>The inputs or the outputs of a diagram layer: where tensors and halves lie, for the sizes of a call.</summary>
internal unsafe struct DiagramSide
{
    private readonly DiagramTerm* _terms;
    private readonly DiagramStep* _steps;
    private readonly int* _sizes;
    private readonly int* _lists;

    // The place of each term in a row of the batch, and of each step's result in a row of halves; each with the end.
    private readonly long* _termOffsets;
    private readonly long* _stepOffsets;

    // The number of positions of each step's result: choices, times n for each axis.
    private readonly long* _positions;
    private readonly long* _choices;

    /// <summary>A side.</summary>
    /// <param name="tables">The program.</param>
    /// <param name="outputs">Which side.</param>
    /// <param name="memory">Room for <see cref="MemorySize"/> numbers.</param>
    public DiagramSide(in DiagramTables tables, bool outputs, long* memory)
    {
        _terms = tables.Terms + (outputs ? tables.InputTerms : 0);
        _steps = tables.Steps + (outputs ? tables.InputSteps : 0);
        _sizes = tables.Sizes;
        _lists = tables.Lists;
        TermCount = outputs ? tables.OutputTerms : tables.InputTerms;
        StepCount = outputs ? tables.OutputSteps : tables.InputSteps;
        HasOne = !outputs;
        _termOffsets = memory;
        _stepOffsets = _termOffsets + TermCount + 1;
        _positions = _stepOffsets + StepCount + 1;
        _choices = _positions + StepCount;
        long offset = 0;
        for (int t = 0; t < TermCount; t++)
        {
            _termOffsets[t] = offset;
            // The number one of the biases is no part of the input.
            if (!HasOne || t < TermCount - 1) offset = checked(offset + TermSize(t));
        }
        _termOffsets[TermCount] = offset;
        offset = 0;
        for (int s = 0; s < StepCount; s++)
        {
            ref DiagramStep step = ref _steps[s];
            _choices[s] = step.Choices * (step.Parent >= 0 ? _choices[step.Parent] : 1);
            long positions = _choices[s];
            for (int axis = 0; axis < step.AxisCount; axis++) positions = checked(positions * _sizes[step.Space(axis)]);
            _positions[s] = positions;
            _stepOffsets[s] = offset;
            if (step.Operation != HalfOperation.Whole) offset = checked(offset + positions * _terms[step.Term].Channels);
        }
        _stepOffsets[StepCount] = offset;
    }

    /// <summary>The number of terms, the number one included.</summary>
    public int TermCount { get; }

    /// <summary>The number of steps.</summary>
    public int StepCount { get; }

    /// <summary>Whether the last term is the number one.</summary>
    public bool HasOne { get; }

    /// <summary>The values of a row of the batch.</summary>
    public readonly long RowSize => _termOffsets[TermCount];

    /// <summary>The values of all halves of a row of the batch, those that are tensors themselves left out.</summary>
    public readonly long HalvesSize => _stepOffsets[StepCount];

    /// <summary>How many numbers a side needs for its offsets.</summary>
    public static int MemorySize(in DiagramTables tables, bool outputs) =>
        2 + (outputs ? tables.OutputTerms + (3 * tables.OutputSteps) : tables.InputTerms + (3 * tables.InputSteps));

    /// <summary>A step.</summary>
    public readonly ref DiagramStep Step(int step) => ref _steps[step];

    /// <summary>The signs and colours of an alternation.</summary>
    public readonly int* List(in DiagramStep step) => _lists + step.List;

    /// <summary>The channels of a step.</summary>
    public readonly int Channels(int step) => _terms[_steps[step].Term].Channels;

    /// <summary>The positions of a step's result.</summary>
    public readonly long Positions(int step) => _positions[step];

    /// <summary>Whether a step belongs to the number one.</summary>
    public readonly bool IsOne(int step) => HasOne && _steps[step].Term == TermCount - 1;

    /// <summary>Where a term begins in a row of the batch.</summary>
    public readonly long TermOffset(int term) => _termOffsets[term];

    /// <summary>Where a step's result begins: in a row of halves, or, of a whole tensor, in a row of the batch.</summary>
    public readonly long Offset(int step) => _steps[step].Operation == HalfOperation.Whole ? _termOffsets[_steps[step].Term] : _stepOffsets[step];

    /// <summary>The size of an axis of a step's result.</summary>
    public readonly int Size(int step, int axis) => _sizes[_steps[step].Space(axis)];

    /// <summary>The axes of what a step works on, in order.</summary>
    /// <param name="step">The step.</param>
    /// <param name="sizes">Receives the size of each axis.</param>
    /// <param name="choices">Receives the number of choices outside them.</param>
    /// <returns>The number of axes.</returns>
    public readonly int ParentAxes(int step, long* sizes, out long choices)
    {
        int parent = _steps[step].Parent;
        choices = parent < 0 ? 1 : _choices[parent];
        int count = parent < 0 ? _terms[_steps[step].Term].AxisCount : _steps[parent].AxisCount;
        for (int axis = 0; axis < count; axis++) sizes[axis] = parent < 0 ? _sizes[_terms[_steps[step].Term].Spaces[axis]] : Size(parent, axis);
        return count;
    }

    private readonly long TermSize(int term)
    {
        long size = _terms[term].Channels;
        for (int axis = 0; axis < _terms[term].AxisCount; axis++) size = checked(size * _sizes[_terms[term].Spaces[axis]]);
        return size;
    }
}
