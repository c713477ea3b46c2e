using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using TorchSharp.Interop;
using TorchSharp.Utils;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Gradients divided by roots of sums of their squares.</summary>
        public class Adagrad : OptimizerHelper
        {
            public Adagrad(
                IEnumerable<Parameter> parameters, double lr = 1e-2, double lr_decay = 0, double weight_decay = 0,
                double initial_accumulator_value = 0, double eps = 1e-10)
                : this([new ParamGroup { Parameters = parameters }], lr, lr_decay, weight_decay, initial_accumulator_value, eps) { }

            public Adagrad(
                IEnumerable<ParamGroup> parameters, double lr = 1e-2, double lr_decay = 0, double weight_decay = 0,
                double initial_accumulator_value = 0, double eps = 1e-10)
            {
                Require(lr >= 0, nameof(lr), lr);
                Require(eps >= 0, nameof(eps), eps);
                Require(lr_decay >= 0, nameof(lr_decay), lr_decay);
                Require(weight_decay >= 0, nameof(weight_decay), weight_decay);
                Require(initial_accumulator_value >= 0, nameof(initial_accumulator_value), initial_accumulator_value);
                _defaults = new Options
                {
                    LearningRate = lr,
                    InitialLearningRate = lr,
                    lr_decay = lr_decay,
                    initial_accumulator_value = initial_accumulator_value,
                    eps = eps,
                    weight_decay = weight_decay,
                };
                foreach (ParamGroup group in parameters) add_param_group(group);
            }

            public override void add_param_group(Modules.ParamGroup param_group)
            {
                Options defaults = (Options)_defaults;
                Options options = (Options)(param_group.Options ??= new Options());
                options.LearningRate ??= defaults.LearningRate;
                options.lr_decay ??= defaults.lr_decay;
                options.initial_accumulator_value ??= defaults.initial_accumulator_value;
                options.eps ??= defaults.eps;
                options.weight_decay ??= defaults.weight_decay;
                Add(param_group, parameter => new State(parameter));
            }

            public override torch.Tensor step(Func<torch.Tensor>? closure = null) => _step<ParamGroup>(Step, closure);

            private void Step(ParamGroup group)
            {
                Options options = group.Options;
                double decay = options.weight_decay!.Value;
                foreach ((Parameter parameter, torch.Tensor gradient, State state) in Each<State>(group))
                {
                    if (gradient.is_sparse || gradient.dtype.IsComplex())
                        throw new NotImplementedException("Adagrad takes neither sparse nor complex gradients.");
                    double rate = group.LearningRate / (1 + state.step * options.lr_decay!.Value);
                    state.step++;
                    torch.Tensor direction = decay == 0 ? gradient : Operator.Call("add.Tensor", gradient, parameter, decay);
                    Operator.CallInPlace(state.sum, "addcmul_", state.sum, direction, direction);
                    torch.Tensor divisor = Operator.Call("sqrt", state.sum);
                    Operator.CallInPlace(divisor, "add_.Scalar", divisor, options.eps!.Value);
                    Operator.CallInPlace(parameter, "addcdiv_", parameter, direction, divisor, -rate);
                }
            }

            public sealed class State : OptimizerState, IDisposable
            {
                public long step;
                public torch.Tensor sum = null!;

                public State(Parameter parameter)
                    : base(parameter) { }

                public void Dispose() => sum?.Dispose();

                public override void Initialize(OptimizerOptions options)
                {
                    step = 0;
                    Put(ref sum!, Filled(((Options)options).initial_accumulator_value!.Value));
                }

                public override void to(torch.Device device) => Put(ref sum!, Moved(sum, device));

                public override void SaveStateDict(BinaryWriter writer)
                {
                    writer.Write(step);
                    TensorFile.Write(writer, sum);
                }

                public override void LoadStateDict(BinaryReader reader)
                {
                    step = reader.ReadInt64();
                    Read(reader, ref sum!);
                }

                public override void LoadStateDict(OptimizerState source)
                {
                    State other = (State)source;
                    step = other.step;
                    Put(ref sum!, CopyOf(other.sum));
                }

                public override bool ApproximatelyEquals(OptimizerState other) =>
                    other is State state && step == state.step && Close(sum, state.sum);
            }

            public class Options : OptimizerOptions
            {
                public double? lr_decay;
                public double? initial_accumulator_value;
                public double? eps;
                public double? weight_decay;

                public override void SaveStateDict(BinaryWriter writer)
                {
                    base.SaveStateDict(writer);
                    writer.Write(lr_decay!.Value);
                    writer.Write(initial_accumulator_value!.Value);
                    writer.Write(eps!.Value);
                    writer.Write(weight_decay!.Value);
                }

                public override void LoadStateDict(BinaryReader reader)
                {
                    base.LoadStateDict(reader);
                    lr_decay = reader.ReadDouble();
                    initial_accumulator_value = reader.ReadDouble();
                    eps = reader.ReadDouble();
                    weight_decay = reader.ReadDouble();
                }

                public override void LoadStateDict(OptimizerOptions source)
                {
                    base.LoadStateDict(source);
                    Options other = (Options)source;
                    lr_decay = other.lr_decay;
                    initial_accumulator_value = other.initial_accumulator_value;
                    eps = other.eps;
                    weight_decay = other.weight_decay;
                }
            }

            public class ParamGroup : ParamGroup<Options>
            {
                public ParamGroup() { }

                public ParamGroup(IEnumerable<Parameter> parameters, Options options)
                    : base(parameters, options) { }

                public ParamGroup(
                    IEnumerable<Parameter> parameters, double lr = 0.01, double lr_decay = 0, double weight_decay = 0,
                    double initial_accumulator_value = 0, double eps = 1e-10)
                    : base(
                        parameters,
                        new Options
                        {
                            LearningRate = lr,
                            lr_decay = lr_decay,
                            initial_accumulator_value = initial_accumulator_value,
                            eps = eps,
                            weight_decay = weight_decay,
                        }) { }
            }
        }
    }

    public static partial class torch
    {
        public static partial class optim
        {
            public static Modules.Adagrad Adagrad(
                IEnumerable<Modules.Parameter> parameters, double lr = 1e-2, double lr_decay = 0, double weight_decay = 0,
                double initial_accumulator_value = 0, double eps = 1e-10) =>
                new(parameters, lr, lr_decay, weight_decay, initial_accumulator_value, eps);

            public static Modules.Adagrad Adagrad(
                IEnumerable<(string name, Modules.Parameter parameter)> parameters, double lr = 1e-2, double lr_decay = 0,
                double weight_decay = 0, double initial_accumulator_value = 0, double eps = 1e-10) =>
                new(parameters.Select(entry => entry.parameter), lr, lr_decay, weight_decay, initial_accumulator_value, eps);

            public static Modules.Adagrad Adagrad(
                IEnumerable<Modules.Adagrad.ParamGroup> parameters, double lr = 1e-2, double lr_decay = 0, double weight_decay = 0,
                double initial_accumulator_value = 0, double eps = 1e-10) =>
                new(parameters, lr, lr_decay, weight_decay, initial_accumulator_value, eps);
        }
    }
}
