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
                /// <summary>Up and down between two rates, again and again; the momentum goes the other way.</summary>
                public class CyclicLR : LRScheduler
                {
                    private readonly double[] _highest;
                    private readonly double[] _lowMomentum;
                    private readonly double[] _highMomentum;
                    private readonly Momentum[] _momenta;
                    private readonly Func<double, double> _scale;
                    private readonly bool _byCycle;
                    private readonly double _period;
                    private readonly double _rise;

                    public enum Mode
                    {
                        Triangular,
                        Triangular2,
                        ExpRange,
                    }

                    public enum ScaleMode
                    {
                        Cycle,
                        Iterations,
                    }

                    public CyclicLR(
                        Optimizer optimizer, double base_lr, double max_lr, int step_size_up = 2000, int step_size_down = -1,
                        Mode mode = Mode.Triangular, double gamma = 1.0, Func<double, double>? scale_fn = null,
                        ScaleMode scale_mode = ScaleMode.Cycle, bool cycle_momentum = true, double base_momentum = 0.8,
                        double max_momentum = 0.9, int last_epoch = -1, bool verbose = false)
                        : this(
                            optimizer, Alike(optimizer, base_lr), Alike(optimizer, max_lr), step_size_up, step_size_down, mode, gamma, scale_fn,
                            scale_mode, cycle_momentum, Alike(optimizer, base_momentum), Alike(optimizer, max_momentum), last_epoch, verbose) { }

                    public CyclicLR(
                        Optimizer optimizer, IEnumerable<double> base_lr, IEnumerable<double> max_lr, int step_size_up = 2000,
                        int step_size_down = -1, Mode mode = Mode.Triangular, double gamma = 1.0, Func<double, double>? scale_fn = null,
                        ScaleMode scale_mode = ScaleMode.Cycle, bool cycle_momentum = true, IEnumerable<double>? base_momentum = null,
                        IEnumerable<double>? max_momentum = null, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        int groups = _base_lrs.Count;
                        _base_lrs = ForEach(base_lr, 0, groups, nameof(base_lr));
                        _highest = ForEach(max_lr, 0, groups, nameof(max_lr));
                        _lowMomentum = ForEach(base_momentum, 0.8, groups, nameof(base_momentum));
                        _highMomentum = ForEach(max_momentum, 0.9, groups, nameof(max_momentum));
                        _period = step_size_up + (step_size_down == -1 ? step_size_up : step_size_down);
                        _rise = step_size_up / _period;
                        (_scale, _byCycle) = Scaling(mode, gamma, scale_fn, scale_mode);
                        _momenta = cycle_momentum ? Momentum.Of(optimizer) : [];
                        if (cycle_momentum && optimizer is not IMomentum)
                            throw new ArgumentException("The optimizer has no momentum that could change.", nameof(cycle_momentum));
                        step();
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        double cycle = Math.Floor(1 + _last_epoch / _period);
                        double place = 1 + _last_epoch / _period - cycle;
                        double height = place <= _rise ? place / _rise : (place - 1) / (_rise - 1);
                        height *= _scale(_byCycle ? cycle : _last_epoch);
                        for (int n = 0; n < _momenta.Length; n++) _momenta[n].Set(_highMomentum[n] - (_highMomentum[n] - _lowMomentum[n]) * height);
                        return _base_lrs.Zip(_highest, (low, high) => low + (high - low) * height);
                    }

                    private static (Func<double, double>, bool) Scaling(Mode mode, double gamma, Func<double, double>? given, ScaleMode by) =>
                        (given, mode) switch
                        {
                            (not null, _) => (given, by == ScaleMode.Cycle),
                            (_, Mode.Triangular2) => (cycle => Math.Pow(2, 1 - cycle), true),
                            (_, Mode.ExpRange) => (step => Math.Pow(gamma, step), false),
                            _ => (_ => 1, true),
                        };

                    private static IEnumerable<double> Alike(Optimizer optimizer, double number) =>
                        Enumerable.Repeat(number, optimizer?.ParamGroups.Count() ?? 0);
                }
            }

            public static LRScheduler CyclicLR(
                Optimizer optimizer, double base_lr, double max_lr, int step_size_up = 2000, int step_size_down = -1,
                impl.CyclicLR.Mode mode = impl.CyclicLR.Mode.Triangular, double gamma = 1.0, Func<double, double>? scale_fn = null,
                impl.CyclicLR.ScaleMode scale_mode = impl.CyclicLR.ScaleMode.Cycle, bool cycle_momentum = true, double base_momentum = 0.8,
                double max_momentum = 0.9, int last_epoch = -1, bool verbose = false) =>
                new impl.CyclicLR(
                    optimizer, base_lr, max_lr, step_size_up, step_size_down, mode, gamma, scale_fn, scale_mode, cycle_momentum, base_momentum,
                    max_momentum, last_epoch, verbose);

            public static LRScheduler CyclicLR(
                Optimizer optimizer, IEnumerable<double> base_lr, IEnumerable<double> max_lr, int step_size_up = 2000, int step_size_down = -1,
                impl.CyclicLR.Mode mode = impl.CyclicLR.Mode.Triangular, double gamma = 1.0, Func<double, double>? scale_fn = null,
                impl.CyclicLR.ScaleMode scale_mode = impl.CyclicLR.ScaleMode.Cycle, bool cycle_momentum = true,
                IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null, int last_epoch = -1, bool verbose = false) =>
                new impl.CyclicLR(
                    optimizer, base_lr, max_lr, step_size_up, step_size_down, mode, gamma, scale_fn, scale_mode, cycle_momentum, base_momentum,
                    max_momentum, last_epoch, verbose);
        }
    }
}
