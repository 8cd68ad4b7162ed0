"""How alike two duties are in meaning, and which others a duty is like; by a thesaurus, offline, explained."""
