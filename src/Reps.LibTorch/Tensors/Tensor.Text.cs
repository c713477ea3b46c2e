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
    }
}
