using System;
using TorchSharp.Interop;

namespace TorchSharp
{
    namespace Modules
    {
        public sealed class AlphaDropout : ParameterLessModule<torch.Tensor, torch.Tensor>
        {
            internal AlphaDropout(double p, bool inplace)
                : base(nameof(AlphaDropout)) => (this.p, this.inplace) = (p, inplace);

            public double p { get; set; }

            public bool inplace { get; set; }

            public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.alpha_dropout(tensor, p, training, inplace);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.AlphaDropout AlphaDropout(double p = 0.5, bool inplace = false) => new(p, inplace);

            public static partial class functional
            {
                public static Tensor alpha_dropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false)
                {
                    if (!(p >= 0 && p <= 1)) throw new ArgumentOutOfRangeException(nameof(p), p, "A probability is from 0 to 1.");
                    return Operator.Call(inplace ? "alpha_dropout_" : "alpha_dropout", input, p, training);
                }
            }
        }
    }
}
