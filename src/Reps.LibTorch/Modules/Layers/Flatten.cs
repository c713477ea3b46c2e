using TorchSharp.Interop;

namespace TorchSharp
{
    namespace Modules
    {
        public sealed class Flatten : ParameterLessModule<torch.Tensor, torch.Tensor>
        {
            internal Flatten(long start_dim, long end_dim)
                : base(nameof(Flatten)) => (this.start_dim, this.end_dim) = (start_dim, end_dim);

            public long start_dim { get; set; }

            public long end_dim { get; set; }

            public override torch.Tensor forward(torch.Tensor input) => Operator.Call("flatten.using_ints", input, start_dim, end_dim);
        }

        public sealed class Unflatten : ParameterLessModule<torch.Tensor, torch.Tensor>
        {
            internal Unflatten(long dim, long[] unflattened_size)
                : base(nameof(Unflatten)) => (this.dim, this.unflattened_size) = (dim, unflattened_size);

            public long dim { get; set; }

            public long[] unflattened_size { get; set; }

            public override torch.Tensor forward(torch.Tensor tensor) => Operator.Call("unflatten.int", tensor, dim, unflattened_size);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.Flatten Flatten(long start_dim = 1, long end_dim = -1) => new(start_dim, end_dim);

            public static Modules.Unflatten Unflatten(long dim, long[] unflattened_size) => new(dim, unflattened_size);
        }
    }
}
