.DEFAULT_GOAL := help
.PHONY: help build demo incident runbooks serve test test-majors soak bench bench-memory bench-coverage bench-terraform corruption-matrix sandbox clean

help: ## What can be done here
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-18s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

build: ## Build everything
	@dotnet build RestoreDrill.sln -v quiet

demo: ## The main job on a sandbox, done by the service: copy, drill, drill again, damage, drill; to an exit code
	@bash eng/demo.sh

incident: ## February 2026 replayed on a sandbox: production is destroyed, everybody tries the same on its copies, the newest copy is restored, proven and handed over (two minutes)
	@bash eng/incident.sh

runbooks: ## Follow every runbook on sandboxes in the states that they are for, and compare with what each says you should see
	@bash eng/runbooks.sh

serve: ## The service on a sandbox, in the foreground: copies every ten minutes, drills every three; dashboard at 127.0.0.1:5080/hangfire
	@bash eng/serve.sh

test: ## Run every test (installs the PostgreSQL server and libfaketime if they are missing)
	@bash eng/test.sh

test-majors: ## The smoke test of verification on PostgreSQL 13, 14, 16, 17 and 18, whose server programs npm gives once; fails when one cannot be had
	@bash eng/majors.sh

soak: ## 200 drills while services and store are killed at random (half an hour to an hour; SOAK_DRILLS, SOAK_SEED, SOAK_MINUTES)
	@bash eng/soak.sh

bench: ## Measure the fingerprint against other ways to read every row (some minutes; BENCH_ROUNDS); artifacts/bench/fingerprint.json
	@bash eng/bench.sh

bench-memory: ## Peak memory of a copy run and a drill with ten million rows in one table, on a sandbox of its own (four minutes; MEMORY_ROWS); fails above 200 MB
	@bash eng/bench-memory.sh

bench-coverage: ## How many rows a drill proves of a source of ten million rows with 400 transactions a second (five minutes; COVERAGE_SCALE, COVERAGE_RATE); fails below 99 %
	@bash eng/bench-coverage.sh

bench-terraform: ## Judge a generated Terraform plan of 200 MB (half a minute; TERRAFORM_MB); fails when memory grows with it
	@bash eng/bench-terraform.sh

corruption-matrix: ## Every fault done to a copy behind a real drill, and drills of clean copies under load; the table goes to docs/verification.md (MATRIX_FAULTS, MATRIX_MODES, MATRIX_CLEAN)
	@bash eng/corruption-matrix.sh

sandbox: ## Run three AWS accounts of one organisation on 127.0.0.1:4599 in the foreground, with their state in .sandbox/
	@bash eng/sandbox.sh

clean: ## End what was started here, and remove .sandbox/ and everything built
	@bash eng/sandbox-clean.sh
