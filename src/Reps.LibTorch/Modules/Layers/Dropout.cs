using System;
using TorchSharp.Interop;

namespace TorchSharp
{
    namespace Modules
    {
        public sealed class Dropout : ParameterLessModule<torch.Tensor, torch.Tensor>
        {
            internal Dropout(double p, bool inplace)
                : base(nameof(Dropout)) => (this.p, this.inplace) = (p, inplace);

            public double p { get; set; }

            public bool inplace { get; set; }

            public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.dropout(tensor, p, training, inplace);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.Dropout Dropout(double p = 0.5, bool inplace = false) => new(p, inplace);

            public static partial class functional
            {
                public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false)
                {
                    if (!(p >= 0 && p <= 1)) throw new ArgumentOutOfRangeException(nameof(p), p, "A probability is from 0 to 1.");
                    return Operator.Call(inplace ? "dropout_" : "dropout", input, p, training);
                }
            }
        }
    }
}
