using System;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace TorchSharp;

/// <summary>Writes the elements of a tensor; of long dimensions only the beginning and the end.</summary>
internal sealed record TensorText
{
    public string Format { get; init; } = "g5";

    public int Width { get; init; } = 100;

    public string NewLine { get; init; } = Environment.NewLine;

    public int MaxRows { get; init; } = 6;

    public int MaxColumns { get; init; } = 6;

    public CultureInfo Culture { get; init; } = CultureInfo.CurrentCulture;

    public string Write(torch.Tensor tensor, TensorStringStyle style)
    {
        StringBuilder text = new();
        (string open, string close) = style == TensorStringStyle.CSharp ? ("{", "}") : ("[", "]");
        if (style != TensorStringStyle.Numpy) text.Append(tensor.ToString()).Append(style == TensorStringStyle.CSharp ? ", value = " : NewLine);
        using torch.Tensor detached = tensor.detach();
        using torch.Tensor local = detached.cpu();
        Append(text, local, tensor.shape, [], open, close);
        return text.ToString();
    }

    private void Append(StringBuilder text, torch.Tensor tensor, long[] shape, long[] at, string open, string close)
    {
        if (at.Length == shape.Length)
        {
            text.Append(Element(tensor, at));
            return;
        }
        bool last = at.Length == shape.Length - 1;
        text.Append(open);
        int limit = last ? MaxColumns : MaxRows;
        long size = shape[at.Length];
        long head = size <= limit ? size : limit - limit / 2, tail = size <= limit ? 0 : limit / 2;
        string between = last ? ", " : string.Concat(",", NewLine, new string(' ', at.Length + 1));
        for (long n = 0; n < size; n++)
        {
            if (n > 0) text.Append(between);
            if (n == head && tail > 0)
            {
                text.Append("...").Append(between);
                n = size - tail;
            }
            Append(text, tensor, shape, [.. at, n], open, close);
        }
        text.Append(close);
    }

    private string Element(torch.Tensor tensor, long[] at)
    {
        using torch.Tensor element = at.Length == 0 ? tensor.alias() : tensor[at];
        Scalar value = element.ToScalar();
        return value.Type switch
        {
            torch.ScalarType.Bool => value.ToBoolean() ? "True" : "False",
            torch.ScalarType.ComplexFloat32 or torch.ScalarType.ComplexFloat64 => Text(value.ToComplexFloat64()),
            _ when value.Type.IsIntegral() => value.ToInt64().ToString(Culture),
            _ => value.ToDouble().ToString(Format, Culture),
        };
    }

    private string Text(Complex value) =>
        string.Concat(value.Real.ToString(Format, Culture), value.Imaginary < 0 ? "-" : "+", Math.Abs(value.Imaginary).ToString(Format, Culture), "i");
}
