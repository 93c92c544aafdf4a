"""What the browser tests stand on: starting browsers, serving sites, and watching what pages do."""
