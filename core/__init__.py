"""Value types, errors, ports and the flow: standard library only, no IO."""
