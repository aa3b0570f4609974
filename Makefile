# The tasks of the project; `make help` lists them.
.DEFAULT_GOAL := help
PLANC = .build/release/planc
SWIFT_FILES = Sources Tests Plugins Package.swift
.PHONY: help packs test format lint test-threads laws bounds mutants proof fuzz fuzz-in-process kills bench check build man clean \
	distributed dist deb wheel bill packages test-packages

help: ## list the tasks
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' Makefile

build: ## install what is missing and build planc
	@.ci/install build
	swift build -c release --static-swift-stdlib --product planc

packs: build ## compile Plans into Output
	$(PLANC) build Plans --output Output

check: build ## judge Plans
	$(PLANC) check Plans

format: ## lay out the Swift files as .swift-format says
	swift format --in-place --recursive --parallel $(SWIFT_FILES)

lint: ## check that the Swift files are laid out so, functions short and what is public described
	swift format lint --strict --recursive --parallel $(SWIFT_FILES)
	python3 Tests/Manual/habits.py

test: lint ## install what is missing and run the tests
	@.ci/install test
	swift build --build-tests
	swift test --skip-build

test-threads: ## let many threads share what is parsed, under the thread sanitizer
	@.ci/install test
	swift test --sanitize=thread --scratch-path .build/threads --filter SharedTreesTests

laws: ## try every law on every generated change
	@.ci/install test
	PLANC_LAWS_ALONE=1 swift build -c release --build-tests --scratch-path .build/laws
	PLANC_LAWS_ALONE=1 PLANC_LAWS=full swift test -c release --skip-build --scratch-path .build/laws
	swift build --build-tests
	PLANC_LAWS=full swift test --skip-build --filter hostileWordsStayWords

bounds: build ## count how the work of every command grows with everything a plan can have more of
	python3 Tests/Bounds/growth.py $(PLANC) all 200

mutants: ## put faults into a copy, one at a time, and see whether the tests notice
	@.ci/install test
	python3 Tests/Mutants/run.py

proof: build ## judge every pack in every locale, on both papers, in normal and large print
	@.ci/install test
	.venv-test/bin/python Tests/Integration/paper.py $(PLANC) all

fuzz: build ## mutilate the plans a thousand times and look for crashes
	python3 Tests/Fuzz/run.py $(PLANC)

TARGET = markdown
SECONDS = 3600
fuzz-in-process: ## let libFuzzer try one reader: TARGET=markdown SECONDS=3600
	@.ci/install build
	PLANC_FUZZING=1 swift build -c release --product fuzz-in-process --scratch-path .build/fuzzing
	python3 Tests/Fuzz/seeds.py $(TARGET) .build/fuzzing/$(TARGET)
	cd .build/fuzzing && PLANC_FUZZ=$(TARGET) release/fuzz-in-process $(TARGET) -max_total_time=$(SECONDS) -max_len=2000 -timeout=10

kills: build ## kill a thousand builds and fill a thousand disks
	python3 Tests/Kills/run.py $(PLANC) 1000

bench: ## measure planc beside its floor and its peers
	@.ci/install bench
	swift build -c release --static-swift-stdlib --product planc
	.venv-bench/bin/python Tests/Bench/run.py $(PLANC)

man: build ## write manual pages into .build/man
	rm -rf .build/man
	python3 Packaging/manual.py .build/man

distributed:
	@.ci/install packages
	PLANC_DISTRIBUTED=1 swift build -c release --static-swift-stdlib --product planc

dist: distributed ## make a tarball that works wherever it is unpacked
	python3 Packaging/tarball.py

deb: distributed ## make a package for Debian 12
	python3 Packaging/deb.py

wheel: distributed ## make wheels for pip, pipx and uv
	python3 Packaging/wheel.py

bill: distributed ## list what a release holds of others
	python3 Packaging/bill.py

packages: dist deb wheel bill ## make every package

test-packages: packages ## install each package in a clean Debian and use it there
	.venv-packages/bin/python Tests/Packages/run.py

clean: ## take away what was built
	rm -rf .build .venv-test .venv-bench .venv-packages
