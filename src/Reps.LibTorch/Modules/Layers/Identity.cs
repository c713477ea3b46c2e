using TorchSharp.Interop;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Gives its input, as a second object.</summary>
        public sealed class Identity : ParameterLessModule<torch.Tensor, torch.Tensor>
        {
            internal Identity()
                : base(nameof(Identity)) { }

            public override torch.Tensor forward(torch.Tensor tensor) => Operator.Call("alias", tensor);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.Identity Identity() => new();
        }
    }
}
