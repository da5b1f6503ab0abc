"""Will it play, and did it: findings, engines and what they reported."""
