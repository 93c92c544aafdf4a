"""The versions of QTI, one file for each family of them."""
