using System;
using System.Collections.Generic;
using System.Linq;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Times a factor when a measure has not become better for some time.</summary>
                public class ReduceLROnPlateau : LRScheduler
                {
                    private readonly bool _larger;
                    private readonly bool _relative;
                    private readonly double _factor;
                    private readonly double _threshold;
                    private readonly double _eps;
                    private readonly int _patience;
                    private readonly int _cooldown;
                    private readonly double[] _least;
                    private double _best;
                    private int _bad;
                    private int _cooling;

                    public ReduceLROnPlateau(
                        Optimizer optimizer, string mode = "min", double factor = 0.1, int patience = 10, double threshold = 1e-4,
                        string threshold_mode = "rel", int cooldown = 0, IList<double>? min_lr = null, double eps = 1e-8, bool verbose = false)
                        : base(optimizer, -1, verbose)
                    {
                        if (factor >= 1) throw new ArgumentException($"A factor of {factor} reduces nothing.", nameof(factor));
                        if (mode is not ("min" or "max")) throw new ArgumentException($"The mode is min or max, not {mode}.", nameof(mode));
                        if (threshold_mode is not ("rel" or "abs"))
                            throw new ArgumentException($"The mode of the threshold is rel or abs, not {threshold_mode}.", nameof(threshold_mode));
                        int groups = _base_lrs.Count;
                        _least = min_lr switch
                        {
                            null or { Count: 0 } => new double[groups],
                            { Count: 1 } => [.. Enumerable.Repeat(min_lr[0], groups)],
                            _ when min_lr.Count == groups => [.. min_lr],
                            _ => throw new ArgumentException($"There are {min_lr.Count} least rates for {groups} groups.", nameof(min_lr)),
                        };
                        (_larger, _relative) = (mode == "max", threshold_mode == "rel");
                        (_factor, _patience, _threshold, _cooldown, _eps) = (factor, patience, threshold, cooldown, eps);
                        _best = _larger ? double.NegativeInfinity : double.PositiveInfinity;
                    }

                    public override void step(double current, int? epoch = null)
                    {
                        _step_count++;
                        _last_epoch = epoch ?? _last_epoch + 1;
                        if (IsBetter(current)) (_best, _bad) = (current, 0);
                        else _bad++;
                        if (_cooling > 0) (_cooling, _bad) = (_cooling - 1, 0);
                        if (_bad > _patience)
                        {
                            // Changes that are next to none are left out.
                            Set([.. Rates.Zip(_least, (rate, least) => rate - Math.Max(rate * _factor, least) > _eps ? Math.Max(rate * _factor, least) : rate)]);
                            (_cooling, _bad) = (_cooldown, 0);
                        }
                    }

                    public override void step() => throw new InvalidOperationException("This schedule needs a measure: call step(double, int?).");

                    public override void step(int? epoch) => step();

                    private bool IsBetter(double measure) =>
                        (_larger, _relative) switch
                        {
                            (false, true) => measure < _best * (1 - _threshold),
                            (false, false) => measure < _best - _threshold,
                            (true, true) => measure > _best * (1 + _threshold),
                            (true, false) => measure > _best + _threshold,
                        };
                }
            }

            public static LRScheduler ReduceLROnPlateau(
                Optimizer optimizer, string mode = "min", double factor = 0.1, int patience = 10, double threshold = 1e-4,
                string threshold_mode = "rel", int cooldown = 0, IList<double>? min_lr = null, double eps = 1e-8, bool verbose = false) =>
                new impl.ReduceLROnPlateau(optimizer, mode, factor, patience, threshold, threshold_mode, cooldown, min_lr, eps, verbose);
        }
    }
}
