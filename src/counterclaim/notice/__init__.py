"""What a careful reader should see."""
