using System.Collections.Generic;

namespace Reps.Algebra;

/// <summary>
/// Coupling tensors kept for the life of the process, within bounds: the compiler server runs for days. First in, first out; safe for
/// any number of threads. A tensor is immutable, so two threads that compute the same one at once do no harm.
/// </summary>
internal sealed class TensorCache(int mostTensors, int mostEntries)
{
    private readonly Dictionary<(int, int, int), SparseTensor> _tensors = [];
    private readonly Queue<(int, int, int)> _order = new();
    private int _entries;

    /// <summary>The number of tensors held.</summary>
    public int Count
    {
        get
        {
            lock (_tensors) return _tensors.Count;
        }
    }

    /// <summary>The tensor stored under <paramref name="key"/>, or null.</summary>
    public SparseTensor? Find((int L1, int L2, int L3) key)
    {
        lock (_tensors) return _tensors.TryGetValue(key, out SparseTensor? tensor) ? tensor : null;
    }

    /// <summary>Keeps a tensor, unless it would fill a large part of the cache alone; makes room by dropping the oldest.</summary>
    public void Add((int L1, int L2, int L3) key, SparseTensor tensor)
    {
        if (tensor.Count > mostEntries / 4) return;
        lock (_tensors)
        {
            if (_tensors.ContainsKey(key)) return;
            while (_tensors.Count >= mostTensors || _entries + tensor.Count > mostEntries)
            {
                (int, int, int) oldest = _order.Dequeue();
                _entries -= _tensors[oldest].Count;
                _tensors.Remove(oldest);
            }

            _tensors.Add(key, tensor);
            _order.Enqueue(key);
            _entries += tensor.Count;
        }
    }
}
