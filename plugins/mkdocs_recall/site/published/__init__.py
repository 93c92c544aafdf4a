"""The site as it is published: the addresses and the order of its pages, and the pages that an engine has built."""
