"""The first start: who this counter is."""
