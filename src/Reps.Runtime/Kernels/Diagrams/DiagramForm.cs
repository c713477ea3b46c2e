using System.Numerics;
using Reps.Algebra;
using Reps.Kernels.Execution;

namespace Reps.Kernels.Diagrams;

/// <summary>The program of a diagram layer with the sizes of a call, in one of its forms: half-diagrams, orbits of lists, or one matrix.</summary>
internal unsafe struct DiagramForm
{
    private readonly ProgramForm _form;
    private readonly OrbitTables _orbits;
    private readonly MatrixTables _matrix;
    private readonly DiagramTables _tables;
    private readonly DiagramSide _inputs;
    private readonly DiagramSide _outputs;

    /// <summary>Reads a program. What it rents is the caller's to give back.</summary>
    /// <param name="integers">The integers of the program.</param>
    /// <param name="sizes">n of each space.</param>
    /// <param name="values">The values of the input.</param>
    public DiagramForm(int* integers, int* sizes, long values)
    {
        _form = (ProgramForm)integers[0];
        if (_form == ProgramForm.Orbit)
        {
            _orbits = new(integers);
            (InputSize, OutputSize, WeightCount, BiasCount) = (_orbits.InputSize, _orbits.OutputSize, _orbits.WeightCount, _orbits.BiasCount);
            return;
        }
        if (_form == ProgramForm.Matrix)
        {
            _matrix = new(integers);
            (InputSize, OutputSize, WeightCount, BiasCount) = (_matrix.InputSize, _matrix.OutputSize, _matrix.WeightCount, _matrix.BiasCount);
            // In few rows the matrix is not worth filling.
            if (values >= (long)integers[6] * (InputSize > 0 ? InputSize : OutputSize)) return;
            integers += integers[7];
            _form = ProgramForm.Diagram;
        }
        _tables = new(integers, sizes);
        _inputs = new(in _tables, false, Scratch.Rent<long>(DiagramSide.MemorySize(in _tables, false)));
        _outputs = new(in _tables, true, Scratch.Rent<long>(DiagramSide.MemorySize(in _tables, true)));
        (InputSize, OutputSize, WeightCount, BiasCount) = (_inputs.RowSize, _outputs.RowSize, _tables.WeightCount, _tables.BiasCount);
    }

    /// <summary>The values of a row of the input.</summary>
    public long InputSize { get; }

    /// <summary>The values of a row of the output.</summary>
    public long OutputSize { get; }

    /// <summary>The number of weights.</summary>
    public int WeightCount { get; }

    /// <summary>The number of biases.</summary>
    public int BiasCount { get; }

    /// <summary>The output of a batch, or its gradients where no output is given.</summary>
    public readonly void Run<T>(in DiagramCall<T> call)
        where T : unmanaged, INumberBase<T>
    {
        if (_form == ProgramForm.Orbit) DiagramEngines.Of<T>().Run(in call, in _orbits);
        else if (_form == ProgramForm.Matrix) DiagramEngines.Of<T>().Run(in call, in _matrix);
        else DiagramEngines.Of<T>().Run(in call, in _tables, in _inputs, in _outputs);
    }
}
