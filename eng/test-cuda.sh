#!/usr/bin/env bash
# Builds against the torch of a Python installation (PYTHON, by default python3) and runs the tests of the torch layers on CUDA.
set -euo pipefail
cd "$(dirname "$0")/.."
python=${PYTHON:-python3}
if ! "$python" -c 'import torch, sys; sys.exit(not torch.cuda.is_available())'; then
    echo "$python has no torch that sees a CUDA device: install one, or name another Python in PYTHON." >&2
    exit 1
fi
LIBTORCH=$("$python" -c 'import os, torch; print(os.path.dirname(torch.__file__))')
LIBTORCH_CXXFLAGS="-D_GLIBCXX_USE_CXX11_ABI=$("$python" -c 'import torch; print(int(torch.compiled_with_cxx11_abi()))')"
export LIBTORCH LIBTORCH_CXXFLAGS TORCH_PROVIDER=system
./eng/setup.sh
for project in tests/Reps.LibTorch.Tests tests/Reps.Layers.Tests; do
    dotnet build "$project" -c Release --nologo -v quiet
    REPS_TEST_DEVICE=${REPS_TEST_DEVICE:-cuda} dotnet test "$project" -c Release --no-build --nologo
done
