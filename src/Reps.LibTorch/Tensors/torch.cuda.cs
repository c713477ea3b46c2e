using TorchSharp.Interop;

namespace TorchSharp;

public static unsafe partial class torch
{
    public static bool cuda_is_available() => cuda.is_available();

    public static bool mps_is_available() => CountOf(DeviceType.MPS) > 0;

    private static int CountOf(DeviceType type)
    {
        int count;
        Native.Check(Native.rt_device_count((int)type, &count));
        return count;
    }

    /// <summary>NVIDIA's accelerators.</summary>
    public static partial class cuda
    {
        public static bool is_available() => device_count() > 0;

        public static int device_count() => CountOf(DeviceType.CUDA);

        /// <summary>Seeds the random numbers of the current device.</summary>
        public static void manual_seed(long seed)
        {
            if (!is_available()) return;
            using Generator generator = Generator.ForDevice(CUDA);
            generator.manual_seed(seed);
        }

        /// <summary>Seeds the random numbers of every device.</summary>
        public static void manual_seed_all(long seed)
        {
            for (int n = 0; n < device_count(); n++)
            {
                using Generator generator = Generator.ForDevice(new Device(DeviceType.CUDA, n));
                generator.manual_seed(seed);
            }
        }

        /// <summary>Waits until a device, or the current one, has done what it was told.</summary>
        public static void synchronize(Device? device = null) => Native.Check(Native.rt_synchronize((device ?? CUDA).Bits));
    }
}
