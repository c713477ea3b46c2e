using TorchSharp.Interop;

namespace TorchSharp
{
    namespace Modules
    {
        public sealed class Softmax : ParameterLessModule<torch.Tensor, torch.Tensor>
        {
            internal Softmax(long dim)
                : base(nameof(Softmax)) => this.dim = dim;

            public long dim { get; set; }

            public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.softmax(tensor, dim);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.Softmax Softmax(long dim) => new(dim);

            public static partial class functional
            {
                public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) =>
                    Operator.Call("softmax.int", input, dim, dtype);
            }
        }
    }
}
