.DEFAULT_GOAL := help
.PHONY: help build test

help: ## What can be done here
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

build: ## Build everything
	@dotnet build RestoreDrill.sln -v quiet

test: ## Run every test (installs the PostgreSQL server if it is missing)
	@bash eng/test.sh
