using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using TorchSharp.Interop;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Gradient descent, with momentum.</summary>
        public class SGD : OptimizerHelper, torch.optim.IMomentum
        {
            public SGD(
                IEnumerable<Parameter> parameters, double lr, double momentum = 0.0, double dampening = 0, double weight_decay = 0,
                bool nesterov = false, bool maximize = false)
                : this([new ParamGroup { Parameters = parameters }], lr, momentum, dampening, weight_decay, nesterov, maximize) { }

            public SGD(
                IEnumerable<ParamGroup> parameters, double lr, double momentum = 0.0, double dampening = 0, double weight_decay = 0,
                bool nesterov = false, bool maximize = false)
            {
                Require(lr >= 0, nameof(lr), lr);
                Require(momentum >= 0, nameof(momentum), momentum);
                Require(weight_decay >= 0, nameof(weight_decay), weight_decay);
                if (nesterov && (momentum <= 0 || dampening != 0))
                    throw new ArgumentException("Nesterov's method needs a momentum, and no dampening.", nameof(nesterov));
                _defaults = new Options
                {
                    LearningRate = lr,
                    InitialLearningRate = lr,
                    momentum = momentum,
                    dampening = dampening,
                    weight_decay = weight_decay,
                    nesterov = nesterov,
                    maximize = maximize,
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
                options.momentum ??= defaults.momentum;
                options.dampening ??= defaults.dampening;
                options.weight_decay ??= defaults.weight_decay;
                options.nesterov ??= defaults.nesterov;
                options.maximize ??= defaults.maximize;
                Add(param_group, parameter => new State(parameter));
            }

            public override torch.Tensor step(Func<torch.Tensor>? closure = null) => _step<ParamGroup>(Step, closure);

            private void Step(ParamGroup group)
            {
                Options options = group.Options;
                (double momentum, double decay) = (options.momentum!.Value, options.weight_decay!.Value);
                foreach ((Parameter parameter, torch.Tensor gradient, State state) in Each<State>(group))
                {
                    torch.Tensor direction = gradient;
                    if (options.maximize!.Value) direction = Operator.Call("neg", direction);
                    if (decay != 0) direction = Operator.Call("add.Tensor", direction, parameter, decay);
                    if (momentum != 0) direction = state.Follow(direction, momentum, options.dampening!.Value, options.nesterov!.Value);
                    Operator.CallInPlace(parameter, "add_.Tensor", parameter, direction, -group.LearningRate);
                }
            }

            public sealed class State : OptimizerState, IDisposable
            {
                public torch.Tensor? momentum_buffer;

                public State(Parameter parameter)
                    : base(parameter) { }

                public void Dispose() => momentum_buffer?.Dispose();

                public override void Initialize(OptimizerOptions options) => Put(ref momentum_buffer, null);

                public override void to(torch.Device device) => Put(ref momentum_buffer, Moved(momentum_buffer, device));

                public override void SaveStateDict(BinaryWriter writer) => SaveConditionalStateTensor(writer, momentum_buffer);

                public override void LoadStateDict(BinaryReader reader) => ReadConditional(reader, ref momentum_buffer);

                public override void LoadStateDict(OptimizerState source) => Put(ref momentum_buffer, CopyOf(((State)source).momentum_buffer));

                public override bool ApproximatelyEquals(OptimizerState other) =>
                    other is State state && Close(momentum_buffer, state.momentum_buffer);

                // The first direction counts in full.
                internal torch.Tensor Follow(torch.Tensor direction, double momentum, double dampening, bool nesterov)
                {
                    if (momentum_buffer is null)
                    {
                        Put(ref momentum_buffer, Operator.Call("clone", direction));
                    }
                    else
                    {
                        Operator.CallInPlace(momentum_buffer, "mul_.Scalar", momentum_buffer, momentum);
                        Operator.CallInPlace(momentum_buffer, "add_.Tensor", momentum_buffer, direction, 1 - dampening);
                    }
                    return nesterov ? Operator.Call("add.Tensor", direction, momentum_buffer, momentum) : momentum_buffer!;
                }
            }

            public class Options : OptimizerOptions
            {
                public double? momentum;
                public double? dampening;
                public double? weight_decay;
                public bool? nesterov;
                public bool? maximize;

                public override void SaveStateDict(BinaryWriter writer)
                {
                    base.SaveStateDict(writer);
                    writer.Write(momentum!.Value);
                    writer.Write(dampening!.Value);
                    writer.Write(weight_decay!.Value);
                    writer.Write(nesterov!.Value);
                    writer.Write(maximize!.Value);
                }

                public override void LoadStateDict(BinaryReader reader)
                {
                    base.LoadStateDict(reader);
                    momentum = reader.ReadDouble();
                    dampening = reader.ReadDouble();
                    weight_decay = reader.ReadDouble();
                    nesterov = reader.ReadBoolean();
                    maximize = reader.ReadBoolean();
                }

                public override void LoadStateDict(OptimizerOptions source)
                {
                    base.LoadStateDict(source);
                    Options other = (Options)source;
                    (momentum, dampening, weight_decay) = (other.momentum, other.dampening, other.weight_decay);
                    (nesterov, maximize) = (other.nesterov, other.maximize);
                }
            }

            public class ParamGroup : ParamGroup<Options>, torch.optim.IMomentum
            {
                public ParamGroup() { }

                public ParamGroup(IEnumerable<Parameter> parameters, Options options)
                    : base(parameters, options) { }

                public ParamGroup(
                    IEnumerable<Parameter> parameters, double lr = 1e-3, double momentum = 0.0, double dampening = 0, double weight_decay = 0,
                    bool nesterov = false, bool maximize = false)
                    : base(
                        parameters,
                        new Options
                        {
                            LearningRate = lr,
                            momentum = momentum,
                            dampening = dampening,
                            weight_decay = weight_decay,
                            nesterov = nesterov,
                            maximize = maximize,
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
            public static Modules.SGD SGD(
                IEnumerable<Modules.Parameter> parameters, double learningRate, double momentum = 0, double dampening = 0,
                double weight_decay = 0, bool nesterov = false, bool maximize = false) =>
                new(parameters, learningRate, momentum, dampening, weight_decay, nesterov, maximize);

            public static Modules.SGD SGD(
                IEnumerable<(string name, Modules.Parameter parameter)> parameters, double learningRate, double momentum = 0,
                double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false) =>
                new(parameters.Select(entry => entry.parameter), learningRate, momentum, dampening, weight_decay, nesterov, maximize);

            public static Modules.SGD SGD(
                IEnumerable<Modules.SGD.ParamGroup> parameters, double learningRate, double momentum = 0.0, double dampening = 0,
                double weight_decay = 0, bool nesterov = false, bool maximize = false) =>
                new(parameters, learningRate, momentum, dampening, weight_decay, nesterov, maximize);
        }
    }
}
