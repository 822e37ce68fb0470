"""What the counsellor's and the candidate's pages about a profile have in common: forms and words."""
