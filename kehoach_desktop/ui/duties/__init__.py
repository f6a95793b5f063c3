"""Danh mục: the units that report, the duties to report, the days nobody works."""
