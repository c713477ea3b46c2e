using TorchSharp.Interop;

namespace TorchSharp
{
    namespace Modules
    {
        public sealed class Tanhshrink : ParameterLessModule<torch.Tensor, torch.Tensor>
        {
            internal Tanhshrink(bool inplace)
                : base(nameof(Tanhshrink)) => this.inplace = inplace;

            public bool inplace { get; set; }

            public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.tanhshrink(tensor, inplace);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.Tanhshrink Tanhshrink() => new(false);

            public static Modules.Tanhshrink Tanhshrink(bool inplace = false) => new(inplace);

            public static partial class functional
            {
                public static Tensor tanhshrink(Tensor x, bool inplace = false)
                {
                    using Tensor image = Operator.Call("tanh", x);
                    return Operator.Call(inplace ? "sub_.Tensor" : "sub.Tensor", x, image);
                }
            }
        }
    }
}
