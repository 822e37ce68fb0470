"""The steps of the whole chain, each as people walk it."""
