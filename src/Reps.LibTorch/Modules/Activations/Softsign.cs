using TorchSharp.Interop;

namespace TorchSharp
{
    namespace Modules
    {
        public sealed class Softsign : ParameterLessModule<torch.Tensor, torch.Tensor>
        {
            internal Softsign(bool inplace)
                : base(nameof(Softsign)) => this.inplace = inplace;

            public bool inplace { get; set; }

            public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.softsign(tensor, inplace);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.Softsign Softsign() => new(false);

            public static Modules.Softsign Softsign(bool inplace) => new(inplace);

            public static partial class functional
            {
                public static Tensor softsign(Tensor x, bool inplace = false)
                {
                    using Tensor absolute = Operator.Call("abs", x);
                    using Tensor divisor = Operator.Call("add.Scalar", absolute, 1);
                    return Operator.Call(inplace ? "div_.Tensor" : "div.Tensor", x, divisor);
                }
            }
        }
    }
}
