"""Shows how much of each package the tests passed, and writes it down file by file. Called by scripts/test.sh in CI."""

import json
from collections import Counter
from pathlib import Path

from coverage import Coverage

FOLDER = Path(".cache/coverage")


def main() -> None:
    """Read what was measured; what is measured stands in pyproject.toml."""
    measured = Coverage()
    measured.load()
    with (FOLDER / "report.txt").open("w", encoding="utf-8") as report:
        measured.report(file=report)
    measured.json_report(outfile=str(FOLDER / "report.json"))
    files = json.loads((FOLDER / "report.json").read_text(encoding="utf-8"))["files"]

    passed: Counter[str] = Counter()
    known: Counter[str] = Counter()
    for name, file in files.items():
        summary = file["summary"]
        for part in (Path(name).parts[0], "all"):
            passed[part] += summary["covered_lines"] + summary["covered_branches"]
            known[part] += summary["num_statements"] + summary["num_branches"]

    print(f"\nPassed by these tests, of all lines and branches (file by file in {FOLDER}/report.txt):")
    packages = measured.get_option("run:source")
    assert isinstance(packages, list)
    for part in (*packages, "all"):
        print(f"    {part:<15} {passed[part] / known[part]:6.1%} of {known[part]:6}")


if __name__ == "__main__":
    main()
