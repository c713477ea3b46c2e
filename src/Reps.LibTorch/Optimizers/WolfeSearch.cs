using System;
using System.Collections.Generic;

namespace TorchSharp.Modules;

/// <summary>
/// Searches along a direction for a length at which the loss is sufficiently smaller and its slope sufficiently flatter: Nocedal and Wright,
/// Numerical Optimization, algorithms 3.5 and 3.6, with cubic interpolation.
/// </summary>
internal sealed class WolfeSearch
{
    private const double Decrease = 1e-4;
    private const double Flatness = 0.9;
    private const int Most = 25;

    private readonly LBFGS _owner;
    private readonly Func<torch.Tensor> _closure;
    private readonly torch.Tensor _direction;
    private readonly double _tolerance;
    private readonly List<torch.Tensor> _gradients = [];
    private torch.Tensor[] _start = [];
    private double _loss, _slope;

    public WolfeSearch(LBFGS owner, Func<torch.Tensor> closure, torch.Tensor direction, double tolerance) =>
        (_owner, _closure, _direction, _tolerance) = (owner, closure, direction, tolerance);

    /// <summary>How often the closure has been called.</summary>
    public long Evaluations { get; private set; }

    /// <summary>Leaves the parameters where they are.</summary>
    /// <returns>What was found; its gradient belongs to the caller.</returns>
    public Trial Run(double length, double loss, torch.Tensor gradient, double slope)
    {
        (_loss, _slope) = (loss, slope);
        _start = _owner.Position();
        Trial? found = null;
        try
        {
            Trial origin = new(0, loss, LBFGS.Owned(gradient.clone()), slope);
            _gradients.Add(origin.Gradient);
            found = Bracket(origin, length);
            return found;
        }
        finally
        {
            foreach (torch.Tensor position in _start) position.Dispose();
            foreach (torch.Tensor kept in _gradients)
                if (!ReferenceEquals(kept, found?.Gradient)) kept.Dispose();
        }
    }

    // Goes farther until a good length lies between two.
    private Trial Bracket(Trial origin, double length)
    {
        Trial before = origin;
        Trial current = Try(length);
        int tries = 0;
        for (; tries < Most; tries++)
        {
            if (IsTooHigh(current) || (tries > 1 && current.Loss >= before.Loss)) return Zoom(before, current, tries);
            if (IsFlat(current)) return current;
            if (current.Slope >= 0) return Zoom(before, current, tries);
            double nearest = current.Length + 0.01 * (current.Length - before.Length);
            double next = Interpolated(before, current, nearest, current.Length * 10);
            (before, current) = (current, Try(next));
        }
        return origin.Loss <= current.Loss ? origin : current;
    }

    // Narrows the interval; what has the smaller loss is an end of it, always.
    private Trial Zoom(Trial left, Trial right, int tries)
    {
        double extent = LBFGS.Largest(_direction);
        (Trial low, Trial high) = right.Loss < left.Loss ? (right, left) : (left, right);
        bool stuck = false;
        for (; tries < Most; tries++)
        {
            (double from, double to) = (Math.Min(low.Length, high.Length), Math.Max(low.Length, high.Length));
            if ((to - from) * extent < _tolerance) break;
            double length = Interpolated(low, high, from, to);
            // Close to an end for the second time in a row: a tenth away from it.
            double margin = 0.1 * (to - from);
            if (Math.Min(to - length, length - from) < margin)
            {
                bool away = stuck || length >= to || length <= from;
                if (away) length = Math.Abs(length - to) < Math.Abs(length - from) ? to - margin : from + margin;
                stuck = !away;
            }
            else
            {
                stuck = false;
            }
            Trial trial = Try(length);
            if (IsTooHigh(trial) || !(trial.Loss < low.Loss))
            {
                (low, high) = trial.Loss < low.Loss ? (trial, low) : (low, trial);
                continue;
            }
            if (IsFlat(trial)) return trial;
            if (trial.Slope * (high.Length - low.Length) >= 0) high = low;
            low = trial;
        }
        return low;
    }

    // What is not a number is too high.
    private bool IsTooHigh(Trial trial) => !(trial.Loss <= _loss + Decrease * trial.Length * _slope);

    private bool IsFlat(Trial trial) => Math.Abs(trial.Slope) <= -Flatness * _slope;

    private Trial Try(double length)
    {
        _owner.Move(_direction, length);
        double loss = LBFGS.Evaluate(_closure);
        torch.Tensor gradient = _owner.Gather();
        _gradients.Add(gradient);
        _owner.Return(_start);
        Evaluations++;
        return new Trial(length, loss, gradient, LBFGS.Dot(gradient, _direction));
    }

    // Where the cubic polynomial through values and slopes is smallest.
    private static double Interpolated(Trial one, Trial other, double from, double to)
    {
        (Trial a, Trial b) = one.Length <= other.Length ? (one, other) : (other, one);
        double c = a.Slope + b.Slope - 3 * (a.Loss - b.Loss) / (a.Length - b.Length);
        double square = c * c - a.Slope * b.Slope;
        if (!(square >= 0)) return (from + to) / 2;
        double root = Math.Sqrt(square);
        double length = b.Length - (b.Length - a.Length) * ((b.Slope + root - c) / (b.Slope - a.Slope + 2 * root));
        return double.IsNaN(length) ? (from + to) / 2 : Math.Min(Math.Max(length, from), to);
    }

    /// <summary>A length and what is there.</summary>
    internal sealed record Trial(double Length, double Loss, torch.Tensor Gradient, double Slope);
}
