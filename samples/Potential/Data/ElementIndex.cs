using System.Collections.Generic;
using System.Linq;
using Reps;

namespace Potential.Data;

/// <summary>The places of elements in a model's list.</summary>
/// <param name="elements">Symbols.</param>
internal sealed class ElementIndex(IReadOnlyList<string> elements)
{
    private readonly Dictionary<string, int> _places =
        elements.Select((symbol, place) => (symbol, place)).ToDictionary(entry => entry.symbol, entry => entry.place);

    /// <summary>The places of the elements of all atoms.</summary>
    /// <exception cref="DataException">The list lacks one.</exception>
    public int[] Of(XyzFrame frame)
    {
        int[] result = new int[frame.Count];
        for (int atom = 0; atom < result.Length; atom++)
        {
            string symbol = ChemicalElements.Symbol(frame.AtomicNumbers[atom]);
            if (!_places.TryGetValue(symbol, out result[atom]))
                throw new DataException(
                    $"The frame at line {frame.LineNumber} has an atom of {symbol} (atom {atom + 1}), and the model knows {string.Join(", ", elements)} only. "
                        + "Train a model on data with that element.");
        }
        return result;
    }
}
