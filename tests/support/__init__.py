"""What tests stand on: the outside world played by fakes, the page-checking client, the test database."""
