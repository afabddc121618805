"""What follows from a case: `assess(case, packs, now) -> Decision`. Pure: no clock, no file, no screen."""
