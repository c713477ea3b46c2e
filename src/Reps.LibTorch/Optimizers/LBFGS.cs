using System;
using System.Collections.Generic;
using System.Linq;
using TorchSharp.Interop;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>
        /// A quasi-Newton method, which learns the curvature from the last steps and gradients. All parameters are one vector, and the closure is
        /// called several times in each step.
        /// </summary>
        public class LBFGS : torch.optim.Optimizer, torch.optim.ILearningRateController
        {
            private readonly List<Parameter> _parameters;
            private readonly long _maxIterations, _maxEvaluations;
            private readonly double _gradientTolerance, _changeTolerance;
            private readonly bool _search;
            private readonly CurvatureHistory _history;
            private torch.Tensor? _direction, _gradient;
            private double _length;
            private long _iterations;

            internal LBFGS(
                IEnumerable<Parameter> parameters, double lr, long max_iter, long max_eval, double tolerange_grad, double tolerance_change,
                long history_size, string? line_search_fn)
            {
                if (line_search_fn is not (null or "strong_wolfe"))
                    throw new ArgumentException($"There is no search along lines called '{line_search_fn}', only strong_wolfe.", nameof(line_search_fn));
                _parameters = [.. parameters];
                if (_parameters.Count == 0) throw new ArgumentException("There are no parameters.", nameof(parameters));
                if (_parameters.Any(parameter => parameter.dtype.IsComplex()))
                    throw new ArgumentException("LBFGS takes no complex parameters.", nameof(parameters));
                (_maxIterations, _maxEvaluations) = (max_iter, max_eval);
                (_gradientTolerance, _changeTolerance) = (tolerange_grad, tolerance_change);
                _search = line_search_fn is not null;
                _history = new CurvatureHistory(history_size);
                OptimizerOptions options = new() { LearningRate = lr, InitialLearningRate = lr };
                _parameter_groups.Add(new ParamGroup { Parameters = _parameters, Options = options });
            }

            public double LearningRate
            {
                get => _parameter_groups[0].LearningRate;
                set => _parameter_groups[0].LearningRate = value;
            }

            public double InitialLearningRate
            {
                get => _parameter_groups[0].InitialLearningRate;
                set => _parameter_groups[0].InitialLearningRate = value;
            }

            /// <summary>Takes up to as many steps as the optimizer has been told.</summary>
            /// <returns>The loss before the first of them.</returns>
            public override torch.Tensor step(Func<torch.Tensor>? closure = null)
            {
                ArgumentNullException.ThrowIfNull(closure);
                torch.Tensor first;
                using (torch.enable_grad()) first = closure();
                using (torch.no_grad()) Run(closure, first.ToDouble());
                return first;
            }

            protected override void Dispose(bool disposing)
            {
                base.Dispose(disposing);
                if (!disposing) return;
                _direction?.Dispose();
                _gradient?.Dispose();
                _history.Dispose();
            }

            private void Run(Func<torch.Tensor> closure, double loss)
            {
                long evaluations = 1;
                torch.Tensor gradient = Gather();
                try
                {
                    if (Largest(gradient) <= _gradientTolerance) return;
                    for (long iteration = 1; iteration <= _maxIterations; iteration++)
                    {
                        torch.Tensor direction = NextDirection(gradient);
                        double slope = Dot(gradient, direction);
                        // The first time nothing is known of how far to go.
                        _length = LearningRate * (_iterations == 1 ? Math.Min(1, 1 / Sum(gradient)) : 1);
                        if (slope > -_changeTolerance) return;
                        double before = loss;
                        if (_search)
                        {
                            WolfeSearch search = new(this, closure, direction, _changeTolerance);
                            WolfeSearch.Trial found = search.Run(_length, loss, gradient, slope);
                            evaluations += search.Evaluations;
                            gradient.Dispose();
                            (_length, loss, gradient) = (found.Length, found.Loss, found.Gradient);
                            Move(direction, _length);
                        }
                        else
                        {
                            Move(direction, _length);
                            // Where it is not needed any more, it is not computed.
                            if (iteration == _maxIterations) return;
                            loss = Evaluate(closure);
                            evaluations++;
                            gradient.Dispose();
                            gradient = Gather();
                        }
                        if (evaluations >= _maxEvaluations || Largest(gradient) <= _gradientTolerance) return;
                        if (Math.Abs(_length) * Largest(direction) <= _changeTolerance || Math.Abs(loss - before) < _changeTolerance) return;
                    }
                }
                finally
                {
                    gradient.Dispose();
                }
            }

            // What is kept of this step is the direction and the gradient at its start.
            private torch.Tensor NextDirection(torch.Tensor gradient)
            {
                _iterations++;
                if (_direction is not null && _gradient is not null)
                {
                    torch.Tensor change = Owned(Operator.Call("sub.Tensor", gradient, _gradient));
                    torch.Tensor move = Owned(Operator.Call("mul.Scalar", _direction, _length));
                    _history.Add(move, change);
                }
                _direction?.Dispose();
                _gradient?.Dispose();
                _direction = _history.Downhill(gradient);
                _gradient = Owned(Operator.Call("clone", gradient));
                return _direction;
            }

            /// <summary>Computes the loss and the gradients. The tensor of the loss is gone afterwards.</summary>
            internal static double Evaluate(Func<torch.Tensor> closure)
            {
                using (torch.enable_grad())
                {
                    using torch.Tensor loss = closure();
                    return loss.ToDouble();
                }
            }

            /// <summary>The gradients of all parameters as one vector.</summary>
            internal torch.Tensor Gather()
            {
                torch.Tensor[] parts = [.. _parameters.Select(Flat)];
                torch.Tensor all = Owned(Operator.Call("cat", Argument.List(parts), 0));
                foreach (torch.Tensor part in parts) part.Dispose();
                return all;
            }

            /// <summary>Moves the parameters along a direction.</summary>
            internal void Move(torch.Tensor direction, double length)
            {
                long start = 0;
                foreach (Parameter parameter in _parameters)
                {
                    using torch.Tensor part = Operator.Call("narrow", direction, 0, start, parameter.numel());
                    using torch.Tensor shaped = Operator.Call("reshape", part, parameter.shape);
                    Operator.CallInPlace(parameter, "add_.Tensor", parameter, shaped, length);
                    start += parameter.numel();
                }
            }

            /// <summary>Where the parameters are.</summary>
            internal torch.Tensor[] Position() => [.. _parameters.Select(parameter => Owned(Operator.Call("clone", parameter)))];

            /// <summary>Brings the parameters back.</summary>
            internal void Return(torch.Tensor[] position)
            {
                for (int n = 0; n < position.Length; n++) TensorCalls.Copy(_parameters[n], position[n]);
            }

            internal static double Dot(torch.Tensor left, torch.Tensor right) => Number(Operator.Call("dot", left, right));

            internal static double Largest(torch.Tensor vector) => Number(Operator.Call("linalg_vector_norm", vector, double.PositiveInfinity));

            internal static torch.Tensor Owned(torch.Tensor tensor) => tensor.DetachFromDisposeScope();

            private static double Sum(torch.Tensor vector) => Number(Operator.Call("linalg_vector_norm", vector, 1));

            private static double Number(torch.Tensor tensor)
            {
                using (tensor) return tensor.ToDouble();
            }

            private static torch.Tensor Flat(Parameter parameter)
            {
                using torch.Tensor? gradient = TensorCalls.Gradient(parameter);
                if (gradient is not null) return Operator.Call("reshape", gradient, (long[])[-1]);
                using torch.Tensor zeros = Operator.Call("zeros_like", parameter);
                return Operator.Call("reshape", zeros, (long[])[-1]);
            }
        }
    }

    public static partial class torch
    {
        public static partial class optim
        {
            /// <param name="parameters">What changes.</param>
            /// <param name="lr">The length of steps.</param>
            /// <param name="max_iter">The most steps within one.</param>
            /// <param name="max_eval">The most calls of the closure within one step; null for a quarter more than steps.</param>
            /// <param name="tolerange_grad">A gradient this small ends the step.</param>
            /// <param name="tolerance_change">A change this small ends the step.</param>
            /// <param name="history_size">How many steps the curvature is learned from.</param>
            /// <param name="line_search_fn">strong_wolfe, for a search of the length of each step; null for none. TorchSharp has no such parameter.</param>
            public static Modules.LBFGS LBFGS(
                IEnumerable<Modules.Parameter> parameters, double lr = 0.01, long max_iter = 20, long? max_eval = null,
                double tolerange_grad = 1e-5, double tolerance_change = 1e-9, long history_size = 100, string? line_search_fn = null) =>
                new(parameters, lr, max_iter, max_eval ?? 5 * max_iter / 4, tolerange_grad, tolerance_change, history_size, line_search_fn);

            public static Modules.LBFGS LBFGS(
                IEnumerable<(string name, Modules.Parameter parameter)> parameters, double lr = 0.01, long max_iter = 20, long? max_eval = null,
                double tolerange_grad = 1e-5, double tolerance_change = 1e-9, long history_size = 100, string? line_search_fn = null) =>
                LBFGS(
                    parameters.Select(entry => entry.parameter), lr, max_iter, max_eval, tolerange_grad, tolerance_change, history_size,
                    line_search_fn);
        }
    }
}
