"""What can be asked of Counterclaim: functions that take values and return values. The doors call these alone."""
