namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>A tensor that a module learns.</summary>
        public class Parameter : torch.Tensor
        {
            /// <summary>Takes the native tensor over: <paramref name="data"/> is invalid afterwards, and its dispose scope owns the parameter.</summary>
            public Parameter(torch.Tensor data, bool requires_grad = true)
                : base(Take(data, requires_grad), false)
            {
                DisposeScope? scope = data.OwningDisposeScope;
                OwningDisposeScope = null;
                if (scope is null) return;
                scope.Forget(data);
                scope.Attach(this);
            }

            private static nint Take(torch.Tensor data, bool requiresGrad)
            {
                System.ArgumentNullException.ThrowIfNull(data);
                data.requires_grad = requiresGrad;
                return data.MoveHandle();
            }
        }
    }

    public static partial class TensorExtensionMethods
    {
        public static Modules.Parameter AsParameter(this torch.Tensor tensor) => new(tensor);
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.Parameter Parameter(Tensor data, bool requires_grad = true) => new(data, requires_grad);
        }
    }
}
