"""The case in other tools' formats."""
