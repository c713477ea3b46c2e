using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using Reps.Benchmarking;

namespace Reps.Benchmarks;

/// <summary>Our minima beside those of other libraries.</summary>
internal static class PeersReport
{
    private static readonly string[] s_columns = ["peer", "workload", "pass", "peer's time", "ours", "peer/ours"];

    /// <summary><c>peers FILE… [--ours ROOFLINE.json] [--threads 1|2]</c>; without a file of ours, the workloads are measured now.</summary>
    public static int Report(IReadOnlyList<string> arguments)
    {
        Arguments options = new(arguments, "--ours", "--threads");
        if (options.Words.Count == 0) throw new ArgumentException("peers takes the files with the timings of other libraries.");
        List<PeerTime> peers = [.. options.Words.SelectMany(PeerTimes.Read)];
        int threads = int.Parse(options.Among("--threads", ["1", "2"])[0], CultureInfo.InvariantCulture);
        Dictionary<(string, string), double> ours = options["--ours"] is string file ? Read(file, threads) : Measure(peers, threads);
        List<string[]> rows = [];
        foreach (PeerTime peer in peers)
        {
            bool known = ours.TryGetValue((peer.Workload, peer.Pass), out double time);
            string ratio = known ? (peer.Seconds / time).ToString("F2", CultureInfo.InvariantCulture) : "";
            rows.Add([peer.Peer, peer.Workload, peer.Pass, RooflineText.Time(peer.Seconds), known ? RooflineText.Time(time) : "not measured", ratio]);
        }
        RooflineReport.Print(s_columns, rows);
        return 0;
    }

    private static Dictionary<(string, string), double> Measure(List<PeerTime> peers, int threads)
    {
        string[] names = [.. Workloads.Names.Where(name => peers.Any(peer => peer.Workload == name))];
        return RooflineReport.Measure(names, [threads]).Rows.ToDictionary(row => (row.Workload, row.Pass), row => row.Seconds);
    }

    private static Dictionary<(string, string), double> Read(string file, int threads)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(file));
        return document
            .RootElement.GetProperty("rows")
            .EnumerateArray()
            .Where(row => row.GetProperty("threads").GetInt32() == threads)
            .ToDictionary(row => (row.GetProperty("workload").GetString()!, row.GetProperty("pass").GetString()!), row => row.GetProperty("seconds").GetDouble());
    }
}
