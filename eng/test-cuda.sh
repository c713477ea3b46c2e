#!/usr/bin/env bash
# Builds the tests of the torch layers with TorchSharp's libtorch for CUDA, and runs them on the device REPS_TEST_DEVICE (cuda unless you say otherwise).
set -euo pipefail
cd "$(dirname "$0")/.."
package=libtorch-cuda-12.8-linux-x64
project=tests/Reps.Layers.Tests

if ! nvidia-smi -L >/dev/null 2>&1; then
    echo "nvidia-smi finds no device: these tests need an NVIDIA GPU with a driver for CUDA 12.8 or later." >&2
    exit 1
fi
# The outputs have a folder of their own, so that builds for the CPU never find the libraries for CUDA.
properties=("-p:LibTorchPackage=$package" --artifacts-path artifacts/cuda)
if ! dotnet restore "$project" -v quiet "${properties[@]}"; then
    echo "NuGet cannot restore $package: add a source that has it (nuget.org does; some gigabytes) with 'dotnet nuget add source'." >&2
    exit 1
fi
dotnet build "$project" -c Release --no-restore --nologo -v quiet "${properties[@]}"
REPS_TEST_DEVICE=${REPS_TEST_DEVICE:-cuda} dotnet test "$project" -c Release --no-build --nologo "${properties[@]}"
