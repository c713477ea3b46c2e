using System;
using System.Collections.Generic;
using TorchSharp.Interop;

namespace TorchSharp.Modules;

/// <summary>The last moves and the changes of the gradient along them: what LBFGS knows of the inverse of the second derivatives.</summary>
internal sealed class CurvatureHistory : IDisposable
{
    // Less than that is no curvature but rounding.
    private const double Least = 1e-10;

    private readonly long _size;
    private readonly List<(torch.Tensor Move, torch.Tensor Change, double Product)> _pairs = [];
    private double _scale = 1;

    public CurvatureHistory(long size) => _size = size;

    /// <summary>Adds a pair, which it owns from now on. Pairs along which the gradient does not grow are dropped.</summary>
    public void Add(torch.Tensor move, torch.Tensor change)
    {
        double product = LBFGS.Dot(change, move);
        if (!(product > Least))
        {
            move.Dispose();
            change.Dispose();
            return;
        }
        _scale = product / LBFGS.Dot(change, change);
        _pairs.Add((move, change, product));
        while (_pairs.Count > _size) RemoveFirst();
    }

    /// <summary>Minus the gradient, times what is known of the inverse.</summary>
    public torch.Tensor Downhill(torch.Tensor gradient)
    {
        torch.Tensor direction = LBFGS.Owned(Operator.Call("neg", gradient));
        double[] shares = new double[_pairs.Count];
        for (int n = _pairs.Count - 1; n >= 0; n--)
        {
            shares[n] = LBFGS.Dot(_pairs[n].Move, direction) / _pairs[n].Product;
            Operator.CallInPlace(direction, "add_.Tensor", direction, _pairs[n].Change, -shares[n]);
        }
        Operator.CallInPlace(direction, "mul_.Scalar", direction, _scale);
        for (int n = 0; n < _pairs.Count; n++)
        {
            double share = shares[n] - LBFGS.Dot(_pairs[n].Change, direction) / _pairs[n].Product;
            Operator.CallInPlace(direction, "add_.Tensor", direction, _pairs[n].Move, share);
        }
        return direction;
    }

    public void Dispose()
    {
        while (_pairs.Count > 0) RemoveFirst();
    }

    private void RemoveFirst()
    {
        _pairs[0].Move.Dispose();
        _pairs[0].Change.Dispose();
        _pairs.RemoveAt(0);
    }
}
