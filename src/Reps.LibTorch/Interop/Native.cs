using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>The functions of <c>reps_torch.cpp</c>. Those that return int return 0, or 1 with a message: see <see cref="Check"/>.</summary>
internal static unsafe partial class Native
{
    private const string Library = "reps_torch";

    /// <summary>What libtorch complained of last, on this thread.</summary>
    public static string LastError => Marshal.PtrToStringUTF8(rt_error()) ?? "";

    /// <summary>Throws what libtorch complained of.</summary>
    /// <exception cref="ExternalException">The call failed; the message is libtorch's.</exception>
    public static void Check(int failed)
    {
        if (failed == 0) return;
        string message = LastError;
        Autograd.ManagedFailure.Rethrow(message);
        throw new ExternalException(message);
    }

    [LibraryImport(Library)]
    public static partial nint rt_error();

    [LibraryImport(Library)]
    public static partial nint rt_version();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int rt_find(string name, string overload, nint* result);

    [LibraryImport(Library)]
    public static partial int rt_call(nint op, NativeValue* arguments, int count, NativeValue* results, int capacity, int* produced);

    [LibraryImport(Library)]
    public static partial void rt_free_handles(nint handles);

    [LibraryImport(Library)]
    public static partial void rt_free_numbers(nint numbers);

    [LibraryImport(Library)]
    public static partial void rt_release(nint handle);

    [LibraryImport(Library)]
    public static partial nint rt_share(nint handle);

    /// <summary>The bytes of the storage, if nothing else holds it.</summary>
    [LibraryImport(Library)]
    [SuppressGCTransition]
    public static partial long rt_bytes_owned(nint handle);

    [LibraryImport(Library)]
    public static partial int rt_info(nint handle, TensorInfo* info);

    [LibraryImport(Library)]
    public static partial int rt_data(nint handle, nint* data);

    [LibraryImport(Library)]
    public static partial int rt_from_blob(
        nint data, long* sizes, int dimensions, int scalarType, delegate* unmanaged<nint, void> deleter, nint context, nint* result);

    [LibraryImport(Library)]
    public static partial int rt_set_requires_grad(nint handle, int value);

    [LibraryImport(Library)]
    public static partial int rt_grad_of(nint handle, nint* result);

    [LibraryImport(Library)]
    public static partial int rt_set_grad(nint handle, nint grad);

    [LibraryImport(Library)]
    public static partial int rt_set_data(nint handle, nint data);

    [LibraryImport(Library)]
    public static partial int rt_version_of(nint handle, long* version);

    [LibraryImport(Library)]
    public static partial int rt_retain_grad(nint handle);

    [LibraryImport(Library)]
    public static partial int rt_backward(
        nint* tensors, int count, nint* gradients, int gradientCount, int retainGraph, int createGraph, nint* inputs, int inputCount);

    [LibraryImport(Library)]
    public static partial int rt_grad(
        nint* outputs, int outputCount, nint* inputs, int inputCount, nint* gradients, int gradientCount, int retainGraph, int createGraph,
        int allowUnused, nint* results);

    [LibraryImport(Library)]
    public static partial int rt_grad_enabled();

    [LibraryImport(Library)]
    public static partial void rt_set_grad_enabled(int value);

    [LibraryImport(Library)]
    public static partial nint rt_inference_begin(int value);

    [LibraryImport(Library)]
    public static partial void rt_inference_end(nint guard);

    [LibraryImport(Library)]
    public static partial int rt_inference_enabled();

    [LibraryImport(Library)]
    public static partial void rt_set_callbacks(
        delegate* unmanaged<long, nint, nint*, long, nint*, long, int> backward, delegate* unmanaged<long, void> release);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int rt_attach(
        long token, string title, int materialize, nint* inputs, int inputCount, nint* outputs, int* flags, int outputCount, nint* saved,
        int savedCount, nint* results);

    [LibraryImport(Library)]
    public static partial int rt_saved(nint node, int index, nint* result);

    [LibraryImport(Library)]
    public static partial int rt_device_count(int type, int* count);

    [LibraryImport(Library)]
    public static partial int rt_synchronize(long device);

    [LibraryImport(Library)]
    public static partial int rt_num_threads();

    [LibraryImport(Library)]
    public static partial int rt_set_num_threads(int count);

    [LibraryImport(Library)]
    public static partial int rt_num_interop_threads();

    [LibraryImport(Library)]
    public static partial int rt_set_num_interop_threads(int count);

    [LibraryImport(Library)]
    public static partial int rt_switch(Switch which, int* value);

    [LibraryImport(Library)]
    public static partial int rt_set_switch(Switch which, int value);

    [LibraryImport(Library)]
    public static partial int rt_manual_seed(long seed);

    [LibraryImport(Library)]
    public static partial int rt_default_generator(long device, nint* result);

    [LibraryImport(Library)]
    public static partial int rt_generator_clone(nint generator, nint* result);

    [LibraryImport(Library)]
    public static partial void rt_generator_free(nint generator);

    [LibraryImport(Library)]
    public static partial int rt_generator_seed(nint generator, long seed);

    [LibraryImport(Library)]
    public static partial int rt_generator_initial_seed(nint generator, long* seed);

    [LibraryImport(Library)]
    public static partial int rt_generator_state(nint generator, nint* result);

    [LibraryImport(Library)]
    public static partial int rt_generator_set_state(nint generator, nint state);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int rt_save(nint handle, string path);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int rt_load(string path, nint* result);
}
