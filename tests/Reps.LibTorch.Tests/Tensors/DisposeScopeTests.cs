using System;
using System.Linq;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests;

/// <summary>What dispose scopes hold, hand over, let go and count.</summary>
public sealed class DisposeScopeTests
{
    [Fact]
    public void ScopesDisposeWhatWasMadeInThem()
    {
        Tensor outside = ones(1);
        Tensor inside, moved, detached, given;
        using (DisposeScope outer = NewDisposeScope())
        {
            Assert.Same(outer, CurrentDisposeScope);
            using (DisposeScope inner = NewDisposeScope())
            {
                inside = outside + 1;
                moved = (outside + 2).MoveToOuterDisposeScope();
                detached = (outside + 3).DetachFromDisposeScope();
                given = outside + 4;
                Assert.Same(given, inner.MoveToOuter(given));
                Assert.True(inner.Contains(inside));
                Assert.False(inner.Contains(moved));
                Assert.Equal(1, inner.DisposablesCount);
                Assert.Same(inside, Assert.Single(inner.DisposablesView));
            }
            Assert.True(inside.IsInvalid);
            Assert.False(moved.IsInvalid);
            Assert.True(outer.Contains(moved));
        }
        Assert.True(moved.IsInvalid);
        Assert.True(given.IsInvalid);
        Assert.False(outside.IsInvalid);
        Assert.Equal(4, detached.ToSingle());
        Assert.Null(CurrentDisposeScope);
        Assert.ThrowsAny<InvalidOperationException>(() => inside.Handle);
        outside.Dispose();
        outside.Dispose();
        detached.Dispose();
    }

    [Fact]
    public void ScopesHandOverSeveralObjects()
    {
        using DisposeScope outer = NewDisposeScope();
        DisposeScope inner = NewDisposeScope();
        Tensor a = ones(1), b = ones(1), c = ones(1), d = ones(1);
        (Tensor first, Tensor second) = inner.MoveToOuter(a, b);
        Assert.Same(a, first);
        Assert.Same(b, second);
        inner.MoveToOther(outer, c);
        Assert.Equal(3, outer.DisposablesView.Intersect([a, b, c]).Count());
        inner.Attach(a);
        Assert.Equal(2, inner.DisposablesCount);
        inner.Detach(a, d);
        Assert.Equal(0, inner.DisposablesCount);
        inner.Attach(new IDisposable[] { a, d });
        Assert.Same(d, inner.DisposeEverythingBut(d));
        Assert.True(a.IsInvalid);
        d.MoveToOtherDisposeScope(b);
        inner.Dispose();
        inner.Dispose();
        Assert.False(d.IsInvalid);
        Assert.Throws<ObjectDisposedException>(() => inner.DisposablesCount);
        Assert.Throws<InvalidOperationException>(() => outer.Attach(new System.IO.MemoryStream()));
        outer.DisposeEverything();
        Assert.All([b, c, d], t => Assert.True(t.IsInvalid));
    }

    [Fact]
    public void AScopeThatEndsEarlyLeavesThoseInsideItOpen()
    {
        DisposeScope outer = NewDisposeScope();
        using DisposeScope inner = NewDisposeScope();
        outer.Dispose();
        Tensor x = ones(1);
        Assert.True(inner.Contains(x));
        inner.MoveToOuter(x);
        Assert.False(inner.Contains(x));
        x.Dispose();
    }

    [Fact]
    public void WrappedExpressionsKeepTheirResult()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor y = WrappedTensorDisposeScope(() => (ones(2) + 1).sum());
        Assert.Equal(1, scope.DisposablesCount);
        Assert.Equal(4, y.ToSingle());
    }

    [Fact]
    public void TensorsAreCountedAsTheyComeAndGo()
    {
        ThreadDisposeScopeStatistics statistics = DisposeScopeManager.Statistics;
        statistics.Reset();
        Tensor outside = ones(1);
        using (DisposeScope scope = NewDisposeScope())
        {
            Tensor kept = ones(1);
            ones(1).Dispose();
            kept.DetachFromDisposeScope();
            scope.Attach(outside);
            kept.Dispose();
            Assert.Equal(1, statistics.ThreadTotalLiveCount);
        }
        Assert.Equal(
            (1, 1, 2, 2, 1, 1, 0),
            (
                statistics.CreatedOutsideScopeCount, statistics.DisposedOutsideScopeCount, statistics.CreatedInScopeCount,
                statistics.DisposedInScopeCount, statistics.AttachedToScopeCount, statistics.DetachedFromScopeCount, statistics.ThreadTotalLiveCount
            ));
        Assert.Contains("CreatedInScopeCount: 2", statistics.ToString(), StringComparison.Ordinal);
    }
}
