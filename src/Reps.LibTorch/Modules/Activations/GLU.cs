using TorchSharp.Interop;

namespace TorchSharp
{
    namespace Modules
    {
        public sealed class GLU : ParameterLessModule<torch.Tensor, torch.Tensor>
        {
            internal GLU(long dim)
                : base(nameof(GLU)) => this.dim = dim;

            public long dim { get; set; }

            public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.glu(tensor, dim);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.GLU GLU(long dim = -1) => new(dim);

            public static partial class functional
            {
                public static Tensor glu(Tensor input, long dim = -1) =>
                    Operator.Call("glu", input, dim);
            }
        }
    }
}
