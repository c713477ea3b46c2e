using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>How distances are computed.</summary>
public enum compute_mode
{
    /// <summary>By matrix products, where there are many points.</summary>
    use_mm_for_euclid_dist_if_necessary = 0,

    /// <summary>By matrix products, which cancel where points are close.</summary>
    use_mm_for_euclid_dist = 1,

    /// <summary>Pair by pair.</summary>
    donot_use_mm_for_euclid_dist = 2,
}

public static partial class torch
{
    /// <summary>The p-distances between the rows of two matrices.</summary>
    public static Tensor cdist(
        Tensor x1, Tensor x2, double p = 2.0, compute_mode compute_mode = compute_mode.use_mm_for_euclid_dist_if_necessary
    ) => Operator.Call("cdist", x1, x2, p, (long)compute_mode);

    public static Tensor combinations(Tensor input, int r = 2, bool with_replacement = false) =>
        Operator.Call("combinations", input, r, with_replacement);

    public static Tensor tril_indices(
        long row, long col, long offset = 0L, ScalarType dtype = ScalarType.Int64, Device? device = null
    ) => Operator.Call("tril_indices", row, col, offset, dtype, Argument.None, device ?? default_device);

    public static Tensor triu_indices(
        long row, long col, long offset = 0L, ScalarType dtype = ScalarType.Int64, Device? device = null
    ) => Operator.Call("triu_indices", row, col, offset, dtype, Argument.None, device ?? default_device);

    public static (Tensor output, Tensor? inverse_indices, Tensor? counts) unique(
        Tensor input, bool sorted = true, bool return_inverse = false, bool return_counts = false, int? dim = null
    ) => input.unique(sorted, return_inverse, return_counts, dim);

    public static (Tensor hist, Tensor bin_edges) histogram(Tensor input, Tensor bins, Tensor? weight = null, bool density = false) =>
        Operator.Call2("histogram.bins_tensor", input, bins, weight, density);

    public static (Tensor hist, Tensor bin_edges) histogram(
        Tensor input, long bins, (double min, double max)? range = null, Tensor? weight = null, bool density = false
    ) =>
        Operator.Call2("histogram.bin_ct", input, bins, range is var (min, max) ? new[] { min, max } : Argument.None, weight, density);

    public static Tensor multiply_(Tensor left, Tensor right) => left.mul_(right);

    public static Tensor multiply_(Tensor left, Scalar right) => left.mul_(right);

    public static Tensor negative_(Tensor input) => input.neg_();

    public static Tensor _standard_gamma(Tensor input, Generator? generator = null) => Operator.Call("_standard_gamma", input, generator);

    public static Tensor _sample_dirichlet(Tensor input, Generator? generator = null) =>
        Operator.Call("_sample_dirichlet", input, generator);
}
