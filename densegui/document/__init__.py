"""What is saved and undone; knows no Qt."""
