#!/usr/bin/env bash
# Prepares this machine for the torch layers: decides where TorchSharp's API comes from, installs what that needs, and records the choice in
# eng/TorchProvider.props, which every project reads. TORCH_PROVIDER=package|system decides by hand; LIBTORCH=<folder> names a libtorch.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
version=$(sed -n 's/.*<TorchSharpVersion>\(.*\)<\/TorchSharpVersion>.*/\1/p' Directory.Packages.props)

has_package() {
    local probe status=0
    probe=$(mktemp -d)
    cat > "$probe/Probe.csproj" <<PROBE
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework><NuGetAudit>false</NuGetAudit></PropertyGroup>
  <ItemGroup><PackageReference Include="TorchSharp-cpu" Version="$version" /></ItemGroup>
</Project>
PROBE
    dotnet restore "$probe" --verbosity quiet >/dev/null 2>&1 || status=1
    rm -rf "$probe"
    return $status
}

provider=${TORCH_PROVIDER:-}
if [ -z "$provider" ] && [ -n "${LIBTORCH:-}" ]; then provider=system; fi
if [ -z "$provider" ] && [ -f eng/TorchProvider.props ]; then
    provider=$(sed -n 's/.*<TorchProvider>\(.*\)<\/TorchProvider>.*/\1/p' eng/TorchProvider.props)
fi
if [ -z "$provider" ]; then
    if has_package; then provider=package; else provider=system; fi
fi

case $provider in
    package) ;;
    system)
        headers=${LIBTORCH:-/usr}/include
        missing=()
        command -v "${CXX:-g++}" >/dev/null || missing+=(g++)
        [ -f "$headers/torch/csrc/api/include/torch/torch.h" ] || missing+=(libtorch-dev libopenblas0-pthread) # without the second, Debian takes its slow reference BLAS
        if [ ${#missing[@]} -gt 0 ]; then
            if [ -n "${LIBTORCH:-}" ] && [[ " ${missing[*]} " == *" libtorch-dev "* ]]; then
                echo "LIBTORCH=$LIBTORCH holds no include/torch/csrc/api/include/torch/torch.h: it must be the folder of a libtorch." >&2
                exit 1
            fi
            if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
                echo "Install ${missing[*]} (Debian: apt-get install ${missing[*]}), or set LIBTORCH to the folder of a libtorch." >&2
                exit 1
            fi
            echo "Installing ${missing[*]}"
            apt-get update -qq
            DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
        fi
        ;;
    *)
        echo "TORCH_PROVIDER=$provider: it is package (TorchSharp's own) or system (the machine's libtorch)." >&2
        exit 1
        ;;
esac

choice="<Project><PropertyGroup><TorchProvider>$provider</TorchProvider></PropertyGroup></Project>"
if [ "$(cat eng/TorchProvider.props 2>/dev/null)" != "$choice" ]; then printf '%s' "$choice" > eng/TorchProvider.props; fi
echo "torch: $provider"
