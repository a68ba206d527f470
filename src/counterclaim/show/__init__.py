"""What people look at: sheets on a terminal and as a page."""
