using System;
using System.Buffers.Binary;

namespace Reps;

/// <summary>Decodes the little-endian elements of a <see cref="SafeTensor"/>.</summary>
internal static class SafeTensorElements
{
    public static double[] ToDoubles(SafeTensor tensor)
    {
        RequireFloating(tensor, true);
        ReadOnlySpan<byte> data = tensor.Data.Span;
        double[] result = new double[tensor.ElementCount];
        if (tensor.DType == SafeTensorDType.F64)
        {
            for (int i = 0; i < result.Length; i++)
                result[i] = BinaryPrimitives.ReadDoubleLittleEndian(data[(8 * i)..]);
            return result;
        }
        float[] singles = ToSingles(tensor);
        for (int i = 0; i < result.Length; i++)
            result[i] = singles[i];
        return result;
    }

    public static float[] ToSingles(SafeTensor tensor)
    {
        RequireFloating(tensor, true);
        ReadOnlySpan<byte> data = tensor.Data.Span;
        float[] result = new float[tensor.ElementCount];
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = tensor.DType switch
            {
                SafeTensorDType.F64 => (float)BinaryPrimitives.ReadDoubleLittleEndian(data[(8 * i)..]),
                SafeTensorDType.F32 => BinaryPrimitives.ReadSingleLittleEndian(data[(4 * i)..]),
                SafeTensorDType.F16 => (float)BinaryPrimitives.ReadHalfLittleEndian(data[(2 * i)..]),
                _ => BitConverter.Int32BitsToSingle(BinaryPrimitives.ReadUInt16LittleEndian(data[(2 * i)..]) << 16),
            };
        }
        return result;
    }

    public static long[] ToInt64s(SafeTensor tensor)
    {
        RequireFloating(tensor, false);
        ReadOnlySpan<byte> data = tensor.Data.Span;
        long[] result = new long[tensor.ElementCount];
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = tensor.DType switch
            {
                SafeTensorDType.I64 => BinaryPrimitives.ReadInt64LittleEndian(data[(8 * i)..]),
                SafeTensorDType.I32 => BinaryPrimitives.ReadInt32LittleEndian(data[(4 * i)..]),
                SafeTensorDType.I16 => BinaryPrimitives.ReadInt16LittleEndian(data[(2 * i)..]),
                SafeTensorDType.I8 => (sbyte)data[i],
                SafeTensorDType.U64 => checked((long)BinaryPrimitives.ReadUInt64LittleEndian(data[(8 * i)..])),
                SafeTensorDType.U32 => BinaryPrimitives.ReadUInt32LittleEndian(data[(4 * i)..]),
                SafeTensorDType.U16 => BinaryPrimitives.ReadUInt16LittleEndian(data[(2 * i)..]),
                SafeTensorDType.U8 => data[i],
                _ => data[i] == 0 ? 0 : 1,
            };
        }
        return result;
    }

    // Checked before the loops, so that a tensor without elements answers like any other of its type.
    private static void RequireFloating(SafeTensor tensor, bool floating)
    {
        bool isFloating = tensor.DType is SafeTensorDType.F16 or SafeTensorDType.BF16 or SafeTensorDType.F32 or SafeTensorDType.F64;
        if (isFloating == floating)
            return;
        string remedy = floating ? nameof(SafeTensor.ToInt64s) : nameof(SafeTensor.ToDoubles);
        throw new InvalidOperationException($"The tensor {Excerpt.Of(tensor.Name)} holds {tensor.DType} elements; call {remedy} instead.");
    }
}
