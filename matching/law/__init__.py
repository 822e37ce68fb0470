"""The law as dated data and pure rules: young workers, age gates, NAV's schemes, the wording of adverts."""
