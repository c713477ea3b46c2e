namespace Reps.Kernels.Channelwise;

/// <summary>
/// Kernels written out for the patterns of one layer's paths; see <see cref="Algebra.ChannelwiseProgram.Shape"/>. Generated code implements
/// it. Each method works on whole vectors of channels and returns how many channels it has done; the rest is left to the table-driven form.
/// Component i of channel u stands at i · channels + u.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public interface IStraightLine<T>
{
    /// <summary>output[k,u] (+)= Σ a[pair (i,k)] · w[u] · x[i,u].</summary>
    /// <param name="shape">The pattern.</param>
    /// <param name="x">The operand with channels.</param>
    /// <param name="w">The weights, one for each channel.</param>
    /// <param name="a">The folded coefficients of the pattern's pairs.</param>
    /// <param name="output">The result.</param>
    /// <param name="channels">The number of channels.</param>
    /// <param name="accumulate">Whether the result is added to what is there.</param>
    /// <returns>The number of channels done.</returns>
    static abstract int Forward(int shape, ref T x, ref T w, ref T a, ref T output, int channels, bool accumulate);

    /// <summary>
    /// With h[i,u] = Σ over the pairs of i of a[pair] · g[k,u]: gradX[i,u] (+)= w[u] · h[i,u], gradW[u] (+)= Σ x[i,u] · h[i,u], and for each pair
    /// products[pair, lane] += w[u] · x[i,u] · g[k,u], over vectors of channels.
    /// </summary>
    /// <param name="shape">The pattern.</param>
    /// <param name="x">The operand with channels.</param>
    /// <param name="w">The weights, one for each channel.</param>
    /// <param name="g">The cotangent of the output.</param>
    /// <param name="a">The folded coefficients of the pattern's pairs.</param>
    /// <param name="gradX">The gradient of the operand with channels.</param>
    /// <param name="gradW">The gradient of the weights.</param>
    /// <param name="products">For each pair one vector of the widest kind that the hardware has; its lanes are summed later.</param>
    /// <param name="channels">The number of channels.</param>
    /// <param name="addX">Whether the gradient of the operand is added to what is there.</param>
    /// <param name="addW">Whether the gradient of the weights is added to what is there.</param>
    /// <returns>The number of channels done.</returns>
    static abstract int Gradients(
        int shape,
        ref T x,
        ref T w,
        ref T g,
        ref T a,
        ref T gradX,
        ref T gradW,
        ref T products,
        int channels,
        bool addX,
        bool addW
    );
}

/// <summary>No kernels written out: everything is driven by tables.</summary>
/// <typeparam name="T">float or double.</typeparam>
public readonly struct NoStraightLine<T> : IStraightLine<T>
{
    /// <inheritdoc/>
    public static int Forward(int shape, ref T x, ref T w, ref T a, ref T output, int channels, bool accumulate) => 0;

    /// <inheritdoc/>
    public static int Gradients(
        int shape,
        ref T x,
        ref T w,
        ref T g,
        ref T a,
        ref T gradX,
        ref T gradW,
        ref T products,
        int channels,
        bool addX,
        bool addW
    ) => 0;
}
