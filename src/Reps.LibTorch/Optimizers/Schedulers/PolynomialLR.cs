using System;
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
                /// <summary>Down to zero as a power of the steps that are left.</summary>
                public class PolynomialLR : LRScheduler
                {
                    private readonly double _steps;
                    private readonly double _power;

                    public PolynomialLR(
                        Optimizer optimizer, int total_iters = 5, double power = 1.0, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        (_steps, _power) = (total_iters, power);
                        step();
                    }

                    protected override IEnumerable<double> get_lr() =>
                        _last_epoch == 0 || _last_epoch > _steps
                            ? Rates
                            : Times(Math.Pow((1 - _last_epoch / _steps) / (1 - (_last_epoch - 1) / _steps), _power));

                    protected override IEnumerable<double> get_closed_form_lr() =>
                        FirstTimes(Math.Pow(1 - Math.Min(_steps, _last_epoch) / _steps, _power));
                }
            }

            public static LRScheduler PolynomialLR(
                Optimizer optimizer, int total_iters = 5, double power = 1.0, int last_epoch = -1, bool verbose = false) =>
                new impl.PolynomialLR(optimizer, total_iters, power, last_epoch, verbose);
        }
    }
}
