"""Sentences made from the codes and values of matching's rules: one voice for counsellors, one for the young."""
