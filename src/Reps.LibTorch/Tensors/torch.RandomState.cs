using System.Buffers.Binary;
using System.Security.Cryptography;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static Generator manual_seed(long seed)
    {
        Native.Check(Native.rt_manual_seed(seed));
        return Generator.Default;
    }

    public static long initial_seed()
    {
        using Generator generator = Generator.Default;
        return generator.initial_seed();
    }

    public static Tensor get_rng_state()
    {
        using Generator generator = Generator.Default;
        return generator.get_state();
    }

    public static void set_rng_state(Tensor new_state)
    {
        using Generator generator = Generator.Default;
        generator.set_state(new_state);
    }

    public static long seed()
    {
        using Generator generator = Generator.Default;
        return generator.seed();
    }

    /// <summary>The random numbers of the processor.</summary>
    public static partial class random
    {
        public static long seed() => torch.seed();

        public static long initial_seed() => torch.initial_seed();

        public static Generator manual_seed(long seed) => torch.manual_seed(seed);

        public static Tensor get_rng_state() => torch.get_rng_state();

        public static void set_rng_state(Tensor new_state) => torch.set_rng_state(new_state);
    }

    private static long SeedFromNowhere()
    {
        System.Span<byte> bytes = stackalloc byte[sizeof(long)];
        RandomNumberGenerator.Fill(bytes);
        // Whole numbers that doubles hold, as torch's own.
        return BinaryPrimitives.ReadInt64LittleEndian(bytes) & ((1L << 53) - 1);
    }
}
