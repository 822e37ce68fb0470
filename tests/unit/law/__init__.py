"""The law as data and rules: young workers, tasks and dangers, NAV's schemes, the wording of adverts."""
