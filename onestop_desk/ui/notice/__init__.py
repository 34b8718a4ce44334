"""The public screen: what the office offers and how this month goes, for whoever waits."""
