"""Tests in a real Chromium. A package, so that its server and browser end with its last test in a worker."""
