namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What becomes of the losses of the examples.</summary>
        public enum Reduction : long
        {
            /// <summary>They stay.</summary>
            None = 0,

            /// <summary>Their mean is the result.</summary>
            Mean = 1,

            /// <summary>Their sum is the result.</summary>
            Sum = 2,
        }
    }
}
