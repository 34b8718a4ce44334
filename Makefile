# Every target first sets up what it needs (installer/prepare.sh); a second call is instant.
#   make run                  the window            make run ARGS="--data /path/to/data"
#   make test                 all tests             make test ARGS="tests/domain -k text"
#   make tour                 the window without a screen: pictures and papers of a short day, in tour-out/
#                                           (with a PostgreSQL of its own, where two counters meet)
#   make check                lint, format, types, import rules         make format    mend lint and format
#   make bench                the figures of tests/bench                make clean     remove what was made, but .venv
#   make lock                 renew the lock files after a change of pyproject.toml; UPGRADE=1 takes newer versions too
.PHONY: run test tour check bench format lock clean
.NOTPARALLEL:

BIN := .venv/bin
ARGS :=
export PYTHON

run:
	@installer/prepare.sh run
	@$(BIN)/python -m onestop_desk $(ARGS)

tour:
	@installer/prepare.sh tour
	@installer/prepare.sh check
	@$(BIN)/python installer/tour.py --out tour-out $(ARGS)

test:
	@installer/prepare.sh test
	@$(BIN)/python -m pytest -n 2 --dist loadfile $(ARGS)

check:
	@installer/prepare.sh check
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check .
	$(BIN)/python -m mypy
	$(BIN)/lint-imports

bench:
	@installer/prepare.sh test
	@$(BIN)/python tests/bench/run_all.py $(ARGS)

format:
	@installer/prepare.sh check
	$(BIN)/python -m ruff check --fix .
	$(BIN)/python -m ruff format .

COMPILE = $(BIN)/python -m uv pip compile --quiet --no-config --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" $(if $(UPGRADE),--upgrade)

lock:
	@installer/prepare.sh check
	@$(BIN)/python -m pip install --quiet "uv>=0.9"
	$(COMPILE) pyproject.toml --output-file requirements.lock
	$(COMPILE) pyproject.toml --group test --group check --constraint requirements.lock --output-file requirements-dev.lock

clean:
	rm -rf build tour-out .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache *.egg-info
	find onestop_desk tests -name __pycache__ -type d -prune -exec rm -rf {} +
