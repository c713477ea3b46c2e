using TorchSharp.Interop;

namespace TorchSharp
{
    namespace Modules
    {
        public sealed class Softmin : ParameterLessModule<torch.Tensor, torch.Tensor>
        {
            internal Softmin(long dim)
                : base(nameof(Softmin)) => this.dim = dim;

            public long dim { get; set; }

            public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.softmin(tensor, dim);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.Softmin Softmin(long dim) => new(dim);

            public static partial class functional
            {
                public static Tensor softmin(Tensor x, long dim)
                {
                    using Tensor negative = Operator.Call("neg", x);
                    return softmax(negative, dim);
                }
            }
        }
    }
}
