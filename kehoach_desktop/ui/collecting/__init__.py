"""Thu thập: the forms that go to the units and come home again."""
