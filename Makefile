# Everything a person types. `make help` lists it.
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
BENCH := build/bench

.DEFAULT_GOAL := help
.PHONY: help run test test-night test-long lint format bench bench-learning bench-donors bench-retention demo
.PHONY: bench-engine bench-window bench-desktop bench-firsttoken bench-search bench-memories bench-trl bench-flip bench-calibration bench-ledgers bench-stated
.PHONY: bench-attacks bench-guard
.PHONY: bench-ablation bench-fortnight bench-thirty bench-ifeval-control pages scoreboard translations screenshots clean

help: ## this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 18

$(READY): packaging/requirements.lock packaging/setup packaging/system-packages.txt pyproject.toml
	@packaging/setup
	@touch $@

$(BENCH)/ready: benchmarks/requirements.txt packaging/bench-setup | $(READY)
	@packaging/bench-setup
	@touch $@

run: $(READY) ## set up if needed, then open the window
	@$(BIN)/reverie || test $$? -eq 3

demo: $(READY) ## a simulated user, a few days of edits, one night, a table: five to fifteen minutes
	@$(BIN)/reverie demo

test: lint ## set up if needed, then lint, types, import contracts, tests
	@$(BIN)/python -m pytest -m "not long and not night and not alone" -n 3 --max-worker-restart 0 --dist loadfile --no-loadscope-reorder
	@$(BIN)/python -m pytest -m alone tests/gui

test-night: $(READY) ## the main job through the command line, with two nights on the starter model: ten to fifteen minutes
	@$(BIN)/python -m pytest -m night

test-long: $(READY) ## the slow proofs
	@$(BIN)/python -m pytest -m long

lint: $(READY) ## ruff, mypy, import contracts
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

format: $(READY) ## put the code into shape
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

bench: bench-engine bench-window bench-desktop bench-search bench-memories bench-firsttoken $(if $(DATA),bench-guard bench-attacks) ## engine, window, memories: half an hour; with DATA=folder the guard and attacks on it, too: one to two hours more

bench-engine: $(READY) ## the engine against a bare llama-cpp-python loop, with and without an adapter
	@$(BIN)/python -m benchmarks.engine

bench-window: $(READY) ## how live the window is: long conversations, long replies, long pastes
	@$(BIN)/python -m benchmarks.window $(ARGS)

bench-desktop: $(READY) ## the quick prompt on a real X server, and what idling costs: two minutes
	@$(BIN)/python -m benchmarks.desktop $(ARGS)

bench-firsttoken: $(READY) ## the first token late in a long chat against that of a fresh one: ten minutes
	@$(BIN)/python -m benchmarks.firsttoken $(ARGS)

bench-search: $(READY) ## search over 100,000 messages: about two minutes
	@$(BIN)/python -m benchmarks.search $(ARGS)

bench-memories: $(READY) ## memories: how much of what is found is worth it, what is in the prompt, how fast: a minute
	@$(BIN)/python -m benchmarks.memories $(ARGS)

bench-learning: $(READY) ## eight simulated users, one night each, on unseen prompts: one to two hours, goes on where it was
	@$(BIN)/python -m benchmarks.learning --results build/learning.jsonl $(ARGS)

bench-ledgers: $(READY) ## whole nights over 8, 14, 48, 200 and 5,000 rows: half an hour to two hours, goes on where it was
	@$(BIN)/python -m benchmarks.ledgers --results build/ledgers.jsonl $(ARGS)

bench-stated: $(READY) ## preferences put into words, taught into the weights: about half an hour, goes on where it was
	@$(BIN)/python -m benchmarks.stated --results build/stated.jsonl $(ARGS)

bench-flip: $(READY) ## a preference that was turned round, forty signals later: about an hour, goes on where it was
	@$(BIN)/python -m benchmarks.flip --results build/flip.jsonl $(ARGS)

bench-calibration: $(READY) ## nights that the gate must refuse: about two hours, goes on where it was
	@$(BIN)/python -m benchmarks.calibration --results build/calibration.jsonl $(ARGS)

bench-ablation: $(READY) ## each part of the recipe taken out or put in: hours, goes on where it was
	@$(BIN)/python -m benchmarks.ablation --results build/ablation.jsonl $(ARGS)

bench-attacks: $(READY) ## poisoned ledgers and planted secrets: what is learned of them; needs DATA=folder: about an hour, ARGS=--no-nights seconds
	@$(BIN)/python -m benchmarks.attacks --data $(DATA) --results build/attacks.jsonl $(ARGS)

bench-guard: $(READY) ## what the guard holds up or replaces by mistake; needs DATA=folder: a minute
	@$(BIN)/python -m benchmarks.guard --data $(DATA) $(ARGS)

bench-donors: $(READY) ## real letters never seen; needs DATA=folder: about an hour
	@$(BIN)/python -m benchmarks.donors --data $(DATA) --results build/donors.jsonl $(ARGS)

bench-trl: $(BENCH)/ready ## TRL's losses and its trainer beside ours: about 15 minutes, 370 MB of packages
	@$(BENCH)/bin/python -m pytest benchmarks/test_trl_losses.py benchmarks/test_extras.py
	@$(BENCH)/bin/python -m benchmarks.trl_throughput $(ARGS)

bench-fortnight: $(BENCH)/ready ## ten nights of simulated users: days, goes on where it was; RESULTS=file keeps it
	@$(BENCH)/bin/python -m benchmarks.fortnight --results $(or $(RESULTS),build/fortnight.jsonl) $(ARGS)

pages: scoreboard $(BENCH)/ready ## every table and plot in docs/learning.md, and the scoreboard, from docs/results
	@$(BENCH)/bin/python -m benchmarks.learning_page $(ARGS)

bench-thirty: $(READY) ## thirty nights in a row and what they forgot; needs DATA=folder: hours, goes on where it was
	@$(BIN)/python -m benchmarks.thirty --data $(DATA) --results build/thirty.jsonl $(ARGS)

bench-retention: $(READY) ## what an adapter forgot; needs DATA=folder ADAPTER=file.gguf
	@$(BIN)/python -m benchmarks.retention --data $(DATA) --adapter $(ADAPTER) $(ARGS)

bench-ifeval-control: $(READY) ## how much of IFEval is luck: the base against itself; needs DATA=folder
	@$(BIN)/python -m benchmarks.ifeval_control --data $(DATA) $(ARGS)

scoreboard: $(READY) ## docs/scoreboard.md from docs/results: what was wanted, what was seen
	@$(BIN)/python -m benchmarks.scoreboard --write docs/scoreboard.md

translations: $(READY) ## gather what is to be translated, and compile the catalogues
	@$(BIN)/python packaging/translations.py

screenshots: $(READY) ## take the pictures in docs/images anew
	@$(BIN)/python packaging/screenshots.py

clean: ## remove the environment and caches; profiles and models stay
	rm -rf $(VENV) build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
