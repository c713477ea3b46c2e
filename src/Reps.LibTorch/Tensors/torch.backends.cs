using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Settings of the libraries below.</summary>
    public static partial class backends
    {
        /// <summary>NVIDIA's accelerators.</summary>
        public static partial class cuda
        {
            /// <summary>Matrix products.</summary>
            public static partial class matmul
            {
                /// <summary>Whether single precision may be computed with 10 bits of mantissa.</summary>
                public static bool allow_tf32
                {
                    get => Switches.Get(Switch.MatmulTF32);
                    set => Switches.Set(Switch.MatmulTF32, value);
                }
            }
        }

        /// <summary>Convolutions.</summary>
        public static partial class cudnn
        {
            /// <summary>Whether single precision may be computed with 10 bits of mantissa.</summary>
            public static bool allow_tf32
            {
                get => Switches.Get(Switch.ConvolutionTF32);
                set => Switches.Set(Switch.ConvolutionTF32, value);
            }
        }
    }
}
