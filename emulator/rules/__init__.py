"""What Entra decides, as pure functions over plain data: no store, no web, the clock passed in."""
