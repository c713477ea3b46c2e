#!/usr/bin/env bash
# Restores, builds and runs every test project; the last line sums them up: "N passed, N failed".
set -euo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
# Threads of libtorch that wait take no time from those that work.
export OMP_WAIT_POLICY=${OMP_WAIT_POLICY:-passive}

dotnet build Reps.sln -c Release --nologo -v quiet

passed=0
failed=0
for project in tests/*.Tests; do
    results=$(mktemp -d)
    status=0
    dotnet test "$project" -c Release --no-build --nologo -v quiet --logger "trx;LogFileName=results.trx" --results-directory "$results" || status=$?
    counters=$(grep -o '<Counters [^>]*>' "$results/results.trx" || true)
    rm -rf "$results"
    p=$(sed -n 's/.* passed="\([0-9]*\)".*/\1/p' <<<"$counters")
    f=$(sed -n 's/.* failed="\([0-9]*\)".*/\1/p' <<<"$counters")
    # A project that could not be run, or ran nothing, is a failure and not an absence of failures.
    if [ -z "$p" ] || [ "$((p + f))" -eq 0 ]; then p=0 f=1; fi
    if [ "$status" -ne 0 ] && [ "$f" -eq 0 ]; then f=1; fi
    passed=$((passed + p))
    failed=$((failed + f))
done

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
