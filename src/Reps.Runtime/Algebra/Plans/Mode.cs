namespace Reps;

/// <summary>
/// How a path of a tensor product connects the channels of its operands: which of the indices u (left), v (right) and
/// w (output) are summed and which are kept. The names are those of e3nn; C is the coupling tensor, c the path coefficient.
/// </summary>
public enum Mode
{
    /// <summary>z[w,k] = c Σ W[u,v,w] C[i,j,k] x[u,i] y[v,j]: every pair of channels feeds every output channel. Always weighted.</summary>
    Uvw,

    /// <summary>z[u,k] = c Σ W[u,v] C[i,j,k] x[u,i] y[v,j], summed over v: the output has the left operand's channels.</summary>
    Uvu,

    /// <summary>z[v,k] = c Σ W[u,v] C[i,j,k] x[u,i] y[v,j], summed over u: the output has the right operand's channels.</summary>
    Uvv,

    /// <summary>z[w,k] = c Σ W[u,w] C[i,j,k] x[u,i] y[u,j]: channels are paired, then mixed. Unweighted only with one output channel.</summary>
    Uuw,

    /// <summary>z[u,k] = c W[u] C[i,j,k] x[u,i] y[u,j]: channel by channel.</summary>
    Uuu,

    /// <summary>z[(u,v),k] = c W[u,v] C[i,j,k] x[u,i] y[v,j]: one output channel for every pair, u-major.</summary>
    Uvuv,

    /// <summary>z[q,k] = c W[q] C[i,j,k] x[u,i] y[v,j] over the pairs q = (u &lt; v), row-major ("uvu&lt;v").</summary>
    UvuLessV,

    /// <summary>z[w,k] = c Σ W[q,w] C[i,j,k] x[u,i] y[v,j] over the pairs q = (u &lt; v) ("u&lt;vw"). Always weighted.</summary>
    ULessVw,
}
