#!/usr/bin/env bash
# Judges a generated plan of TERRAFORM_MB megabytes (200) twice and says the time it took and the most managed memory that was alive; fails where memory grows with the plan.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

dotnet build tests/RestoreDrill.Core.Tests -v quiet --nologo
export RESTOREDRILL_TERRAFORM_MB=${TERRAFORM_MB:-200}
exec dotnet run --no-build --project tests/RestoreDrill.Core.Tests -- -class RestoreDrill.Core.Tests.Terraform.LargeDocumentTests -diagnostics
