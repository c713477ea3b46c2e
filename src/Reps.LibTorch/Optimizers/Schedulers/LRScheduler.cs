using System;
using System.Collections.Generic;
using System.Linq;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>How the learning rates of an optimizer change from step to step.</summary>
        public static partial class lr_scheduler
        {
            /// <summary>Sets the learning rates of each group, once in each step.</summary>
            public abstract class LRScheduler
            {
                internal Optimizer _optimizer = null!;
                internal int _last_epoch = -1;
                internal bool _verbose;
                protected int _step_count;
                internal IList<double> _last_lrs = [];
                internal IList<double> _base_lrs = [];

                protected LRScheduler() { }

                protected LRScheduler(Optimizer optimizer, int last_epoch = -1, bool verbose = false)
                {
                    ArgumentNullException.ThrowIfNull(optimizer);
                    (_optimizer, _last_epoch, _verbose) = (optimizer, last_epoch, verbose);
                    _base_lrs = [.. optimizer.ParamGroups.Select(group => group.InitialLearningRate)];
                    _last_lrs = [.. Rates];
                }

                public virtual void step() => step(null);

                public virtual void step(int? epoch)
                {
                    _step_count++;
                    _last_epoch = epoch ?? _last_epoch + 1;
                    // Only once: computing the rates may advance what they depend on.
                    Set([.. epoch is null ? get_lr() : get_closed_form_lr()]);
                }

                public virtual void step(double current, int? epoch = null) => step(epoch);

                public IEnumerable<double> get_last_lr() => _last_lrs;

                protected virtual IEnumerable<double> get_lr() => Rates;

                protected virtual IEnumerable<double> get_closed_form_lr() => get_lr();

                private protected IEnumerable<double> Rates => _optimizer.ParamGroups.Select(group => group.LearningRate);

                /// <summary>The rates as they are, times a number.</summary>
                private protected IEnumerable<double> Times(double factor) => Rates.Select(rate => rate * factor);

                /// <summary>The rates as they were in the beginning, times a number.</summary>
                private protected IEnumerable<double> FirstTimes(double factor) => _base_lrs.Select(rate => rate * factor);

                private protected void Set(double[] rates)
                {
                    ILearningRateController[] groups = [.. _optimizer.ParamGroups];
                    for (int n = 0; n < rates.Length; n++)
                    {
                        if (_verbose && rates[n] != groups[n].LearningRate) Console.WriteLine($"The learning rate of group {n} is {rates[n]}.");
                        groups[n].LearningRate = rates[n];
                    }
                    _last_lrs = rates;
                }
            }
        }
    }
}
