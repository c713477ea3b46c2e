using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Reps.Algebra;

namespace Reps.Generators.Emission;

/// <summary>
/// Writes one path as a method over one row. The loops run first over the channels of the features, where the components are combined
/// into terms t, and then over the channels that only weights and output carry.
/// </summary>
internal sealed class PathEmitter(CodeWriter writer, ScalarType scalar, KernelPath kernel, CoefficientTexts coefficients)
{
    private readonly PlanPath _path = kernel.Path;
    private readonly HashSet<char> _open = [];
    private readonly HashSet<PlanValue> _loaded = [];
    private bool _combined;

    public void Emit()
    {
        List<string> parameters = [.. kernel.Sources.Select(s => s.Span).Distinct().Select(name => $"{scalar.ReadOnlySpan} {name}")];
        parameters.Add($"{scalar.Span} {kernel.Output.Span}");
        using (writer.Block($"public static void {kernel.Method}({string.Join(", ", parameters)})"))
        {
            if (kernel.UsesTable && kernel.Output.Axis >= 0)
                writer.Line($"{scalar.Span} t = stackalloc {scalar.Name}[{Number(kernel.Output.Segment.Components)}];");
            if (_path.Pairs) writer.Line("int q = 0;");
            Loop(Order());
        }
    }

    private List<char> Order()
    {
        List<char> letters = [.. _path.Letters.Where(letter => _path.Extent(letter) > 1 || _path.Pairs)];
        if (_path.Pairs) return letters;
        bool OfFeature(char letter) => kernel.Sources.Any(s => s.Axis >= 0 && s.Channels.IndexOf(letter) >= 0);
        return [.. letters.OrderBy(letter => OfFeature(letter) ? 0 : 1).ThenBy(letter => letter)];
    }

    private void Loop(List<char> letters)
    {
        LoadFeatures();
        Combine();
        if (letters.Count == 0)
        {
            Accumulate();
            return;
        }
        char letter = letters[0];
        string start = letter == 'v' && _path.Pairs ? "u + 1" : "0";
        using (writer.Block($"for (int {letter} = {start}; {letter} < {Number(_path.Extent(letter))}; {letter}++)"))
        {
            _open.Add(letter);
            Loop(letters.GetRange(1, letters.Count - 1));
            if (letter == 'v' && _path.Pairs) writer.Line("q++;");
        }
    }

    // A feature's numbers are loaded in the outermost loop in which its channel is known.
    private void LoadFeatures()
    {
        if (kernel.UsesTable) return;
        foreach (PlanValue source in kernel.Sources)
        {
            if (source.Axis < 0 || !IsOpen(source) || !_loaded.Add(source)) continue;
            foreach (int component in Components(source.Axis))
                writer.Line($"{scalar.Name} {source.Span}{Number(component)} = {source.Element(_path, component)};");
        }
    }

    private void Combine()
    {
        if (_combined || !kernel.Sources.All(s => s.Axis < 0 || IsOpen(s))) return;
        _combined = true;
        if (kernel.UsesTable) CombineTable();
        else CombineStraightLine();
    }

    private void CombineStraightLine()
    {
        SparseTensor tensor = _path.Coefficients;
        SortedDictionary<int, StringBuilder> terms = [];
        for (int n = 0; n < tensor.Count; n++)
        {
            int output = kernel.Output.Axis >= 0 ? tensor.Index(n, kernel.Output.Axis) : 0;
            if (!terms.TryGetValue(output, out StringBuilder? sum)) terms.Add(output, sum = new StringBuilder());
            (int sign, string magnitude) = coefficients.Of(tensor.Value(n));
            sum.Append(sum.Length == 0 ? (sign < 0 ? "-" : "") : sign < 0 ? " - " : " + ").Append(magnitude);
            bool first = magnitude.Length == 0;
            foreach (PlanValue source in kernel.Sources.Where(s => s.Axis >= 0))
            {
                sum.Append(first ? "" : " * ").Append(source.Span).Append(Number(tensor.Index(n, source.Axis)));
                first = false;
            }
        }
        foreach (KeyValuePair<int, StringBuilder> term in terms) writer.Line($"{scalar.Name} t{Number(term.Key)} = {term.Value};");
    }

    private void CombineTable()
    {
        bool component = kernel.Output.Axis >= 0;
        writer.Line(component ? "t.Clear();" : $"{scalar.Name} t = 0;");
        using (writer.Block($"for (int n = 0; n < {Number(_path.Coefficients.Count)}; n++)"))
        {
            writer.Line($"uint index = {LayerTables.IndexName(kernel.Number)}[n];");
            string value = $"{LayerTables.ValueName(kernel.Number)}[n]";
            StringBuilder product = new(scalar.Name == "double" ? value : $"({scalar.Name}){value}");
            foreach (PlanValue source in kernel.Sources.Where(s => s.Axis >= 0))
                product.Append(" * ").Append(source.Element(_path, null, TableIndex(source.Axis)));
            writer.Line(component ? $"t[{TableIndex(kernel.Output.Axis)}] += {product};" : $"t += {product};");
        }
    }

    private string TableIndex(int axis)
    {
        int shift = StaticData.Shift(kernel.TableAxis(axis));
        return shift == 0 ? "(int)(index & 1023)" : $"(int)((index >> {Number(shift)}) & 1023)";
    }

    private void Accumulate()
    {
        List<string> weights = [.. kernel.Sources.Where(s => s.Axis < 0).Select(s => s.Element(_path, 0))];
        string factor = weights.Count == 0 ? "" : "weight * ";
        if (weights.Count > 0) writer.Line($"{scalar.Name} weight = {string.Join(" * ", weights)};");
        if (kernel.Output.Axis < 0)
            writer.Line($"{kernel.Output.Element(_path, 0)} += {factor}{(kernel.UsesTable ? "t" : "t0")};");
        else
            foreach (int component in Components(kernel.Output.Axis))
                writer.Line($"{kernel.Output.Element(_path, component)} += {factor}{(kernel.UsesTable ? $"t[{Number(component)}]" : "t" + Number(component))};");
    }

    private bool IsOpen(PlanValue value) =>
        value.Channels.All(letter => letter == 'q' ? _open.Contains('v') : (_path.Extent(letter) == 1 && !_path.Pairs) || _open.Contains(letter));

    private SortedSet<int> Components(int axis)
    {
        SortedSet<int> components = [];
        for (int n = 0; n < _path.Coefficients.Count; n++) components.Add(_path.Coefficients.Index(n, axis));
        return components;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
