using System.Globalization;
using System.Linq;

namespace TorchSharp;

/// <summary>How many objects of one kind a thread has made, disposed and moved between dispose scopes.</summary>
public class LifetimeStatistics
{
    /// <summary>Those made while no scope was open.</summary>
    public long CreatedOutsideScopeCount { get; internal set; }

    /// <summary>Those disposed while they belonged to no scope.</summary>
    public long DisposedOutsideScopeCount { get; internal set; }

    /// <summary>Those made in a scope.</summary>
    public long CreatedInScopeCount { get; internal set; }

    /// <summary>Those disposed while they belonged to a scope.</summary>
    public long DisposedInScopeCount { get; internal set; }

    /// <summary>Those put into a scope after they were made.</summary>
    public long AttachedToScopeCount { get; internal set; }

    /// <summary>Those taken out of a scope.</summary>
    public long DetachedFromScopeCount { get; internal set; }

    /// <summary>Those made and not disposed.</summary>
    public long ThreadTotalLiveCount =>
        CreatedInScopeCount - DisposedInScopeCount + (CreatedOutsideScopeCount - DisposedOutsideScopeCount);

    /// <summary>Counts anew from zero.</summary>
    public void Reset()
    {
        CreatedOutsideScopeCount = DisposedOutsideScopeCount = CreatedInScopeCount = DisposedInScopeCount = 0;
        AttachedToScopeCount = DetachedFromScopeCount = 0;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        Text(
            (nameof(ThreadTotalLiveCount), ThreadTotalLiveCount),
            (nameof(CreatedOutsideScopeCount), CreatedOutsideScopeCount),
            (nameof(DisposedOutsideScopeCount), DisposedOutsideScopeCount),
            (nameof(CreatedInScopeCount), CreatedInScopeCount),
            (nameof(DisposedInScopeCount), DisposedInScopeCount),
            (nameof(AttachedToScopeCount), AttachedToScopeCount),
            (nameof(DetachedFromScopeCount), DetachedFromScopeCount));

    private static string Text(params (string Name, long Count)[] counts) =>
        string.Join("; ", counts.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Name}: {c.Count}")));
}
