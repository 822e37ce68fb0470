"""Pure rules of the certification: values in, values out; no clock, no query, no I/O."""
