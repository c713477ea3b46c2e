using System;
using System.Linq;
using System.Text.Json;

namespace Reps.Tests.Cli;

/// <summary>What bench prints; times are whatever the machine makes them, but their relations are not.</summary>
public sealed class BenchTests
{
    [Fact]
    public void ProductAsJson()
    {
        JsonElement json = Cli.Json("bench", "4x0e+4x1o", "0e+1o", "4x0e+4x1o", "--rows", "50", "--seconds", "0.01");
        JsonElement limits = Assert.Single(json.GetProperty("limits").EnumerateArray());
        Assert.Equal(1, limits.GetProperty("threads").GetInt32());
        Assert.InRange(limits.GetProperty("fma_float").GetDouble(), 1e8, 1e14);
        Assert.InRange(limits.GetProperty("fma_double").GetDouble(), 1e8, 1e14);
        Assert.Equal(["L2", "L3", "memory"], limits.GetProperty("levels").EnumerateArray().Select(level => level.GetProperty("level").GetString()));

        JsonElement[] rows = [.. json.GetProperty("rows").EnumerateArray()];
        Assert.Equal(["forward", "forward+backward"], rows.Select(row => row.GetProperty("pass").GetString()));
        foreach (JsonElement row in rows)
        {
            Assert.Equal("4x0e+4x1o ⊗ 1x0e+1x1o → 4x0e+4x1o, uvu, weights of each row", row.GetProperty("workload").GetString());
            Assert.Equal(50, row.GetProperty("units").GetInt32());
            Assert.Equal(row.GetProperty("seconds").GetDouble() / row.GetProperty("bound").GetDouble(), row.GetProperty("ratio").GetDouble(), 1e-9);
            Assert.Matches("^(arithmetic|(reading|writing|moving) (L2|L3|memory))$", row.GetProperty("resource").GetString());
        }
        // x, y and the weights of four paths; the output.
        Assert.Equal(sizeof(float) * (16 + 4 + 16), rows[0].GetProperty("bytes_read").GetDouble());
        Assert.Equal(sizeof(float) * 16, rows[0].GetProperty("bytes_written").GetDouble());
        // In four channels 1 + 3 + 3 + 3 coefficients, and 1 + 3 + 3 + 1 components of messages times weights.
        Assert.Equal(4 * (2 * 10 + 8), rows[0].GetProperty("flops").GetDouble());
    }

    [Fact]
    public void LinearWithSharedWeightsAsJson()
    {
        JsonElement json = Cli.Json("bench", "--linear", "4x0e+4x1o", "8x1o", "--rows", "64", "--weights", "shared", "--seconds", "0.01");
        JsonElement[] rows = [.. json.GetProperty("rows").EnumerateArray()];
        // One of 64 rows has a part of 64 of the 32 weights.
        Assert.Equal(sizeof(float) * (16 + 0.5), rows[0].GetProperty("bytes_read").GetDouble());
        Assert.Equal(2 * 3 * 4 * 8, rows[0].GetProperty("flops").GetDouble());
        Assert.Equal(3 * 2 * 3 * 4 * 8, rows[1].GetProperty("flops").GetDouble());
    }

    [Fact]
    public void TablesForPeople()
    {
        string threads = Math.Min(2, Environment.ProcessorCount).ToString(System.Globalization.CultureInfo.InvariantCulture);
        string text = Cli.Text("bench", "2x1o", "1o", "2x1e", "--mode", "uvw", "--weights", "shared", "--rows", "9", "--threads", threads, "--seconds", "0.01");
        Assert.StartsWith("2x1o ⊗ 1x1o → 2x1e, uvw, shared weights, 9 rows, float\n", text);
        foreach (string word in new[] { "Gflop/s", "GB/s", "streaming write", "time/bound", "forward+backward" }) Assert.Contains(word, text);
    }
}
