"""The rules of a case: answers, what is missing, what the decision may be."""
