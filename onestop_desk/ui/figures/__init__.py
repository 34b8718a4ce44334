"""F9: reports, plots, public notice; every number opens into its dossiers."""
