using System;
using System.Buffers.Binary;
using System.Collections.Generic;

namespace Reps.Layers.Checkpoints.PyTorch;

/// <summary>
/// Reads the pickles that <c>torch.save</c> writes of states: dictionaries, lists, texts, numbers and tensors. A pickle is a program. Here
/// it can do no more than put such values together: names of classes and functions are compared with a short list, and never looked up.
/// </summary>
/// <remarks>
/// TorchSharp.PyBridge does not do: it refuses views that are not contiguous, and with them the files of e3nn 0.4, whose coupling tensors
/// are transposed. And to check names, sizes and strides before it reads them would take this reader anyway.
/// </remarks>
internal sealed class PickleReader
{
    private readonly PickleBytes _bytes;
    private readonly PickleCalls _calls;
    private readonly PickleStack _stack = new();
    private readonly List<object?> _memo = [];

    private PickleReader(byte[] pickle, PickleCalls calls) => (_bytes, _calls) = (new PickleBytes(pickle), calls);

    /// <summary>The value that the pickle of an archive makes.</summary>
    public static object? Read(PyTorchArchive archive)
    {
        PickleReader reader = new(archive.Pickle(), new PickleCalls(archive));
        try
        {
            return reader.Run();
        }
        catch (PickleException error)
        {
            string? near = reader._stack.NearestText;
            throw new ModuleStateException(
                archive.Path, null,
                $"the pickle in it {error.Message}, at byte {reader._bytes.Position}"
                    + (near is null ? "" : $" behind the text {Excerpt.Of(near)}"),
                error.Remedy ?? "The file is damaged, or torch.save has not written it: save it again");
        }
    }

    private object? Run()
    {
        if (_bytes.Byte() != 0x80 || _bytes.Byte() is < 2 or > 5)
            throw new PickleException("has a protocol other than 2 to 5", "Leave pickle_protocol of torch.save out");
        while (true)
        {
            byte code = _bytes.Byte();
            if (code == (byte)'.') break;
            Do(code);
        }
        object? value = _stack.Pop();
        return _stack.Count == 0 && _bytes.AtEnd ? value : throw new PickleException("goes on behind its end");
    }

    private void Do(byte code)
    {
        switch (code)
        {
            case (byte)'(': _stack.Mark(); break;
            case (byte)'N': _stack.Push(null); break;
            case 0x88: _stack.Push(true); break;
            case 0x89: _stack.Push(false); break;
            case (byte)'K': _stack.Push((long)_bytes.Byte()); break;
            case (byte)'M': _stack.Push((long)_bytes.UInt16()); break;
            case (byte)'J': _stack.Push((long)_bytes.Int32()); break;
            case 0x8a: _stack.Push(Integer(_bytes.Take(_bytes.Byte()))); break;
            case (byte)'G': _stack.Push(_bytes.Double()); break;
            case 0x8c: _stack.Push(_bytes.Text(_bytes.Byte())); break;
            case (byte)'X': _stack.Push(_bytes.Text(_bytes.UInt32())); break;
            case (byte)')': _stack.Push(Array.Empty<object?>()); break;
            case 0x85: _stack.Push(_stack.Pop(1)); break;
            case 0x86: _stack.Push(_stack.Pop(2)); break;
            case 0x87: _stack.Push(_stack.Pop(3)); break;
            case (byte)'t': _stack.Push(_stack.PopMarked()); break;
            case (byte)']': _stack.Push(new List<object?>()); break;
            case (byte)'a': Append(_stack.Pop(1)); break;
            case (byte)'e': Append(_stack.PopMarked()); break;
            case (byte)'}': _stack.Push(new PickleDictionary()); break;
            case (byte)'s': Set(_stack.Pop(2)); break;
            case (byte)'u': Set(_stack.PopMarked()); break;
            case (byte)'q': Remember(_bytes.Byte()); break;
            case (byte)'r': Remember(_bytes.UInt32()); break;
            case 0x94: Remember((uint)_memo.Count); break;
            case (byte)'h': _stack.Push(Remembered(_bytes.Byte())); break;
            case (byte)'j': _stack.Push(Remembered(_bytes.UInt32())); break;
            case (byte)'c': Name(_bytes.Line(), _bytes.Line()); break;
            case 0x93:
                string name = _stack.Pop<string>("the name of a class");
                Name(_stack.Pop<string>("the name of a module"), name);
                break;
            case (byte)'Q': _stack.Push(_calls.Storage(_stack.Pop<object?[]>("a storage"))); break;
            case (byte)'R':
                object?[] arguments = _stack.Pop<object?[]>("arguments");
                _stack.Push(_calls.Call(_stack.Pop<PickleName>("a function"), arguments));
                break;
            case (byte)'b': Build(_stack.Pop()); break;
            // Frames say how the bytes are cut for reading, and nothing else.
            case 0x95: _ = _bytes.UInt64(); break;
            default:
                throw new PickleException($"has the instruction 0x{code:x2}, which no state needs", PyTorchRemedies.SaveState);
        }
    }

    private void Name(string module, string name) => _stack.Push(PickleCalls.Name(module, name));

    // Picklers count from zero, so that a list will do.
    private void Remember(uint index)
    {
        if (index > _memo.Count) throw new PickleException("numbers its values with gaps");
        if (index == _memo.Count) _memo.Add(_stack.Peek());
        else _memo[(int)index] = _stack.Peek();
    }

    private object? Remembered(uint index) =>
        index < _memo.Count ? _memo[(int)index] : throw new PickleException("refers to a value that it has not made");

    private void Append(object?[] values)
    {
        if (_stack.Peek() is not List<object?> list) throw new PickleException("appends to what is no list");
        list.AddRange(values);
    }

    private void Set(object?[] pairs)
    {
        if (_stack.Peek() is not PickleDictionary dictionary) throw new PickleException("sets entries of what is no dictionary");
        if (pairs.Length % 2 != 0) throw new PickleException("has a key without a value");
        for (int n = 0; n < pairs.Length; n += 2)
            if (pairs[n] is string key)
                dictionary.Items[key] = pairs[n + 1];
    }

    // What a state dictionary has beside its entries: the versions of its modules.
    private void Build(object? attributes)
    {
        if (_stack.Peek() is not PickleDictionary || attributes is not PickleDictionary)
            throw new PickleException($"sets attributes of {PickleValues.Describe(_stack.Peek())}", PyTorchRemedies.SaveState);
    }

    private static object Integer(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > sizeof(long)) return new PickleOpaque("an integer beyond 64 bits");
        Span<byte> wide = stackalloc byte[sizeof(long)];
        wide.Fill(bytes.Length > 0 && bytes[^1] >= 0x80 ? (byte)0xff : (byte)0);
        bytes.CopyTo(wide);
        return BinaryPrimitives.ReadInt64LittleEndian(wide);
    }
}
