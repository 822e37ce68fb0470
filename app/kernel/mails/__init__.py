"""Mails on their way out: where each leads, its words, and the sending of what waits."""
