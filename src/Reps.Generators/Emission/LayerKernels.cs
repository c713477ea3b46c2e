using System.Collections.Generic;
using System.Threading;
using Reps.Algebra;

namespace Reps.Generators.Emission;

/// <summary>All kernels of a layer: every path, and its gradients by every operand.</summary>
internal sealed class LayerKernels
{
    private readonly SegmentedPlan _plan;
    private readonly List<KernelPath> _forward = [];
    private readonly List<KernelPath>[] _gradients;
    private readonly List<KernelPath>[] _ofPath;

    public LayerKernels(SegmentedPlan plan, CancellationToken cancellationToken)
    {
        _plan = plan;
        _gradients = new List<KernelPath>[plan.Inputs.Count];
        _ofPath = new List<KernelPath>[plan.Paths.Count];
        for (int operand = 0; operand < _gradients.Length; operand++) _gradients[operand] = [];
        for (int n = 0; n < plan.Paths.Count; n++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _forward.Add(new KernelPath(plan, plan.Paths[n], n));
            _ofPath[n] = [_forward[n]];
            for (int operand = 0; operand < _gradients.Length; operand++)
                foreach (KernelPath gradient in KernelPath.Gradients(plan, plan.Paths[n], n, operand))
                {
                    _gradients[operand].Add(gradient);
                    _ofPath[n].Add(gradient);
                }
        }
    }

    /// <summary>The paths themselves.</summary>
    public IReadOnlyList<KernelPath> Forward => _forward;

    /// <summary>The gradients of all paths by one operand.</summary>
    public IReadOnlyList<KernelPath> Gradients(int operand) => _gradients[operand];

    /// <summary>Writes a method for each path, number type and derivative, and the tables.</summary>
    public void Emit(CodeWriter writer, IReadOnlyList<string> comments, CancellationToken cancellationToken)
    {
        for (int n = 0; n < _forward.Count; n++)
        {
            if (n > 0) writer.Line();
            writer.Lines(comments[n]);
            foreach (ScalarType scalar in ScalarType.All)
            {
                cancellationToken.ThrowIfCancellationRequested();
                CoefficientTexts texts = new(scalar, _forward[n].Path.Scale);
                foreach (KernelPath path in _ofPath[n])
                {
                    if (path != _forward[n] || scalar != ScalarType.All[0]) writer.Line();
                    new PathEmitter(writer, scalar, path, texts).Emit();
                }
            }
        }
        LayerTables.Emit(writer, _plan);
    }
}
