"""The count towards the 1000 jobs. It receives event values and knows no candidate: see the import contract."""
