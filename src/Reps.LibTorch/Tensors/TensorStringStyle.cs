using System;

namespace TorchSharp;

/// <summary>What the text of a tensor shows.</summary>
public enum TensorStringStyle
{
    /// <summary>Shape, type and device.</summary>
    Metadata,

    /// <summary>These, and the elements row by row.</summary>
    Julia,

    /// <summary>The elements in brackets.</summary>
    Numpy,

    /// <summary>Shape, type and device, and the elements in braces.</summary>
    CSharp,

    /// <summary>What <see cref="torch.TensorStringStyle"/> says.</summary>
    Default,
}

public static partial class torch
{
    public const TensorStringStyle julia = TensorStringStyle.Julia;
    public const TensorStringStyle numpy = TensorStringStyle.Numpy;
    public const TensorStringStyle csharp = TensorStringStyle.CSharp;

    private static TensorStringStyle s_style = TensorStringStyle.Julia;

    /// <summary>The style of texts for which none is given.</summary>
    public static TensorStringStyle TensorStringStyle
    {
        get => s_style;
        set
        {
            if (value == TensorStringStyle.Default) throw new ArgumentException("The default cannot be the default.", nameof(value));
            s_style = value;
        }
    }

    internal static TensorText Text { get; private set; } = new();

    /// <summary>Sets how elements are written.</summary>
    public static void set_printoptions(
        int precision, int? linewidth = null, string? newLine = null, bool sci_mode = false, int? maxRows = null, int? maxColumns = null
    ) => set_printoptions(null, $"{(sci_mode ? 'E' : 'F')}{precision}", linewidth, newLine, maxRows, maxColumns);

    /// <summary>Sets how elements are written.</summary>
    public static void set_printoptions(
        TensorStringStyle? style = null, string? floatFormat = null, int? linewidth = null, string? newLine = null, int? maxRows = null,
        int? maxColumns = null
    )
    {
        if (style is TensorStringStyle given) TensorStringStyle = given;
        Text = Text with
        {
            Format = floatFormat ?? Text.Format,
            Width = linewidth ?? Text.Width,
            NewLine = newLine ?? Text.NewLine,
            MaxRows = maxRows ?? Text.MaxRows,
            MaxColumns = maxColumns ?? Text.MaxColumns,
        };
    }
}
