using System.Collections.Generic;

namespace Potential.Plotting;

/// <summary>A plot: two axes and lines.</summary>
/// <param name="X">The horizontal axis.</param>
/// <param name="Y">The vertical axis.</param>
/// <param name="Series">The lines.</param>
public sealed record PlotPanel(PlotAxis X, PlotAxis Y, IReadOnlyList<PlotSeries> Series);

/// <summary>An axis, whose range follows from the points.</summary>
/// <param name="Title">What is measured, and in what.</param>
/// <param name="Logarithmic">Whether equal factors are equal distances; points at or below zero are then left out.</param>
public sealed record PlotAxis(string Title, bool Logarithmic);

/// <summary>A line.</summary>
/// <param name="Name">What the legend calls it.</param>
/// <param name="X">Where its points are.</param>
/// <param name="Y">Where its points are.</param>
public sealed record PlotSeries(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Y);
