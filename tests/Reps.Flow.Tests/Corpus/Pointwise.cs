using Reps;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Corpus;

public static class ReluOnTensors
{
    [return: Rep("2e")]
    public static Tensor Run([Rep("2e")] Tensor x) => x.relu(); // REPS3106
}

public static class SigmoidOnTensors
{
    [return: Rep("2e")]
    public static Tensor Run([Rep("2e")] Tensor x) => x.sigmoid(); // REPS3106
}

public static class ExpOnTensors
{
    [return: Rep("2e")]
    public static Tensor Run([Rep("2e")] Tensor x) => x.exp(); // REPS3106
}

public static class SiluOnTensors
{
    [return: Rep("2e")]
    public static Tensor Run([Rep("2e")] Tensor x) => x.silu(); // REPS3106
}

public static class GeluOnTensors
{
    [return: Rep("2e")]
    public static Tensor Run([Rep("2e")] Tensor x) => x.gelu(); // REPS3106
}

public static class AbsOnTensors
{
    [return: Rep("2e")]
    public static Tensor Run([Rep("2e")] Tensor x) => x.abs(); // REPS3106
}

public static class TanhOnTensors
{
    [return: Rep("2e")]
    public static Tensor Run([Rep("2e")] Tensor x) => x.tanh(); // REPS3106
}

public static class FloorOnTensors
{
    [return: Rep("2e")]
    public static Tensor Run([Rep("2e")] Tensor x) => x.floor(); // REPS3106
}

public static class SigmoidOnOdd
{
    [return: Rep("2x0o")]
    public static Tensor Run([Rep("2x0o")] Tensor x) => x.sigmoid(); // REPS3102
}

public static class SiluOnOdd
{
    [return: Rep("2x0o")]
    public static Tensor Run([Rep("2x0o")] Tensor x) => x.silu(); // REPS3102
}

public static class GeluOnOdd
{
    [return: Rep("2x0o")]
    public static Tensor Run([Rep("2x0o")] Tensor x) => x.gelu(); // REPS3102
}

public static class ExpOnOdd
{
    [return: Rep("2x0o")]
    public static Tensor Run([Rep("2x0o")] Tensor x) => x.exp(); // REPS3102
}

public static class SoftplusOnOdd
{
    [return: Rep("2x0o")]
    public static Tensor Run([Rep("2x0o")] Tensor x) => x.softplus(); // REPS3102
}

public static class SinKeepsOdd
{
    [return: Rep("2x0o")]
    public static Tensor Run([Rep("2x0o")] Tensor x) => x.sin();
}

public static class AtanKeepsOdd
{
    [return: Rep("2x0o")]
    public static Tensor Run([Rep("2x0o")] Tensor x) => x.atan();
}

public static class AsinhKeepsOdd
{
    [return: Rep("2x0o")]
    public static Tensor Run([Rep("2x0o")] Tensor x) => x.asinh();
}

public static class ErfKeepsOdd
{
    [return: Rep("2x0o")]
    public static Tensor Run([Rep("2x0o")] Tensor x) => x.erf();
}

public static class SignKeepsOdd
{
    [return: Rep("2x0o")]
    public static Tensor Run([Rep("2x0o")] Tensor x) => x.sign();
}

public static class RoundKeepsOdd
{
    [return: Rep("2x0o")]
    public static Tensor Run([Rep("2x0o")] Tensor x) => x.round();
}

public static class AbsOfOddIsEven
{
    [return: Rep("2x0e")]
    public static Tensor Run([Rep("2x0o")] Tensor x) => x.abs();
}

public static class AbsOfOddDeclaredOdd
{
    [return: Rep("2x0o")]
    public static Tensor Run([Rep("2x0o")] Tensor x) => x.abs(); // REPS3013
}

public static class CoshOfOddIsEven
{
    [return: Rep("2x0e")]
    public static Tensor Run([Rep("2x0o")] Tensor x) => x.cosh();
}

public static class CoshOfOddDeclaredOdd
{
    [return: Rep("2x0o")]
    public static Tensor Run([Rep("2x0o")] Tensor x) => x.cosh(); // REPS3013
}

public static class SquareOfOddIsEven
{
    [return: Rep("2x0e")]
    public static Tensor Run([Rep("2x0o")] Tensor x) => x.square();
}

public static class SquareOfOddDeclaredOdd
{
    [return: Rep("2x0o")]
    public static Tensor Run([Rep("2x0o")] Tensor x) => x.square(); // REPS3013
}

public static class SigmoidOnEven
{
    [return: Rep("2x0e")]
    public static Tensor Run([Rep("2x0e")] Tensor x) => x.sigmoid();
}

public static class ExpOnEven
{
    [return: Rep("2x0e")]
    public static Tensor Run([Rep("2x0e")] Tensor x) => x.exp();
}

public static class EluOnEven
{
    [return: Rep("2x0e")]
    public static Tensor Run([Rep("2x0e")] Tensor x) => x.elu();
}

public static class SoftplusOnEven
{
    [return: Rep("2x0e")]
    public static Tensor Run([Rep("2x0e")] Tensor x) => x.softplus();
}

public static class TanhOnEven
{
    [return: Rep("2x0e")]
    public static Tensor Run([Rep("2x0e")] Tensor x) => x.tanh();
}

public static class SiluOnEven
{
    [return: Rep("2x0e")]
    public static Tensor Run([Rep("2x0e")] Tensor x) => x.silu();
}

public static class FunctionalRelu
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => F.relu(x); // REPS3106
}

public static class StaticTanh
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => torch.tanh(x); // REPS3106
}

public static class ClampSymmetric
{
    [return: Rep("2x0o")]
    public static Tensor Run([Rep("2x0o")] Tensor x) => x.clamp(-1, 1);
}

public static class ClampBelow
{
    [return: Rep("2x0o")]
    public static Tensor Run([Rep("2x0o")] Tensor x) => x.clamp_min(0); // REPS3102
}

public static class ClampVectors
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => x.clamp(-1, 1); // REPS3106
}

public static class CubeOfOdd
{
    [return: Rep("2x0o")]
    public static Tensor Run([Rep("2x0o")] Tensor x) => x.pow(3);
}

public static class ReluModule
{
    private static readonly ReLU s_relu = nn.ReLU();

    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => s_relu.call(x); // REPS3106
}

public static class ReluModuleOnScalars
{
    private static readonly ReLU s_relu = nn.ReLU();

    [return: Rep("4x0e")]
    public static Tensor Run([Rep("4x0e")] Tensor x) => s_relu.call(x);
}

public static class TanhModuleOnOdd
{
    private static readonly Tanh s_tanh = nn.Tanh();

    [return: Rep("4x0o")]
    public static Tensor Run([Rep("4x0o")] Tensor x) => s_tanh.call(x);
}

public static class SiLUModuleOnOdd
{
    private static readonly SiLU s_silu = nn.SiLU();

    [return: Rep("4x0o")]
    public static Tensor Run([Rep("4x0o")] Tensor x) => s_silu.forward(x); // REPS3102
}

public static class ReluOnMixed
{
    [return: Rep("4x0e + 2x1o")]
    public static Tensor Run([Rep("4x0e + 2x1o")] Tensor x) => x.relu(); // REPS3106
}

public static class ReluOnTheScalarsOfMixed
{
    [return: Rep("4x0e + 2x1o")]
    public static Tensor Run([Rep("4x0e + 2x1o")] Tensor x)
    {
        Tensor scalars = x.narrow(-1, 0, 4);
        Tensor vectors = x.narrow(-1, 4, 6);
        return cat([scalars.relu(), vectors], -1);
    }
}

public static class GatedVectors
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x, [Rep("4x0e")] Tensor gates) => (x.reshape(-1, 3, 4) * gates.sigmoid().unsqueeze(-2)).flatten(-2);
}

public static class MaximumOfVectors
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x, [Rep("4x1o")] Tensor y) => x.maximum(y); // REPS3106
}

public static class MaximumOfScalars
{
    [return: Rep("4x0e")]
    public static Tensor Run([Rep("4x0e")] Tensor x, [Rep("4x0e")] Tensor y) => torch.maximum(x, y);
}

public static class RotationOnly
{
    [return: Rep("SO(3): 4x1")]
    public static Tensor Run([Rep("SO(3): 4x1")] Tensor x) => x.tanh(); // REPS3106
}

public static class RotationOnlyScalars
{
    [return: Rep("SO(3): 4x0")]
    public static Tensor Run([Rep("SO(3): 4x0")] Tensor x) => x.relu();
}

public static class TensorPowerRelu
{
    [return: Rep("O(3): 2xV^2")]
    public static Tensor Run([Rep("O(3): 2xV^2")] Tensor x) => x.relu(); // REPS3106
}

public static class TensorPowerScaled
{
    [return: Rep("O(3): 2xV^2")]
    public static Tensor Run([Rep("O(3): 2xV^2")] Tensor x) => x * 2 + x.transpose(-3, -2);
}

public static class NodeTensorRelu
{
    [return: Rep("S(n): 2xV^2")]
    public static Tensor Run([Shape(4, 5, 5, 2), Rep("S(n): 2xV^2")] Tensor x) => x.relu();
}
