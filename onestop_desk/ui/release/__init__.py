"""F4: giving results back."""
