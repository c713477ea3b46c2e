using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public (Tensor Values, Tensor Indices) sort(long dim = -1, bool descending = false, bool stable = false) =>
            Operator.Call2("sort.stable", this, stable, dim, descending);

        public Tensor argsort(long dim = -1, bool descending = false) => Operator.Call("argsort", this, dim, descending);

        public Tensor msort() => Operator.Call("msort", this);

        public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true) =>
            Operator.Call2("topk", this, k, dim, largest, sorted);

        public (Tensor values, Tensor indices) kthvalue(long k, long? dim, bool keepdim = false) =>
            Operator.Call2("kthvalue", this, k, dim ?? -1, keepdim);

        public (Tensor output, Tensor? inverse_indices, Tensor? counts) unique(
            bool sorted = true, bool return_inverse = false, bool return_counts = false, int? dim = null
        ) =>
            Wanted(
                dim is int along
                    ? Operator.Call3("unique_dim", this, along, sorted, return_inverse, return_counts)
                    : Operator.Call3("_unique2", this, sorted, return_inverse, return_counts),
                return_inverse,
                return_counts);

        public (Tensor output, Tensor? inverse_indices, Tensor? counts) unique_consecutive(
            bool return_inverse = false, bool return_counts = false, int? dim = null
        ) =>
            Wanted(
                Operator.Call3("unique_consecutive", this, return_inverse, return_counts, dim is int along ? along : Argument.None),
                return_inverse,
                return_counts);

        public Tensor bincount(Tensor? weights, long minlength = 0) => Operator.Call("bincount", this, weights, minlength);

        public Tensor bucketize(Tensor boundaries, bool outInt32 = false, bool right = false) =>
            Operator.Call("bucketize.Tensor", this, boundaries, outInt32, right);

        public Tensor histc(long bins = 100, long min = 0, long max = 0) => Operator.Call("histc", this, bins, (Scalar)min, (Scalar)max);

        // The operator gives all three; those that nobody asked for are empty.
        private static (Tensor, Tensor?, Tensor?) Wanted((Tensor Output, Tensor Inverse, Tensor Counts) found, bool inverse, bool counts)
        {
            if (!inverse) found.Inverse.Dispose();
            if (!counts) found.Counts.Dispose();
            return (found.Output, inverse ? found.Inverse : null, counts ? found.Counts : null);
        }
    }
}
