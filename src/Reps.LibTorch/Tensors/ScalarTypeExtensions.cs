namespace TorchSharp;

internal static class ScalarTypeExtensions
{
    public static bool IsIntegral(this torch.ScalarType type) =>
        type
            is torch.ScalarType.Byte
                or torch.ScalarType.Int8
                or torch.ScalarType.Int16
                or torch.ScalarType.Int32
                or torch.ScalarType.Int64
                or torch.ScalarType.Bool;

    public static bool IsFloatingPoint(this torch.ScalarType type) =>
        type is torch.ScalarType.BFloat16 or torch.ScalarType.Float16 or torch.ScalarType.Float32 or torch.ScalarType.Float64;

    public static bool IsComplex(this torch.ScalarType type) => type is torch.ScalarType.ComplexFloat32 or torch.ScalarType.ComplexFloat64;
}
