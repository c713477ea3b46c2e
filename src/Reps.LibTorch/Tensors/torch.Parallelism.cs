using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The threads that one operator uses.</summary>
    public static int get_num_threads() => Native.rt_num_threads();

    public static void set_num_threads(int num) => Native.Check(Native.rt_set_num_threads(num));

    /// <summary>The threads on which operators run side by side.</summary>
    public static int get_num_interop_threads() => Native.rt_num_interop_threads();

    /// <summary>Sets the threads on which operators run side by side; once, and before any has.</summary>
    public static void set_num_interop_threads(int num) => Native.Check(Native.rt_set_num_interop_threads(num));
}
