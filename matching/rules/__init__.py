"""Pure rules: values in, values out. No query, no clock; the day is an argument."""
