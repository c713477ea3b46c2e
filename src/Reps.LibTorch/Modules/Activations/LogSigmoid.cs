using TorchSharp.Interop;

namespace TorchSharp
{
    namespace Modules
    {
        public sealed class LogSigmoid : ParameterLessModule<torch.Tensor, torch.Tensor>
        {
            internal LogSigmoid()
                : base(nameof(LogSigmoid)) { }

            public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.logsigmoid(tensor);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.LogSigmoid LogSigmoid() => new();

            public static partial class functional
            {
                public static Tensor logsigmoid(Tensor x) =>
                    Operator.Call("log_sigmoid", x);
            }
        }
    }
}
