using System.Collections.Generic;
using System.Linq;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>The momentum of a group, or what stands for it: the first of Adam's betas.</summary>
            internal readonly record struct Momentum(ILearningRateController Group)
            {
                public bool Exists => Group is IMomentum or IBetas;

                public void Set(double value)
                {
                    if (Group is IBetas betas) betas.Betas = (value, betas.Betas.Item2);
                    else if (Group is IMomentum momentum) momentum.Momentum = value;
                }

                public static Momentum[] Of(Optimizer optimizer) => [.. optimizer.ParamGroups.Select(group => new Momentum(group))];
            }

            /// <summary>A number for each group: those that are given, or one for all.</summary>
            internal static double[] ForEach(IEnumerable<double>? given, double otherwise, int groups, string name)
            {
                double[] numbers = given is null ? [.. Enumerable.Repeat(otherwise, groups)] : [.. given];
                if (numbers.Length != groups) throw new System.ArgumentException($"There are {numbers.Length} numbers for {groups} groups.", name);
                return numbers;
            }
        }
    }
}
