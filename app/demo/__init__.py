"""The demo: fictional people, one-click sign-in and the demo's mailbox."""
