"""Scanners: what a scanned text is, how a damaged one is read, and where scans come from."""

from onestop_desk.devices.scanner.grammar import Misread, MisreadHint, Scan, ScanKind
from onestop_desk.devices.scanner.repair import read_scan

__all__ = ["Misread", "MisreadHint", "Scan", "ScanKind", "read_scan"]
