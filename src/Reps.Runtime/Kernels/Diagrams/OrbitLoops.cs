using System.Numerics;
using System.Runtime.CompilerServices;

namespace Reps.Kernels.Diagrams;

/// <summary>Sums over the orbits through an output list, and the transposed work.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal static unsafe class OrbitLoops<T>
    where T : unmanaged, INumberBase<T>
{
    /// <summary>Where the values of the input lists lie, each moved by the element of an output list.</summary>
    /// <param name="tables">The program.</param>
    /// <param name="term">The input term.</param>
    /// <param name="list">The output list.</param>
    /// <param name="places">Receives a place within the term for each list.</param>
    public static void Move(in OrbitTables tables, in OrbitTerm term, int list, int* places)
    {
        int* images = tables.Images + (nint)list * tables.ImageCount;
        int* axes = tables.Rest + term.Axes;
        places[0] = 0;
        int count = 1;
        for (int axis = 0; axis < term.AxisCount; axis++)
        {
            (int offset, int n) = (axes[2 * axis], axes[2 * axis + 1]);
            // From the end, so that what is read has not been overwritten.
            for (int place = count - 1; place >= 0; place--)
            {
                int start = places[place] * n;
                for (int point = n - 1; point >= 0; point--) places[place * n + point] = start + images[offset + point];
            }
            count *= n;
        }
        for (int place = 0; place < count; place++) places[place] *= term.Channels;
    }

    /// <summary>Sums the inputs of every orbit of a block.</summary>
    /// <param name="tables">The program.</param>
    /// <param name="block">The block.</param>
    /// <param name="places">Where the lists lie.</param>
    /// <param name="values">The values of the input term.</param>
    /// <param name="sums">Receives [orbits, channels].</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Sum(in OrbitTables tables, in OrbitBlock block, int* places, T* values, T* sums)
    {
        nint channels = tables.Terms[block.Term].Channels;
        int* starts = tables.Rest + block.Starts, entries = tables.Rest + block.Entries;
        for (int orbit = 0; orbit < block.OrbitCount; orbit++, sums += channels)
        {
            int* first = entries + starts[orbit], end = entries + starts[orbit + 1];
            nint channel = 0;
            // Four sums at a time: one would wait for itself.
            for (; channel + 4 * Vector<T>.Count <= channels; channel += 4 * Vector<T>.Count)
            {
                Vector<T> a = Vector<T>.Zero, b = a, c = a, d = a;
                for (int* entry = first; entry < end; entry++)
                {
                    T* from = values + places[*entry] + channel;
                    a += Vector.Load(from);
                    b += Vector.Load(from + Vector<T>.Count);
                    c += Vector.Load(from + 2 * Vector<T>.Count);
                    d += Vector.Load(from + 3 * Vector<T>.Count);
                }
                Vector.Store(a, sums + channel);
                Vector.Store(b, sums + channel + Vector<T>.Count);
                Vector.Store(c, sums + channel + 2 * Vector<T>.Count);
                Vector.Store(d, sums + channel + 3 * Vector<T>.Count);
            }
            for (; channel + Vector<T>.Count <= channels; channel += Vector<T>.Count)
            {
                Vector<T> sum = Vector<T>.Zero, other = sum;
                int* entry = first;
                for (; entry + 2 <= end; entry += 2)
                {
                    sum += Vector.Load(values + places[entry[0]] + channel);
                    other += Vector.Load(values + places[entry[1]] + channel);
                }
                if (entry < end) sum += Vector.Load(values + places[*entry] + channel);
                Vector.Store(sum + other, sums + channel);
            }
            for (; channel < channels; channel++)
            {
                T sum = T.Zero, other = T.Zero;
                int* entry = first;
                for (; entry + 2 <= end; entry += 2)
                {
                    sum += values[places[entry[0]] + channel];
                    other += values[places[entry[1]] + channel];
                }
                if (entry < end) sum += values[places[*entry] + channel];
                sums[channel] = sum + other;
            }
        }
    }

    /// <summary>Adds to the inputs of every orbit of a block.</summary>
    /// <param name="tables">The program.</param>
    /// <param name="block">The block.</param>
    /// <param name="places">Where the lists lie.</param>
    /// <param name="values">The values of the input term, added to.</param>
    /// <param name="sums">[orbits, channels].</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Spread(in OrbitTables tables, in OrbitBlock block, int* places, T* values, T* sums)
    {
        nint channels = tables.Terms[block.Term].Channels;
        int* starts = tables.Rest + block.Starts, entries = tables.Rest + block.Entries;
        for (int orbit = 0; orbit < block.OrbitCount; orbit++, sums += channels)
            for (int e = starts[orbit]; e < starts[orbit + 1]; e++) Runs.Add(values + places[entries[e]], sums, channels);
    }
}
