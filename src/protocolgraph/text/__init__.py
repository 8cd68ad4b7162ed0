"""Pure string work: no file is opened and no record of a document is needed."""
