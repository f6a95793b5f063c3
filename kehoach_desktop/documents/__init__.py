"""What is known becomes a Word file in the official form."""
