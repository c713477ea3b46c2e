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
        /// <summary>Gradients divided by roots of means of their squares.</summary>
        public class RMSProp : OptimizerHelper, torch.optim.IMomentum
        {
            public RMSProp(
                IEnumerable<Parameter> parameters, double lr = 1e-3, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0,
                double momentum = 0.0, bool centered = false, bool maximize = false)
                : this([new ParamGroup { Parameters = parameters }], lr, alpha, eps, weight_decay, momentum, centered, maximize) { }

            public RMSProp(
                IEnumerable<ParamGroup> parameters, double lr = 1e-3, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0,
                double momentum = 0.0, bool centered = false, bool maximize = false)
            {
                Require(lr >= 0, nameof(lr), lr);
                Require(eps >= 0, nameof(eps), eps);
                Require(alpha >= 0, nameof(alpha), alpha);
                Require(momentum >= 0, nameof(momentum), momentum);
                Require(weight_decay >= 0, nameof(weight_decay), weight_decay);
                _defaults = new Options
                {
                    LearningRate = lr,
                    InitialLearningRate = lr,
                    maximize = maximize,
                    momentum = momentum,
                    alpha = alpha,
                    eps = eps,
                    weight_decay = weight_decay,
                    centered = centered,
                };
                foreach (ParamGroup group in parameters) add_param_group(group);
            }

            public double Momentum
            {
                get => ((Options)_defaults).momentum!.Value;
                set => ((Options)_defaults).momentum = value;
            }

            public override void add_param_group(Modules.ParamGroup param_group)
            {
                Options defaults = (Options)_defaults;
                Options options = (Options)(param_group.Options ??= new Options());
                options.LearningRate ??= defaults.LearningRate;
                options.maximize ??= defaults.maximize;
                options.momentum ??= defaults.momentum;
                options.alpha ??= defaults.alpha;
                options.eps ??= defaults.eps;
                options.weight_decay ??= defaults.weight_decay;
                options.centered ??= defaults.centered;
                Add(param_group, parameter => new State(parameter));
            }

            public override torch.Tensor step(Func<torch.Tensor>? closure = null) => _step<ParamGroup>(Step, closure);

            private void Step(ParamGroup group)
            {
                Options options = group.Options;
                (double alpha, double momentum, double decay) = (options.alpha!.Value, options.momentum!.Value, options.weight_decay!.Value);
                foreach ((Parameter parameter, torch.Tensor gradient, State state) in Each<State>(group))
                {
                    state.step++;
                    torch.Tensor direction = options.maximize!.Value ? Operator.Call("neg", gradient) : gradient;
                    if (decay != 0) direction = Operator.Call("add.Tensor", direction, parameter, decay);
                    torch.Tensor divisor = state.Root(direction, alpha, options.centered!.Value);
                    Operator.CallInPlace(divisor, "add_.Scalar", divisor, options.eps!.Value);
                    if (momentum > 0)
                    {
                        torch.Tensor buffer = state.momentum_buffer;
                        Operator.CallInPlace(buffer, "mul_.Scalar", buffer, momentum);
                        Operator.CallInPlace(buffer, "addcdiv_", buffer, direction, divisor);
                        Operator.CallInPlace(parameter, "add_.Tensor", parameter, buffer, -group.LearningRate);
                    }
                    else
                    {
                        Operator.CallInPlace(parameter, "addcdiv_", parameter, direction, divisor, -group.LearningRate);
                    }
                }
            }

            public sealed class State : OptimizerState, IDisposable
            {
                public long step;
                public torch.Tensor square_avg = null!;
                public torch.Tensor momentum_buffer = null!;
                public torch.Tensor grad_avg = null!;

                public State(Parameter parameter)
                    : base(parameter) { }

                public void Dispose()
                {
                    square_avg?.Dispose();
                    momentum_buffer?.Dispose();
                    grad_avg?.Dispose();
                }

                public override void Initialize(OptimizerOptions options)
                {
                    step = 0;
                    Put(ref square_avg!, Filled(0));
                    Put(ref momentum_buffer!, Filled(0));
                    Put(ref grad_avg!, Filled(0));
                }

                public override void to(torch.Device device)
                {
                    Put(ref square_avg!, Moved(square_avg, device));
                    Put(ref momentum_buffer!, Moved(momentum_buffer, device));
                    Put(ref grad_avg!, Moved(grad_avg, device));
                }

                public override void SaveStateDict(BinaryWriter writer)
                {
                    writer.Write(step);
                    TensorFile.Write(writer, square_avg);
                    SaveConditionalStateTensor(writer, momentum_buffer);
                    SaveConditionalStateTensor(writer, grad_avg);
                }

                public override void LoadStateDict(BinaryReader reader)
                {
                    step = reader.ReadInt64();
                    Read(reader, ref square_avg!);
                    ReadConditional(reader, ref momentum_buffer!);
                    ReadConditional(reader, ref grad_avg!);
                    // A file may say that there is none of them, which stands for zeros.
                    momentum_buffer ??= Filled(0).DetachFromDisposeScope();
                    grad_avg ??= Filled(0).DetachFromDisposeScope();
                }

                public override void LoadStateDict(OptimizerState source)
                {
                    State other = (State)source;
                    step = other.step;
                    Put(ref square_avg!, CopyOf(other.square_avg));
                    Put(ref momentum_buffer!, CopyOf(other.momentum_buffer));
                    Put(ref grad_avg!, CopyOf(other.grad_avg));
                }

                public override bool ApproximatelyEquals(OptimizerState other) =>
                    other is State state
                    && step == state.step
                    && Close(square_avg, state.square_avg)
                    && Close(momentum_buffer, state.momentum_buffer)
                    && Close(grad_avg, state.grad_avg);

                // The root of the mean square; about the mean, if it is centered.
                internal torch.Tensor Root(torch.Tensor direction, double alpha, bool centered)
                {
                    Operator.CallInPlace(square_avg, "mul_.Scalar", square_avg, alpha);
                    Operator.CallInPlace(square_avg, "addcmul_", square_avg, direction, direction, 1 - alpha);
                    if (!centered) return Operator.Call("sqrt", square_avg);
                    Operator.CallInPlace(grad_avg, "mul_.Scalar", grad_avg, alpha);
                    Operator.CallInPlace(grad_avg, "add_.Tensor", grad_avg, direction, 1 - alpha);
                    torch.Tensor variance = Operator.Call("addcmul", square_avg, grad_avg, grad_avg, -1);
                    return Operator.CallInPlace(variance, "sqrt_", variance);
                }
            }

            public class Options : OptimizerOptions
            {
                public bool? maximize;
                public double? momentum;
                public double? alpha;
                public double? eps;
                public double? weight_decay;
                public bool? centered;

                public override void SaveStateDict(BinaryWriter writer)
                {
                    base.SaveStateDict(writer);
                    writer.Write(maximize!.Value);
                    writer.Write(momentum!.Value);
                    writer.Write(alpha!.Value);
                    writer.Write(eps!.Value);
                    writer.Write(weight_decay!.Value);
                    writer.Write(centered!.Value);
                }

                public override void LoadStateDict(BinaryReader reader)
                {
                    base.LoadStateDict(reader);
                    maximize = reader.ReadBoolean();
                    momentum = reader.ReadDouble();
                    alpha = reader.ReadDouble();
                    eps = reader.ReadDouble();
                    weight_decay = reader.ReadDouble();
                    centered = reader.ReadBoolean();
                }

                public override void LoadStateDict(OptimizerOptions source)
                {
                    base.LoadStateDict(source);
                    Options other = (Options)source;
                    maximize = other.maximize;
                    momentum = other.momentum;
                    alpha = other.alpha;
                    eps = other.eps;
                    weight_decay = other.weight_decay;
                    centered = other.centered;
                }
            }

            public class ParamGroup : ParamGroup<Options>, torch.optim.IMomentum
            {
                public ParamGroup() { }

                public ParamGroup(IEnumerable<Parameter> parameters, Options options)
                    : base(parameters, options) { }

                public ParamGroup(
                    IEnumerable<Parameter> parameters, double lr = 1e-3, double eps = 1e-8, double alpha = 0.99, double weight_decay = 0,
                    double momentum = 0.0, bool centered = false)
                    : base(
                        parameters,
                        new Options
                        {
                            LearningRate = lr,
                            momentum = momentum,
                            alpha = alpha,
                            eps = eps,
                            weight_decay = weight_decay,
                            centered = centered,
                        }) { }

                public double Momentum
                {
                    get => Options.momentum!.Value;
                    set => Options.momentum = value;
                }
            }
        }
    }

    public static partial class torch
    {
        public static partial class optim
        {
            public static Modules.RMSProp RMSProp(
                IEnumerable<Modules.Parameter> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1e-8,
                double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false) =>
                new(parameters, lr, alpha, eps, weight_decay, momentum, centered, maximize);

            public static Modules.RMSProp RMSProp(
                IEnumerable<(string name, Modules.Parameter parameter)> parameters, double lr = 0.01, double alpha = 0.99,
                double eps = 1e-8, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false) =>
                new(parameters.Select(entry => entry.parameter), lr, alpha, eps, weight_decay, momentum, centered, maximize);

            public static Modules.RMSProp RMSProp(
                IEnumerable<Modules.RMSProp.ParamGroup> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1e-8,
                double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false) =>
                new(parameters, lr, alpha, eps, weight_decay, momentum, centered, maximize);
        }
    }
}
