"""Reads and writes documents: certificates, letters, QR codes."""
