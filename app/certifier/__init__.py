"""The certifier's pages: /sertifisor."""
