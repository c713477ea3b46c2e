using System;
using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text;

namespace TorchSharp.Interop;

/// <summary>
/// Calls operators of libtorch by name, "add.Tensor" for the overload Tensor of aten::add. Arguments come in the order of the operator's schema;
/// those at the end that have defaults may be left out.
/// </summary>
internal static unsafe class Operator
{
    private const int MaxResults = 8;
    private const int StackWords = 96;

    private static readonly ConcurrentDictionary<string, nint> s_operators = new();

    /// <summary>Calls an operator that returns one tensor.</summary>
    public static torch.Tensor Call(string name, params ReadOnlySpan<Argument> arguments)
    {
        NativeValue* results = stackalloc NativeValue[MaxResults];
        Invoke(name, arguments, results, 1);
        return Read(results[0]);
    }

    /// <summary>Calls an operator that changes its first argument, and returns that.</summary>
    public static torch.Tensor CallInPlace(torch.Tensor self, string name, params ReadOnlySpan<Argument> arguments)
    {
        NativeValue* results = stackalloc NativeValue[MaxResults];
        int count = Invoke(name, arguments, results, -1);
        for (int n = 0; n < count; n++) Free(results[n]);
        return self;
    }

    /// <summary>Calls an operator that returns two tensors.</summary>
    public static (torch.Tensor, torch.Tensor) Call2(string name, params ReadOnlySpan<Argument> arguments)
    {
        NativeValue* results = stackalloc NativeValue[MaxResults];
        Invoke(name, arguments, results, 2);
        return (Read(results[0]), Read(results[1]));
    }

    /// <summary>Calls an operator that returns three tensors.</summary>
    public static (torch.Tensor, torch.Tensor, torch.Tensor) Call3(string name, params ReadOnlySpan<Argument> arguments)
    {
        NativeValue* results = stackalloc NativeValue[MaxResults];
        Invoke(name, arguments, results, 3);
        return (Read(results[0]), Read(results[1]), Read(results[2]));
    }

    /// <summary>Calls an operator that returns four tensors.</summary>
    public static (torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor) Call4(string name, params ReadOnlySpan<Argument> arguments)
    {
        NativeValue* results = stackalloc NativeValue[MaxResults];
        Invoke(name, arguments, results, 4);
        return (Read(results[0]), Read(results[1]), Read(results[2]), Read(results[3]));
    }

    /// <summary>Calls an operator that returns a list of tensors.</summary>
    public static torch.Tensor[] CallList(string name, params ReadOnlySpan<Argument> arguments)
    {
        NativeValue* results = stackalloc NativeValue[MaxResults];
        Invoke(name, arguments, results, 1);
        torch.Tensor[] tensors = new torch.Tensor[results[0].Length];
        for (int n = 0; n < tensors.Length; n++) tensors[n] = new torch.Tensor(((nint*)results[0].Pointer)[n]);
        FreeMemory(results[0]);
        return tensors;
    }

    /// <summary>Calls an operator that returns a truth value.</summary>
    public static bool CallBool(string name, params ReadOnlySpan<Argument> arguments)
    {
        NativeValue* results = stackalloc NativeValue[MaxResults];
        Invoke(name, arguments, results, 1);
        return results[0].Integer != 0;
    }

    /// <summary>Calls an operator that returns a number.</summary>
    public static Scalar CallScalar(string name, params ReadOnlySpan<Argument> arguments)
    {
        NativeValue* results = stackalloc NativeValue[MaxResults];
        Invoke(name, arguments, results, 1);
        if (results[0].Kind != ValueKind.Complex) return new Scalar(results[0].Kind, results[0].Integer);
        double* parts = (double*)results[0].Pointer;
        Scalar scalar = new(new System.Numerics.Complex(parts[0], parts[1]));
        FreeMemory(results[0]);
        return scalar;
    }

    private static void FreeMemory(NativeValue value)
    {
        if (value.Kind == ValueKind.TensorList) Native.rt_free_handles(value.Pointer);
        else if (value.Kind == ValueKind.Complex) Native.rt_free_numbers(value.Pointer);
    }

    private static torch.Tensor Read(NativeValue value) => new(value.Pointer);

    private static void Free(NativeValue value)
    {
        if (value.Kind == ValueKind.Tensor && value.Pointer != 0) Native.rt_release(value.Pointer);
        if (value.Kind == ValueKind.TensorList)
            for (int n = 0; n < value.Length; n++)
                if (((nint*)value.Pointer)[n] is nint handle and not 0) Native.rt_release(handle);
        FreeMemory(value);
    }

    // Lists and texts are copied side by side into words on the stack (or in memory of their own, if they are long) before the call.
    private static int Invoke(string name, ReadOnlySpan<Argument> arguments, NativeValue* results, int expected)
    {
        nint op = s_operators.TryGetValue(name, out nint known) ? known : Find(name);
        int words = 0;
        foreach (ref readonly Argument argument in arguments) words += Words(argument);
        long* stack = stackalloc long[words <= StackWords ? words : 0];
        void* heap = words <= StackWords ? null : NativeMemory.Alloc((nuint)words, sizeof(long));
        try
        {
            long* scratch = heap is null ? stack : (long*)heap;
            NativeValue* values = stackalloc NativeValue[arguments.Length];
            for (int n = 0; n < arguments.Length; n++)
            {
                values[n] = Lay(arguments[n], scratch);
                scratch += Words(arguments[n]);
            }
            int produced;
            int failed = Native.rt_call(op, values, arguments.Length, results, MaxResults, &produced);
            // A device does not tell the collector that its memory is short. What changes its operands must not be done twice.
            if (failed != 0 && expected >= 0 && Native.LastError.Contains("out of memory", StringComparison.OrdinalIgnoreCase))
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
                failed = Native.rt_call(op, values, arguments.Length, results, MaxResults, &produced);
            }
            Native.Check(failed);
            // The native side borrows the handles: no finalizer may run before it has returned.
            foreach (ref readonly Argument argument in arguments) GC.KeepAlive(argument.Reference);
            if (expected >= 0 && produced < expected)
                throw new InvalidOperationException($"aten::{name} returned {produced} values, not {expected}.");
            for (int n = Math.Max(expected, 0); expected >= 0 && n < produced; n++) Free(results[n]);
            return produced;
        }
        finally
        {
            NativeMemory.Free(heap);
        }
    }

    private static int Words(in Argument argument) =>
        argument.Reference switch
        {
            Array list => list.Length,
            string text => (Encoding.UTF8.GetByteCount(text) + 7) / 8,
            Scalar => 2,
            _ => 0,
        };

    private static NativeValue Lay(in Argument argument, long* scratch)
    {
        NativeValue value = new() { Kind = argument.Kind, Integer = argument.Bits };
        switch (argument.Reference)
        {
            case torch.Tensor tensor:
                value.Pointer = tensor.Handle;
                break;
            case torch.Generator generator:
                value.Pointer = generator.Handle;
                break;
            case long[] list:
                list.CopyTo(new Span<long>(scratch, list.Length));
                (value.Length, value.Pointer) = (list.Length, (nint)scratch);
                break;
            case double[] list:
                list.CopyTo(new Span<double>(scratch, list.Length));
                (value.Length, value.Pointer) = (list.Length, (nint)scratch);
                break;
            case bool[] list:
                for (int n = 0; n < list.Length; n++) ((byte*)scratch)[n] = list[n] ? (byte)1 : (byte)0;
                (value.Length, value.Pointer) = (list.Length, (nint)scratch);
                break;
            case torch.Tensor?[] list:
                for (int n = 0; n < list.Length; n++) ((nint*)scratch)[n] = list[n]?.Handle ?? 0;
                (value.Length, value.Pointer) = (list.Length, (nint)scratch);
                break;
            case string text:
                int bytes = Encoding.UTF8.GetBytes(text, new Span<byte>(scratch, Encoding.UTF8.GetByteCount(text)));
                (value.Length, value.Pointer) = (bytes, (nint)scratch);
                break;
            case Scalar scalar:
                (((double*)scratch)[0], ((double*)scratch)[1]) = (scalar.Complex.Real, scalar.Complex.Imaginary);
                value.Pointer = (nint)scratch;
                break;
        }
        return value;
    }

    private static nint Find(string name)
    {
        int dot = name.IndexOf('.');
        string full = "aten::" + (dot < 0 ? name : name[..dot]);
        nint op;
        Native.Check(Native.rt_find(full, dot < 0 ? "" : name[(dot + 1)..], &op));
        return s_operators.GetOrAdd(name, op);
    }
}
