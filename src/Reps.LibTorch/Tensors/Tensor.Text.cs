using System.Collections;
using System.ComponentModel;
using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Shape, type and device; for the elements ask for a style.</summary>
        public override string ToString()
        {
            if (IsInvalid) return "";
            return string.Create(CultureInfo.InvariantCulture, $"[{string.Join('x', shape)}], type = {dtype}, device = {device}");
        }

        public string ToString(
            bool disamb, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null
        ) => disamb ? ToString(TensorStringStyle.Default, fltFormat, width, cultureInfo, newLine) : ToString();

        /// <summary>The tensor as text.</summary>
        /// <param name="style">What it shows.</param>
        /// <param name="fltFormat">The format of elements that are no whole numbers.</param>
        /// <param name="width">Has no influence.</param>
        /// <param name="cultureInfo">Whose decimal point is written.</param>
        /// <param name="newLine">What ends a line.</param>
        public string ToString(
            TensorStringStyle style, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null
        )
        {
            if (style == TensorStringStyle.Default) style = torch.TensorStringStyle;
            if (style is < TensorStringStyle.Metadata or > TensorStringStyle.CSharp)
                throw new InvalidEnumArgumentException(nameof(style), (int)style, typeof(TensorStringStyle));
            if (style == TensorStringStyle.Metadata || IsInvalid || is_meta) return ToString();
            TensorText text = Text with
            {
                Format = fltFormat ?? Text.Format,
                Culture = cultureInfo ?? CultureInfo.CurrentCulture,
                NewLine = newLine ?? Text.NewLine,
            };
            return text.Write(this, style);
        }

        /// <summary>A <see cref="Scalar"/>, or an <see cref="ArrayList"/> of what the rows give.</summary>
        public object tolist()
        {
            if (dim() == 0) return ToScalar();
            ArrayList list = [];
            foreach (Tensor row in unbind(0))
                using (row) list.Add(row.tolist());
            return list;
        }
    }
}
