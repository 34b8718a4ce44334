"""The register's tables: the event log, its projections and what belongs to this desk alone."""
