using System;
using System.Globalization;
using System.IO;

namespace Reps.Benchmarking;

/// <summary>The sizes of the processor's caches in bytes, as Linux states them; else those of a common server processor.</summary>
/// <param name="L2">Second level, of one core.</param>
/// <param name="L3">Third level, shared.</param>
internal sealed record Caches(long L2, long L3)
{
    /// <summary>Asks the system.</summary>
    public static Caches Find()
    {
        long l2 = Size(2) ?? 512 << 10;
        return new Caches(l2, Math.Max(Size(3) ?? 32 << 20, 4 * l2));
    }

    private static long? Size(int level)
    {
        const string Root = "/sys/devices/system/cpu/cpu0/cache";
        try
        {
            foreach (string index in Directory.EnumerateDirectories(Root, "index*"))
            {
                if (File.ReadAllText(Path.Combine(index, "level")).Trim() != level.ToString(CultureInfo.InvariantCulture)) continue;
                string size = File.ReadAllText(Path.Combine(index, "size")).Trim();
                int shift = size[^1] switch { 'K' => 10, 'M' => 20, _ => 0 };
                return long.Parse(shift == 0 ? size : size[..^1], CultureInfo.InvariantCulture) << shift;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException)
        {
            return null;
        }
        return null;
    }
}
