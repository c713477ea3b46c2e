using System.Collections.Generic;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Several schedules at once.</summary>
                public class ChainedLR : LRScheduler
                {
                    private readonly List<LRScheduler> _schedulers;

                    public ChainedLR(IEnumerable<LRScheduler> schedulers)
                    {
                        _schedulers = [.. schedulers];
                        if (_schedulers.Count == 0) return;
                        _optimizer = _schedulers[0]._optimizer;
                        _last_lrs = [.. Rates];
                    }

                    public override void step()
                    {
                        foreach (LRScheduler scheduler in _schedulers) scheduler.step();
                        Note();
                    }

                    public override void step(int? epoch)
                    {
                        foreach (LRScheduler scheduler in _schedulers) scheduler.step(epoch);
                        Note();
                    }

                    private void Note()
                    {
                        _step_count++;
                        if (_schedulers.Count > 0) _last_lrs = [.. Rates];
                    }
                }
            }

            public static LRScheduler ChainedLR(IEnumerable<LRScheduler> schedulers) => new impl.ChainedLR(schedulers);
        }
    }
}
