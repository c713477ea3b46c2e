using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;
using Potential.Plotting;
using Potential.Training;

namespace Reps.Tests.Samples.Plotting;

public sealed class LearningCurveTests
{
    private static readonly EpochRecord[] s_history =
    [
        .. Enumerable.Range(1, 30).Select(epoch => new EpochRecord
        {
            Epoch = epoch, Steps = 10 * epoch, LearningRate = 0.01, TrainLoss = 1.0 / epoch, ValidationLoss = 2.0 / epoch, ForceMae = 300.0 / epoch,
            ForceRmse = 500.0 / epoch, EnergyMae = 30.0 / epoch, EnergyRmse = 50.0 / epoch, Seconds = epoch,
        }),
    ];

    [Fact]
    public void TheTableHasEveryEpoch()
    {
        string[] lines = LearningCurve.Csv(s_history).TrimEnd('\n').Split('\n');
        Assert.Equal(31, lines.Length);
        Assert.Equal(
            "epoch,steps,learning_rate,train_loss,validation_loss,force_mae_meV_per_A,force_rmse_meV_per_A,energy_mae_meV_per_atom,energy_rmse_meV_per_atom,seconds",
            lines[0]);
        Assert.Equal("3,30,0.01,0.3333333333333333,0.6666666666666666,100,166.66666666666666,10,16.666666666666668,3", lines[3]);
    }

    [Fact]
    public void ThePictureShowsFallingErrors()
    {
        XDocument picture = XDocument.Parse(LearningCurve.Svg(s_history));
        XNamespace svg = "http://www.w3.org/2000/svg";
        XElement[] lines = [.. picture.Descendants(svg + "polyline")];
        Assert.Equal(4, lines.Length);
        foreach (XElement line in lines)
        {
            (double X, double Y)[] points = [.. Points(line)];
            Assert.Equal(30, points.Length);
            // Down is a larger y.
            Assert.True(points.Zip(points.Skip(1)).All(pair => pair.Second.X > pair.First.X && pair.Second.Y > pair.First.Y));
            Assert.All(points, point => Assert.InRange(point.X, 80, 696));
        }
        // 1/epoch falls by the same factor from 1 to 5 as from 5 to 25.
        (double _, double Y)[] rmse = [.. Points(lines[0])];
        Assert.Equal(rmse[4].Y - rmse[0].Y, rmse[24].Y - rmse[4].Y, 0.02);
        string[] texts = [.. picture.Descendants(svg + "text").Select(text => text.Value)];
        Assert.Contains("RMSE", texts);
        Assert.Contains("MAE", texts);
        Assert.Contains("epoch", texts);
        Assert.Contains("force error (meV/Å)", texts);
        Assert.Contains("energy error (meV/atom)", texts);
        Assert.Contains("100", texts);
    }

    [Fact]
    public void NamesAreEscapedAndOnePointIsSeen()
    {
        string picture = SvgPlot.Draw([new PlotPanel(new PlotAxis("a<b", false), new PlotAxis("&", true), [new PlotSeries("\"x\"", [1], [2])])]);
        XDocument document = XDocument.Parse(picture);
        Assert.Contains(document.Descendants(), element => element.Value == "a<b");
        Assert.Single(document.Descendants(), element => element.Name.LocalName == "circle");
    }

    private static IEnumerable<(double X, double Y)> Points(XElement line) =>
        line.Attribute("points")!.Value.Split(' ').Select(point => point.Split(',')).Select(pair => (Number(pair[0]), Number(pair[1])));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
