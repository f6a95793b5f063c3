"""The plans on screen: taking one in, and the matrix of tasks."""
