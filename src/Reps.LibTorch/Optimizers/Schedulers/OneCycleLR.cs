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
                /// <summary>Up to the highest rate and down to a very small one, once; the momentum goes the other way.</summary>
                public class OneCycleLR : LRScheduler
                {
                    private readonly int _steps;
                    private readonly bool _linear;
                    private readonly Phase[] _phases;
                    private readonly Momentum[] _momenta;
                    private readonly double[] _first;
                    private readonly double[] _highest;
                    private readonly double[] _last;
                    private readonly double[] _lowMomentum;
                    private readonly double[] _highMomentum;

                    public enum AnnealStrategy
                    {
                        Cos,
                        Linear,
                    }

                    private enum Rate
                    {
                        First,
                        Highest,
                        Last,
                    }

                    private readonly record struct Phase(double End, Rate From, Rate To);

                    public OneCycleLR(
                        Optimizer optimizer, double max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1,
                        double pct_start = 0.3, AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true,
                        double base_momentum = 0.85, double max_momentum = 0.95, double div_factor = 25, double final_div_factor = 1e4,
                        bool three_phase = false, int last_epoch = -1, bool verbose = false)
                        : this(
                            optimizer, Alike(optimizer, max_lr), total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy, cycle_momentum,
                            Alike(optimizer, base_momentum), Alike(optimizer, max_momentum), div_factor, final_div_factor, three_phase,
                            last_epoch, verbose) { }

                    public OneCycleLR(
                        Optimizer optimizer, IEnumerable<double> max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1,
                        double pct_start = 0.3, AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true,
                        IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null, double div_factor = 25,
                        double final_div_factor = 1e4, bool three_phase = false, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _steps = Steps(total_steps, epochs, steps_per_epoch);
                        if (pct_start is not (>= 0 and <= 1)) throw new ArgumentException($"A share is from 0 to 1, not {pct_start}.", nameof(pct_start));
                        int groups = _base_lrs.Count;
                        _highest = ForEach(max_lr, 0, groups, nameof(max_lr));
                        _first = [.. _highest.Select(rate => rate / div_factor)];
                        _last = [.. _first.Select(rate => rate / final_div_factor)];
                        _lowMomentum = ForEach(base_momentum, 0.85, groups, nameof(base_momentum));
                        _highMomentum = ForEach(max_momentum, 0.95, groups, nameof(max_momentum));
                        _linear = anneal_strategy == AnnealStrategy.Linear;
                        _momenta = cycle_momentum ? Momentum.Of(optimizer) : [];
                        if (_momenta.Any(momentum => !momentum.Exists))
                            throw new ArgumentException("The optimizer has no momentum that could change.", nameof(cycle_momentum));
                        double up = pct_start * _steps - 1;
                        _phases = three_phase
                            ? [new(up, Rate.First, Rate.Highest), new(2 * up, Rate.Highest, Rate.First), new(_steps - 1, Rate.First, Rate.Last)]
                            : [new(up, Rate.First, Rate.Highest), new(_steps - 1, Rate.Highest, Rate.Last)];
                        step();
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        if (_last_epoch > _steps) throw new InvalidOperationException($"This is step {_last_epoch + 1} of {_steps}.");
                        int number = 0;
                        while (number < _phases.Length - 1 && _last_epoch > _phases[number].End) number++;
                        Phase phase = _phases[number];
                        double start = number == 0 ? 0 : _phases[number - 1].End;
                        double share = (_last_epoch - start) / (phase.End - start);
                        double[] rates = new double[_base_lrs.Count];
                        for (int n = 0; n < rates.Length; n++)
                        {
                            rates[n] = Between(Of(phase.From, n), Of(phase.To, n), share);
                            if (_momenta.Length > 0) _momenta[n].Set(Between(MomentumAt(phase.From, n), MomentumAt(phase.To, n), share));
                        }
                        return rates;
                    }

                    private double Between(double from, double to, double share) =>
                        _linear ? from + (to - from) * share : to + (from - to) / 2 * (Math.Cos(Math.PI * share) + 1);

                    private double Of(Rate rate, int group) =>
                        rate switch
                        {
                            Rate.First => _first[group],
                            Rate.Highest => _highest[group],
                            _ => _last[group],
                        };

                    // The highest rate goes with the lowest momentum.
                    private double MomentumAt(Rate rate, int group) => rate == Rate.Highest ? _lowMomentum[group] : _highMomentum[group];

                    private static int Steps(int total, int epochs, int perEpoch)
                    {
                        if (total == -1 && epochs == -1 && perEpoch == -1)
                            throw new ArgumentException("How many steps there are, or epochs and steps to each, must be said.", nameof(total));
                        if (total != -1) return total > 0 ? total : throw new ArgumentException($"There cannot be {total} steps.", nameof(total));
                        if (epochs > 0 && perEpoch > 0) return epochs * perEpoch;
                        throw new ArgumentException($"There cannot be {epochs} epochs of {perEpoch} steps.", nameof(epochs));
                    }

                    private static IEnumerable<double> Alike(Optimizer optimizer, double number) =>
                        Enumerable.Repeat(number, optimizer?.ParamGroups.Count() ?? 0);
                }
            }

            public static LRScheduler OneCycleLR(
                Optimizer optimizer, double max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3,
                impl.OneCycleLR.AnnealStrategy anneal_strategy = impl.OneCycleLR.AnnealStrategy.Cos, bool cycle_momentum = true,
                double base_momentum = 0.85, double max_momentum = 0.95, double div_factor = 25, double final_div_factor = 1e4,
                bool three_phase = false, int last_epoch = -1, bool verbose = false) =>
                new impl.OneCycleLR(
                    optimizer, max_lr, total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy, cycle_momentum, base_momentum,
                    max_momentum, div_factor, final_div_factor, three_phase, last_epoch, verbose);

            public static LRScheduler OneCycleLR(
                Optimizer optimizer, IEnumerable<double> max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1,
                double pct_start = 0.3, impl.OneCycleLR.AnnealStrategy anneal_strategy = impl.OneCycleLR.AnnealStrategy.Cos,
                bool cycle_momentum = true, IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null,
                double div_factor = 25, double final_div_factor = 1e4, bool three_phase = false, int last_epoch = -1, bool verbose = false) =>
                new impl.OneCycleLR(
                    optimizer, max_lr, total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy, cycle_momentum, base_momentum,
                    max_momentum, div_factor, final_div_factor, three_phase, last_epoch, verbose);
        }
    }
}
