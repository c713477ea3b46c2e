namespace TorchSharp.Interop;

/// <summary>What libtorch lets be switched for the whole process; the numbers are those of the C++ side.</summary>
internal enum Switch
{
    MatmulTF32 = 0,
    ConvolutionTF32 = 1,
    Anomaly = 2,
    AnomalyChecksNaN = 3,
}

/// <summary>Reads and sets switches.</summary>
internal static unsafe class Switches
{
    public static bool Get(Switch which)
    {
        int value;
        Native.Check(Native.rt_switch(which, &value));
        return value != 0;
    }

    public static void Set(Switch which, bool value) => Native.Check(Native.rt_set_switch(which, value ? 1 : 0));
}
