"""Handing over (F6): giving by list, taking over item by item, earlier lists."""
