"""The typed questions that all elements rest on: data read by `case` and by `law`."""
