namespace TorchSharp;

/// <summary>Names that older programs use.</summary>
public static partial class torch
{
    public static Tensor BoolTensor(Tensor t) => t.to(ScalarType.Bool);

    public static Tensor ByteTensor(Tensor t) => t.to(ScalarType.Byte);

    public static Tensor ShortTensor(Tensor t) => t.to(ScalarType.Int16);

    public static Tensor IntTensor(Tensor t) => t.to(ScalarType.Int32);

    public static Tensor LongTensor(Tensor t) => t.to(ScalarType.Int64);

    public static Tensor FloatTensor(Tensor t) => t.to(ScalarType.Float32);

    public static Tensor DoubleTensor(Tensor t) => t.to(ScalarType.Float64);
}
