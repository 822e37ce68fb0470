"""Pure rules on criteria: profile, what applies, figures, pools of choice."""
