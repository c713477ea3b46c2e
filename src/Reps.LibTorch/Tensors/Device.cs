using System;
using System.Globalization;

namespace TorchSharp;

/// <summary>A kind of device; the numbers are torch's.</summary>
public enum DeviceType
{
    /// <summary>The processor.</summary>
    CPU = 0,

    /// <summary>An NVIDIA accelerator.</summary>
    CUDA = 1,

    /// <summary>An AMD accelerator.</summary>
    HIP = 6,

    /// <summary>An Apple accelerator.</summary>
    MPS = 13,

    /// <summary>Shapes without data.</summary>
    META = 14,
}

public static partial class torch
{
    /// <summary>The processor.</summary>
    public static readonly Device CPU = new(DeviceType.CPU);

    /// <summary>The current CUDA device.</summary>
    public static Device CUDA { get; } = new(DeviceType.CUDA);

    /// <summary>The Apple accelerator.</summary>
    public static Device MPS { get; } = new(DeviceType.MPS);

    /// <summary>Shapes without data.</summary>
    public static readonly Device META = new(DeviceType.META);

    /// <summary>The device, or the default one; and an exception where there is none of its kind.</summary>
    public static Device InitializeDevice(Device? device)
    {
        device ??= default_device;
        InitializeDeviceType(device.type);
        return device;
    }

    /// <summary>Makes sure that there is a device of the kind.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static void InitializeDeviceType(DeviceType deviceType)
    {
        if (!TryInitializeDeviceType(deviceType)) throw new InvalidOperationException($"There is no device of the kind {deviceType}.");
    }

    /// <summary>Whether there is a device of the kind.</summary>
    public static bool TryInitializeDeviceType(DeviceType deviceType) =>
        deviceType is DeviceType.CPU or DeviceType.META || CountOf(deviceType) > 0;

    /// <summary>A device by its description, such as <c>cuda:0</c>.</summary>
    public static Device device(string description) => new(description);

    /// <summary>A device.</summary>
    public static Device device(string deviceType, int index = -1) => new(deviceType, index);

    /// <summary>A device.</summary>
    public static Device device(DeviceType deviceType, int index = -1) => new(deviceType, index);

    /// <summary>A CUDA device.</summary>
    public static Device device(int index) => new(DeviceType.CUDA, index);

    /// <summary>Where a tensor lives.</summary>
    public class Device : IEquatable<Device>
    {
        /// <summary>A device by its description.</summary>
        /// <param name="description"><c>cpu</c>, <c>cuda</c> or <c>cuda:1</c>.</param>
        /// <exception cref="ArgumentException">The description is not valid.</exception>
        public Device(string description)
        {
            ArgumentNullException.ThrowIfNull(description);
            string[] parts = description.Split(':');
            type = TypeOf(parts[0], description);
            if (parts.Length == 1) return;
            if (parts.Length != 2 || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int given))
                throw new ArgumentException($"'{description}' is no device: write a kind and perhaps an index, such as cpu or cuda:0.", nameof(description));
            index = given;
        }

        /// <summary>A device.</summary>
        public Device(string deviceType, int index = -1) => (type, this.index) = (TypeOf(deviceType, deviceType), index);

        /// <summary>A device.</summary>
        public Device(DeviceType deviceType, int index = -1) => (type, this.index) = (deviceType, index);

        /// <summary>A CUDA device.</summary>
        public Device(int index)
            : this(DeviceType.CUDA, index) { }

        internal Device(long bits) => (type, index) = ((DeviceType)(bits & 0xff), (int)(bits >> 8) - 1);

        /// <summary>The kind.</summary>
        public DeviceType type { get; }

        /// <summary>Which one of its kind; −1 for the current one.</summary>
        public int index { get; } = -1;

        internal long Bits => (long)type | ((long)(index + 1) << 8);

        /// <inheritdoc/>
        public override string ToString()
        {
            string name = type.ToString().ToLowerInvariant();
            return index < 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}:{index}");
        }

        /// <inheritdoc/>
        public bool Equals(Device? other) => other is not null && other.Bits == Bits;

        /// <inheritdoc/>
        public override bool Equals(object? obj) => Equals(obj as Device);

        /// <inheritdoc/>
        public override int GetHashCode() => Bits.GetHashCode();

        /// <summary>A device by its description.</summary>
        public static implicit operator Device(string description) => new(description);

        private static DeviceType TypeOf(string name, string description) =>
            name switch
            {
                "cpu" => DeviceType.CPU,
                "cuda" => DeviceType.CUDA,
                "hip" => DeviceType.HIP,
                "mps" => DeviceType.MPS,
                "meta" => DeviceType.META,
                _ => throw new ArgumentException($"'{description}' is no device: the kinds are cpu, cuda, hip, mps and meta.", nameof(description)),
            };
    }
}
