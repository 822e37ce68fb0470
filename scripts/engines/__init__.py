"""The same walk through Plass in browsers that the tests do not drive: a Chromium of 2022, Firefox and WebKit."""
