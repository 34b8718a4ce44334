"""What stands before the work: the window without a clerk, and the pages of a desk that cannot open."""
