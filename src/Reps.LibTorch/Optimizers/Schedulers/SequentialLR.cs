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
                /// <summary>One schedule after the other.</summary>
                public class SequentialLR : LRScheduler
                {
                    private readonly LRScheduler[] _schedulers;
                    private readonly int[] _milestones;

                    /// <param name="optimizer">Whose rates change: the one of all schedules.</param>
                    /// <param name="schedulers">The schedules.</param>
                    /// <param name="milestones">The step at which each schedule but the first begins.</param>
                    /// <param name="last_epoch">The last step.</param>
                    public SequentialLR(Optimizer optimizer, IEnumerable<LRScheduler> schedulers, IEnumerable<int> milestones, int last_epoch = -1)
                        : base(optimizer, last_epoch + 1)
                    {
                        (_schedulers, _milestones) = ([.. schedulers], [.. milestones]);
                        if (_schedulers.Any(scheduler => scheduler._optimizer != optimizer))
                            throw new ArgumentException("A schedule is that of another optimizer.", nameof(schedulers));
                        if (_milestones.Length != _schedulers.Length - 1)
                            throw new ArgumentException($"{_schedulers.Length} schedules begin at {_milestones.Length} milestones: there must be one less.", nameof(milestones));
                        // All schedules have made their first step already, one upon the other: only that of the first one counts.
                        foreach (ILearningRateController group in optimizer.ParamGroups) group.LearningRate = group.InitialLearningRate;
                        foreach (LRScheduler scheduler in _schedulers) scheduler._last_epoch--;
                        _schedulers[0].step();
                        _last_lrs = [.. _schedulers[0].get_last_lr()];
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        int place = _milestones.Count(milestone => milestone <= _last_epoch);
                        if (place > 0 && _milestones[place - 1] == _last_epoch) _schedulers[place].step(0);
                        else _schedulers[place].step();
                        return Rates;
                    }
                }
            }

            public static LRScheduler SequentialLR(
                Optimizer optimizer, IEnumerable<LRScheduler> schedulers, IEnumerable<int> milestones, int last_epoch = -1) =>
                new impl.SequentialLR(optimizer, schedulers, milestones, last_epoch);
        }
    }
}
