using System.Linq;
using Potential.Data;
using Reps.Tests.Samples.Support;

namespace Reps.Tests.Samples.Data;

public sealed class SplitTests
{
    [Theory]
    [InlineData(0.05, 960, 48)]
    [InlineData(0.5, 3, 2)]
    [InlineData(1, 3, 1)]
    [InlineData(20, 960, 20)]
    public void FractionsAndNumbers(double validation, int structures, int count) => Assert.Equal(count, Split.Count(validation, structures));

    [Fact]
    public void PartsAreWholeAndFollowFromTheSeed()
    {
        (int[] train, int[] held) = Split.Of(100, 10, 3);
        Assert.Equal(10, held.Length);
        Assert.Equal(Enumerable.Range(0, 100), train.Concat(held).Order());
        Assert.Equal(held, Split.Of(100, 10, 3).Validation);
        Assert.NotEqual(held, Split.Of(100, 10, 4).Validation);
        Assert.Equal(train.Order(), train);
    }

    [Fact]
    public void OrdersAreEvenAndNeverChange()
    {
        // Checkpoints of other machines depend on it.
        Assert.Equal(Shuffle.Of(8, 1), Shuffle.Of(8, 1));
        int[] places = new int[5];
        for (ulong seed = 0; seed < 20000; seed++) places[System.Array.IndexOf(Shuffle.Of(5, Shuffle.Mix(seed, 7)), 0)]++;
        Assert.All(places, count => Assert.InRange(count, 3800, 4200));
    }

    [Fact]
    public void TooFewStructuresAreRefused()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("a.xyz", Support.Samples.Clusters(3, 1));
        Assert.Contains("of 3 structures, 0 are for validation", Assert.Throws<DataException>(() => TrainingData.Read(path, 0.05, 1)).Message);
        Assert.Contains("of 3 structures, 3 are for validation", Assert.Throws<DataException>(() => TrainingData.Read(path, 3, 1)).Message);
        Assert.Equal(["H", "O"], TrainingData.Read(path, 1, 1).Elements);
    }
}
