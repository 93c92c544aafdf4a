"""Items of QTI: version 1.2, and versions 2 and 3."""
