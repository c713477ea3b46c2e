using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static (Tensor res, Tensor logabsdet) slogdet(Tensor A) => linalg.slogdet(A);

    public static (Tensor A_LU, Tensor? pivots, Tensor? infos) lu(Tensor A, bool pivot = true, bool get_infos = false)
    {
        (Tensor factors, Tensor pivots, Tensor infos) = Operator.Call3("_lu_with_info", A, pivot, !get_infos);
        if (!get_infos) infos.Dispose();
        return (factors, pivots, get_infos ? infos : null);
    }

    public static Tensor lu_solve(Tensor b, Tensor LU_data, Tensor LU_pivots) => Operator.Call("lu_solve", b, LU_data, LU_pivots);

    public static (Tensor P, Tensor? L, Tensor? U) lu_unpack(
        Tensor LU_data, Tensor LU_pivots, bool unpack_data = true, bool unpack_pivots = true
    ) => Operator.Call3("lu_unpack", LU_data, LU_pivots, unpack_data, unpack_pivots);

    public static Tensor orgqr(Tensor input, Tensor tau) => Operator.Call("orgqr", input, tau);

    public static Tensor trapz(Tensor y, Tensor x, long dim = -1) => y.trapezoid(x, dim);

    public static Tensor trapz(Tensor y, double dx = 1, long dim = -1) => y.trapezoid(dx, dim);
}
