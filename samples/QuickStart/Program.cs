using System;
using System.Globalization;
using System.IO;
using System.Linq;
using QuickStart;
using Reps;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string path = args.Length > 0 ? args[0] : Path.Combine(AppContext.BaseDirectory, "caffeine.xyz");
XyzFrame molecule;
try
{
    molecule = ExtendedXyz.Read(path).First();
    if (molecule.Lattice is not null) throw new InvalidDataException($"{path} is a crystal; this sample rotates a molecule in open space.");
}
catch (Exception exception) when (exception is XyzException or IOException or UnauthorizedAccessException or InvalidDataException)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}

Model model = new(seed: 1);
RepArray<Prediction, double> prediction = model.Predict(molecule);

Console.WriteLine($"{Path.GetFileName(path)}: {molecule.Count} atoms ({string.Join(" ", molecule.Species.Distinct().Order(StringComparer.Ordinal))})");
Console.WriteLine();
Console.WriteLine("Prediction, random weights:");
Console.WriteLine($"  scalar 0e  {prediction.Values[0],12:F6}");
Console.WriteLine($"  vector 1o  {string.Join(" ", prediction.Values[1..].ToArray().Select(v => $"{v,12:F6}"))}");
Console.WriteLine();
Console.WriteLine("Derived by the compiler:");
Describe<Hidden>();
Describe<Direction>();
Layer("FirstMessage", FirstMessage.Paths, FirstMessage.WeightCount, FirstMessage.CoefficientCount);
Layer("SecondMessage", SecondMessage.Paths, SecondMessage.WeightCount, SecondMessage.CoefficientCount);
Layer("Mix", Mix.Paths, Mix.WeightCount, Mix.CoefficientCount);
Layer("ReadOut", ReadOut.Paths, ReadOut.WeightCount, ReadOut.CoefficientCount);
Console.WriteLine();
Console.WriteLine("Relative error of the prediction when the molecule is moved:");
foreach ((string name, double error) in Symmetry.Measure(model, molecule, new Random(2))) Console.WriteLine($"  {name,-12} {error:E1}");
return 0;

static void Describe<TRep>()
    where TRep : struct, IRep<TRep> => Console.WriteLine($"  {typeof(TRep).Name,-14} {TRep.Signature}, {TRep.Dim} components, {TRep.Segments.Length} segments");

static void Layer(string name, ReadOnlySpan<LayerPath> paths, int weights, int coefficients) =>
    Console.WriteLine($"  {name,-14} {paths.Length} paths, {weights} weights, tables of {coefficients} exact coefficients");
