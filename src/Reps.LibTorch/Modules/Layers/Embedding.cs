using System;
using System.Diagnostics.CodeAnalysis;
using TorchSharp.Interop;
using TorchSharp.Utils;

namespace TorchSharp
{
    namespace Modules
    {
        public sealed class Embedding : torch.nn.Module<torch.Tensor, torch.Tensor>
        {
            private readonly long _padding;
            private readonly double? _maxNorm;
            private readonly double _normType;
            private readonly bool _scaled;
            private readonly bool _sparse;

            [ComponentName(Name = nameof(weight))]
            private Parameter? _weight;

            internal Embedding(Parameter weight, long? padding_idx, double? max_norm, double norm_type, bool scale_grad_by_freq, bool sparse)
                : base(nameof(Embedding))
            {
                long rows = weight.size(0);
                if (padding_idx < -rows || padding_idx >= rows)
                    throw new ArgumentOutOfRangeException(nameof(padding_idx), padding_idx, $"The embedding has {rows} rows.");
                // The operator counts from the start only: to it, negative numbers mean none.
                _padding = padding_idx is not long row ? -1 : row < 0 ? row + rows : row;
                (_maxNorm, _normType, _scaled, _sparse) = (max_norm, norm_type, scale_grad_by_freq, sparse);
                this.weight = weight;
            }

            [DisallowNull]
            public Parameter? weight
            {
                get => _weight;
                set => _weight = Own(nameof(weight), _weight, value);
            }

            public override torch.Tensor forward(torch.Tensor input)
            {
                if (_maxNorm is double most)
                    using (torch.no_grad()) Operator.CallInPlace(weight!, "embedding_renorm_", weight, input, most, _normType);
                return Operator.Call("embedding", weight, input, _padding, _scaled, _sparse);
            }

            internal static Parameter NewWeight(long rows, long width, long? padding, torch.Device? device, torch.ScalarType? dtype)
            {
                Parameter weight = NewParameter([rows, width], device, dtype);
                torch.nn.init.normal_(weight);
                if (padding is not long row || row < -rows || row >= rows) return weight;
                using (torch.no_grad())
                {
                    using torch.Tensor line = Operator.Call("select.int", weight, 0, row);
                    TensorCalls.Zero(line);
                }
                return weight;
            }
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.Embedding Embedding(
                long num_embeddings, long embedding_dims, long? padding_idx = null, double? max_norm = null, double norm_type = 2.0,
                bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null) =>
                new(
                    Modules.Embedding.NewWeight(num_embeddings, embedding_dims, padding_idx, device, dtype), padding_idx, max_norm, norm_type,
                    scale_grad_by_freq, sparse);

            /// <summary>An embedding with given rows, which it copies.</summary>
            public static Modules.Embedding Embedding_from_pretrained(
                Tensor embeddings, bool freeze = true, long? padding_idx = null, double? max_norm = null, double norm_type = 2.0,
                bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null)
            {
                using IDisposable mode = no_grad();
                Tensor copy = Operator.Call(
                    "to.device", embeddings, device ?? embeddings.device, dtype ?? embeddings.dtype, false, true, Argument.None);
                return new(new Modules.Parameter(copy, !freeze), padding_idx, max_norm, norm_type, scale_grad_by_freq, sparse);
            }
        }
    }
}
