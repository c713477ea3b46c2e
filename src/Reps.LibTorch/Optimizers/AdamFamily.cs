using System;
using System.Collections.Generic;
using System.IO;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>What Adam and AdamW share: all but where the weights' decay goes.</summary>
        public abstract class AdamFamily : OptimizerHelper, torch.optim.IBetas
        {
            private readonly bool _decoupled;

            private protected AdamFamily(
                bool decoupled, IEnumerable<ParamGroup> parameters, double lr, double beta1, double beta2, double eps, double weight_decay,
                bool amsgrad, bool maximize)
            {
                _decoupled = decoupled;
                Require(lr >= 0, nameof(lr), lr);
                Require(eps >= 0, nameof(eps), eps);
                Require(beta1 >= 0 && beta1 < 1, nameof(beta1), beta1);
                Require(beta2 >= 0 && beta2 < 1, nameof(beta2), beta2);
                Require(weight_decay >= 0, nameof(weight_decay), weight_decay);
                _defaults = new Options
                {
                    LearningRate = lr,
                    InitialLearningRate = lr,
                    beta1 = beta1,
                    beta2 = beta2,
                    eps = eps,
                    weight_decay = weight_decay,
                    amsgrad = amsgrad,
                    maximize = maximize,
                };
                foreach (ParamGroup group in parameters) add_param_group(group);
            }

            public (double, double) Betas
            {
                get => (((Options)_defaults).beta1!.Value, ((Options)_defaults).beta2!.Value);
                set => (((Options)_defaults).beta1, ((Options)_defaults).beta2) = value;
            }

            public override void add_param_group(Modules.ParamGroup param_group)
            {
                Options defaults = (Options)_defaults;
                Options options = (Options)(param_group.Options ??= new Options());
                options.LearningRate ??= defaults.LearningRate;
                options.beta1 ??= defaults.beta1;
                options.beta2 ??= defaults.beta2;
                options.eps ??= defaults.eps;
                options.weight_decay ??= defaults.weight_decay;
                options.amsgrad ??= defaults.amsgrad;
                options.maximize ??= defaults.maximize;
                Add(param_group, parameter => new State(parameter));
            }

            public override torch.Tensor step(Func<torch.Tensor>? closure = null) => _step<ParamGroup>(Step, closure);

            private void Step(ParamGroup group)
            {
                Options options = group.Options;
                AdamStep step = new(
                    group.LearningRate, options.beta1!.Value, options.beta2!.Value, options.eps!.Value, options.weight_decay!.Value,
                    options.maximize!.Value, Decoupled: _decoupled);
                foreach ((Parameter parameter, torch.Tensor gradient, State state) in Each<State>(group))
                    step.Take(parameter, gradient, ++state.step, state.exp_avg, state.exp_avg_sq, state.max_exp_avg_sq);
            }

            public sealed class State : OptimizerState, IDisposable
            {
                public long step;
                public torch.Tensor exp_avg = null!;
                public torch.Tensor exp_avg_sq = null!;
                public torch.Tensor? max_exp_avg_sq;

                public State(Parameter parameter)
                    : base(parameter) { }

                public void Dispose()
                {
                    exp_avg?.Dispose();
                    exp_avg_sq?.Dispose();
                    max_exp_avg_sq?.Dispose();
                }

                public override void Initialize(OptimizerOptions options)
                {
                    step = 0;
                    Put(ref exp_avg!, Filled(0));
                    Put(ref exp_avg_sq!, Filled(0));
                    Put(ref max_exp_avg_sq, ((Options)options).amsgrad!.Value ? Filled(0) : null);
                }

                public override void to(torch.Device device)
                {
                    Put(ref exp_avg!, Moved(exp_avg, device));
                    Put(ref exp_avg_sq!, Moved(exp_avg_sq, device));
                    Put(ref max_exp_avg_sq, Moved(max_exp_avg_sq, device));
                }

                public override void SaveStateDict(BinaryWriter writer)
                {
                    writer.Write(step);
                    Utils.TensorFile.Write(writer, exp_avg);
                    Utils.TensorFile.Write(writer, exp_avg_sq);
                    SaveConditionalStateTensor(writer, max_exp_avg_sq);
                }

                public override void LoadStateDict(BinaryReader reader)
                {
                    step = reader.ReadInt64();
                    Read(reader, ref exp_avg!);
                    Read(reader, ref exp_avg_sq!);
                    ReadConditional(reader, ref max_exp_avg_sq);
                }

                public override void LoadStateDict(OptimizerState source)
                {
                    State other = (State)source;
                    step = other.step;
                    Put(ref exp_avg!, CopyOf(other.exp_avg));
                    Put(ref exp_avg_sq!, CopyOf(other.exp_avg_sq));
                    Put(ref max_exp_avg_sq, CopyOf(other.max_exp_avg_sq));
                }

                public override bool ApproximatelyEquals(OptimizerState other) =>
                    other is State state
                    && step == state.step
                    && Close(exp_avg, state.exp_avg)
                    && Close(exp_avg_sq, state.exp_avg_sq)
                    && Close(max_exp_avg_sq, state.max_exp_avg_sq);
            }

            public class Options : OptimizerOptions
            {
                public double? beta1;
                public double? beta2;
                public double? weight_decay;
                public double? eps;
                public bool? amsgrad;
                public bool? maximize;

                public override void SaveStateDict(BinaryWriter writer)
                {
                    base.SaveStateDict(writer);
                    writer.Write(beta1!.Value);
                    writer.Write(beta2!.Value);
                    writer.Write(eps!.Value);
                    writer.Write(weight_decay!.Value);
                    writer.Write(amsgrad!.Value);
                    writer.Write(maximize!.Value);
                }

                public override void LoadStateDict(BinaryReader reader)
                {
                    base.LoadStateDict(reader);
                    beta1 = reader.ReadDouble();
                    beta2 = reader.ReadDouble();
                    eps = reader.ReadDouble();
                    weight_decay = reader.ReadDouble();
                    amsgrad = reader.ReadBoolean();
                    maximize = reader.ReadBoolean();
                }

                public override void LoadStateDict(OptimizerOptions source)
                {
                    base.LoadStateDict(source);
                    Options other = (Options)source;
                    (beta1, beta2, eps, weight_decay) = (other.beta1, other.beta2, other.eps, other.weight_decay);
                    (amsgrad, maximize) = (other.amsgrad, other.maximize);
                }
            }

            public class ParamGroup : ParamGroup<Options>, torch.optim.IBetas
            {
                public ParamGroup() { }

                public ParamGroup(IEnumerable<Parameter> parameters, Options options)
                    : base(parameters, options) { }

                public ParamGroup(
                    IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
                    double weight_decay = 0, bool amsgrad = false, bool maximize = false)
                    : base(
                        parameters,
                        new Options
                        {
                            LearningRate = lr,
                            beta1 = beta1,
                            beta2 = beta2,
                            eps = eps,
                            weight_decay = weight_decay,
                            amsgrad = amsgrad,
                            maximize = maximize,
                        }) { }

                public (double, double) Betas
                {
                    get => (Options.beta1!.Value, Options.beta2!.Value);
                    set => (Options.beta1, Options.beta2) = value;
                }
            }
        }
    }
}
