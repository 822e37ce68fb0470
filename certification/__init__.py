"""The register of organisations and people; criteria, assessments, certificates and the network."""
