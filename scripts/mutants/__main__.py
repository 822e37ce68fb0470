"""Changes the code in small ways and tells which changes no test notices. Called by `make mutants`.

mutmut makes the changes, finds the tests that pass through each and tries it in a process of its own, on a copy of the
house. Here is said in which code, which of the changes (by chance, from SEED) and what came of it. Changes that nobody
could ever notice are listed with the reason in tests/mutants.yaml, and do not count.
"""

import os
import random
import shutil
import subprocess
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable
from configparser import ConfigParser
from dataclasses import dataclass
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
COPY, LOG, REPORT = (ROOT / ".cache" / name for name in ("mutants", "mutants.log", "mutants.txt"))
CONFTEST = Path(__file__).with_name("conftest.py")
FOLDERS = ("ground", "register", "certification", "matching", "app", "migrations")
BESIDE = ("tests", "pyproject.toml", "config.py", "wsgi.py")
NOTICED = frozenset({"killed", "timeout", "segfault"})


@dataclass(frozen=True)
class Part:
    """Files to change, the tests that must notice, how many changes are tried, and how many of a hundred they notice.

    What is tried takes two quiet processors a quarter of an hour.
    """

    files: list[Path]
    tests: tuple[str, ...]
    sample: int
    goal: int


@dataclass(frozen=True)
class Mutant:
    """One change that was tried: where, the lines as they were and as they became, and whether a test noticed."""

    file: Path
    function: str
    change: str
    noticed: bool

    @property
    def package(self) -> str:
        """The folder of the file, as a module."""
        return ".".join(self.file.parent.parts)


def asked_for(asked: str) -> Part:
    """`rules` (as the import contract names them), `services` (those that rights hang on), or a module of rules."""
    contracts = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    [pure] = (one["source_modules"] for one in contracts if one["name"].startswith("Rules are pure"))
    rules = files_of(*pure, "ground.alphabet", "ground.dates")
    if asked == "services":
        services = files_of(
            "certification.decisions", "matching.disclosures.reads", "matching.placements", "matching.proposals"
        )
        subjects = ("cases", "disclosures", "placements", "proposals")
        tests = tuple(f"tests/integration/{subject}" for subject in subjects)
        return Part([file for file in services if file not in rules], tests, sample=200, goal=0)
    return Part(rules if asked == "rules" else files_of(asked), ("tests/unit",), sample=3000, goal=95)


def files_of(*modules: str) -> list[Path]:
    """The files of modules, as paths from the root; there must be some."""
    found = []
    for module in modules:
        path = Path(*module.split("."))
        files = sorted(path.rglob("*.py")) if path.is_dir() else [Path(f"{path}.py")]
        if not all(file.exists() for file in files):
            sys.exit(f"There is no module {module}.")
        found += files
    return found


def listed_ones() -> set[tuple[str, str]]:
    """The changes that nobody could ever notice: in which function, and what. Each has its reason."""
    listed = yaml.safe_load((ROOT / "tests/mutants.yaml").read_text("utf-8"))
    if unexplained := [one["change"] for one in listed if not one.get("reason")]:
        sys.exit(f"tests/mutants.yaml gives no reason for {unexplained[0]}")
    return {(one["in"], one["change"]) for one in listed}


def copy_house(wanted: Part) -> None:
    """Copy what the tests need, with the settings for mutmut."""
    shutil.rmtree(COPY, ignore_errors=True)
    COPY.mkdir(parents=True)
    for name in FOLDERS + BESIDE:
        if Path(name).is_dir():
            shutil.copytree(name, COPY / name)
        else:
            shutil.copy2(name, COPY)
    shutil.copy2(CONFTEST, COPY)
    settings = ConfigParser()
    settings["mutmut"] = {
        "source_paths": _lines(FOLDERS),
        "also_copy": _lines([*BESIDE, CONFTEST.name]),
        "only_mutate": _lines(wanted.files),
        "pytest_add_cli_args_test_selection": _lines(wanted.tests),
        # Looking for what was left open collects garbage ten times, which takes longer than most tests.
        "pytest_add_cli_args": _lines(["--hypothesis-seed=0", "-p", "no:unraisableexception"]),
        "process_isolation": "forkserver",  # one that has run tests before would have cached what it read
    }
    with (COPY / "setup.cfg").open("w", encoding="utf-8") as file:
        settings.write(file)


def _lines(values: Iterable[object]) -> str:
    return "\n" + "\n".join(map(str, values))


def names_in(files: list[Path]) -> list[str]:
    """Every change that mutmut can make in these files, by its name there."""
    from mutmut.mutation.file_mutation import mutate_file_contents  # looks for its settings when it is imported
    from mutmut.utils.format_utils import get_mutant_name

    return [
        get_mutant_name(file, name)
        for file in files
        for name in mutate_file_contents(str(file), file.read_text("utf-8")).mutant_names
    ]


def tried(files: list[Path], names: set[str]) -> list[Mutant]:
    """What came of the changes with these names."""
    from mutmut.mutation.data import SourceFileMutationData
    from mutmut.mutation.diff_apply import get_diff_for_mutant
    from mutmut.stats import status_by_exit_code
    from mutmut.utils.format_utils import get_module_from_key, orig_function_and_class_names_from_key

    found = []
    for file in files:
        data = SourceFileMutationData(path=file)
        data.load()
        for name in sorted(names & data.exit_code_by_key.keys()):
            noticed = status_by_exit_code[data.exit_code_by_key[name]] in NOTICED
            change = "" if noticed else _change(get_diff_for_mutant(name, path=file))
            function, inside = orig_function_and_class_names_from_key(name)
            where = ".".join(part for part in (get_module_from_key(name), inside, function) if part)
            found.append(Mutant(file, where, change, noticed))
    return found


def _change(diff: str) -> str:
    """The lines of a diff that went and came, as one line."""
    lines = diff.splitlines()[2:]
    before, after = (" ".join(line[1:].strip() for line in lines if line.startswith(sign)) for sign in "-+")
    return f"{before}  →  {after}"


def report(mutants: list[Mutant], listed: set[tuple[str, str]], goal: int) -> bool:
    """Tell what no test noticed, as tests/mutants.yaml would list it, and how much of each package they noticed.

    False where that is less than the goal.
    """
    counting = [one for one in mutants if (one.function, one.change) not in listed]
    shares: dict[str, list[bool]] = defaultdict(list)
    for one in counting:
        shares[one.package].append(one.noticed)
        shares["all"].append(one.noticed)
    missed = [{"in": one.function, "change": one.change} for one in counting if not one.noticed]
    lines = [yaml.safe_dump(missed, allow_unicode=True, sort_keys=False, width=1000)] if missed else []
    lines += ["", f"Noticed, of the changes that were tried ({len(mutants) - len(counting)} listed ones left out):"]
    lines += [f"    {name:<40} {sum(of) / len(of):6.1%} of {len(of):5}" for name, of in sorted(shares.items())]
    REPORT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines))
    return 100 * sum(shares["all"]) >= goal * len(shares["all"])


def try_them(names: list[str]) -> None:
    """Let mutmut try the changes with these names."""
    command = [str(ROOT / ".venv/bin/mutmut"), "run", "--max-children", str(os.cpu_count()), *names]
    with LOG.open("w", encoding="utf-8") as log:
        ended = subprocess.run(command, stdout=log, stderr=subprocess.STDOUT, check=False)
    if ended.returncode != 0:
        sys.exit(f"mutmut did not come to its end; what it said stands in {LOG}.")


def main() -> None:
    """Copy, choose, try, tell."""
    os.chdir(ROOT)
    wanted = asked_for(os.environ.get("OF") or "rules")
    count, seed = int(os.environ.get("MUTANTS") or wanted.sample), os.environ.get("SEED") or "1"
    listed = listed_ones()
    copy_house(wanted)
    os.chdir(COPY)
    names = names_in(wanted.files)
    sample = random.Random(seed).sample(names, min(count, len(names)))  # noqa: S311  # no secret hangs on it
    print(f"Trying {len(sample)} of {len(names)} changes, chosen by SEED={seed}; mutmut writes to {LOG}.", flush=True)
    try_them(sample)
    if not report(tried(wanted.files, set(sample)), listed, wanted.goal):
        sys.exit(f"The goal is {wanted.goal} %.")


if __name__ == "__main__":
    main()
