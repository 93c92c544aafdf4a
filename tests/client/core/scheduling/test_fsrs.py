"""The scheduler of the script beside the Python package `fsrs`: same reviews, same stability and difficulty.

`tests/client/core/fsrs.test.js` compares it with ts-fsrs, intervals included.
"""

import json
import subprocess
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from fsrs import Card, Rating, Scheduler
from fsrs.scheduler import DEFAULT_PARAMETERS

from paths import CLIENT

FSRS = CLIENT / "core" / "scheduling" / "fsrs.js"
SCRIPT = """
const { fsrs } = await import(process.argv[1]);
const chunks = await process.stdin.toArray();
const logs = JSON.parse(chunks.join(""));
process.stdout.write(JSON.stringify(logs.map((log) => log.map((_, index) => fsrs(log.slice(0, index + 1))))));
"""
LOGS = 1000
START = datetime(2026, 11, 22, 12, tzinfo=UTC)

# Without short-term steps w17 and w18 play no part; here they would still bound the stability of a lapse.
SCHEDULER = Scheduler(
    parameters=[0.0 if index in (17, 18) else value for index, value in enumerate(DEFAULT_PARAMETERS)],
    learning_steps=(),
    relearning_steps=(),
    enable_fuzzing=False,
)

Log = list[dict[str, int]]


def any_log(chance: Random) -> Log:
    """Up to 12 reviews, each at least a day after the one before."""
    gaps = (1, 2, 3, 7, 20, 60, 150, 365)
    return [{"gap": chance.choice(gaps), "grade": chance.randint(1, 4)} for _ in range(chance.randint(1, 12))]


def theirs(log: Log) -> list[tuple[float | None, float | None]]:
    """Stability and difficulty after each review, as the package has them."""
    card, time = Card(card_id=1), START
    memory = []
    for review in log:
        time += timedelta(days=review["gap"])
        card, _ = SCHEDULER.review_card(card, Rating(review["grade"]), time)
        memory.append((card.stability, card.difficulty))
    return memory


def test_stability_and_difficulty_are_those_of_the_python_package():
    chance = Random(6)
    logs = [any_log(chance) for _ in range(LOGS)]
    done = subprocess.run(
        ["node", "--input-type=module", "--eval", SCRIPT, FSRS.as_uri()],
        input=json.dumps(logs),
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    for log, ours in zip(logs, json.loads(done.stdout), strict=True):
        told = [(memory["stability"], memory["difficulty"]) for memory in ours]
        for (stability, difficulty), expected in zip(told, theirs(log), strict=True):
            assert (stability, difficulty) == pytest.approx(expected, rel=1e-6, abs=1e-6), log
