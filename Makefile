# Each command first installs what is missing (.ci/need), then builds what has changed.

.PHONY: help serve site test bench format lint shots clean fresh fuzz wasm strict lighthouse test-core test-border test-web test-e2e need-%
.NOTPARALLEL:

help:
	@echo 'make serve   build the page and serve it on this machine'
	@echo 'make site    build the page: one file, web/dist/index.html (ADDRESS=https://example.org/lab/ if it is to stand there)'
	@echo 'make test    run every test, and make lint'
	@echo 'make fuzz    call the core with arguments of every shape, and its readers with any text, under clang sanitizers (FUZZ_SECONDS=3600 for an hour, FUZZ_CASES=10000000, SEED=2 for other calls)'
	@echo 'make bench   measure speed and accuracy (OTHER=path/to/index.html compares with another build of the page)'
	@echo 'make lighthouse  score the page with Lighthouse, as a desktop and as a phone'
	@echo 'make shots   take pictures of the page, in build/shots (a single one: ARGS="note-10 360 640 dark")'
	@echo 'make format  format every source file'
	@echo 'make lint    check formatting, types, structure and warnings'
	@echo 'make fresh   run make site and make test in a new Debian 12 (as root; takes 3 GB)'
	@echo 'make clean   remove everything that was built'

need-%:
	@.ci/need $(subst -, ,$*)

# --- building ---------------------------------------------------------------------------------------------------------

NPM := web/node_modules/.package-lock.json
BIN := web/node_modules/.bin

$(NPM): web/package-lock.json | need-build
	cd web && npm ci
	@touch $@

wasm: need-build
	@[ -e build/wasm/build.ninja ] || cmake --preset wasm
	cmake --build --preset wasm --target izh_wasm

site: wasm $(NPM)
	@ADDRESS='$(ADDRESS)' node web/build/build.mjs

serve: wasm $(NPM)
	@exec node web/build/build.mjs --serve

# --- checking ---------------------------------------------------------------------------------------------------------

test: need-build-test-lint strict lint test-core test-border test-web test-e2e
	@echo 'make test: everything passed.'

# Makes warnings errors in these build folders from now on.
strict: need-build-test-lint
	@cmake --preset native -DIZH_WERROR=ON
	@cmake --preset wasm -DIZH_WERROR=ON

test-core: strict
	cmake --build --preset native --target izh_tests
	ctest --preset native
	cmake --build --preset wasm --target izh_tests
	ctest --preset wasm

test-border: wasm $(NPM)
	node tests/run.mjs tests/border

test-web: wasm $(NPM)
	node tests/run.mjs tests/web

test-e2e: need-test site
	node tests/run.mjs --together=3 tests/e2e

FUZZ_SECONDS = 120
FUZZ_CASES = 600000
SEED = 1
DOORS := read resolve

fuzz: need-fuzz
	@cmake --preset fuzz
	cmake --build --preset fuzz
	IZH_FUZZ_SECONDS=$(FUZZ_SECONDS) build/fuzz/izh_fuzz $(SEED)
	@mkdir -p $(DOORS:%=build/fuzz/corpus/%)
	$(foreach door,$(DOORS),build/fuzz/izh_fuzz_$(door) -runs=$(FUZZ_CASES) -seed=$(SEED) -max_len=2048 -timeout=3 \
	  -verbosity=0 -print_final_stats=1 -artifact_prefix=build/fuzz/ build/fuzz/corpus/$(door) tests/fuzz/corpus/$(door) &&) true

CPP = $(shell find core wasm tests -name '*.hpp' -o -name '*.cpp')
JS = 'wasm/*.js' 'web/*.{js,mjs,json,css,ts}' 'web/{analyses,build,embed,engine,page,plot,send,session,styles,views,words}/**/*.{js,mjs,css,ts}' 'tests/**/*.{js,mjs}' \
     tests/lighthouse/package.json '!web/package-lock.json'

lint: need-build-lint strict wasm $(NPM)
	clang-format --dry-run --Werror $(CPP)
	$(BIN)/prettier --check --no-error-on-unmatched-pattern --log-level warn $(JS)
	node tests/floors.mjs
	$(BIN)/tsc --project web
	@! grep -n '"resolved"' web/package-lock.json tests/lighthouse/package-lock.json  # an address would tie everyone to one registry
	cmake --build --preset wasm

format: need-build-lint $(NPM)
	clang-format -i $(CPP)
	$(BIN)/prettier --write --no-error-on-unmatched-pattern --log-level warn $(JS)

bench: need-build-bench site
	@[ -e build/native/build.ninja ] || cmake --preset native
	cmake --build --preset native --target izh_bench
	cmake --build --preset wasm --target izh_bench izh_bench_batch
	build/native/izh_bench
	node build/wasm/izh_bench.js
	node build/wasm/izh_bench_batch.js
	node tests/bench/border.mjs
	node tests/bench/floor.mjs
	node tests/bench/page.mjs
	@[ -z "$(OTHER)" ] || node tests/bench/against.mjs '$(OTHER)'

shots: need-build-shots site
	node tests/e2e/shots.mjs $(ARGS)

LIGHTHOUSE := tests/lighthouse/node_modules/.package-lock.json

$(LIGHTHOUSE): tests/lighthouse/package-lock.json | need-build
	cd tests/lighthouse && npm ci
	@touch $@

lighthouse: need-build-shots site $(LIGHTHOUSE)
	node tests/lighthouse/run.mjs

fresh:
	@.ci/fresh-debian

clean:
	rm -rf build web/dist
