"""Commands that work on a built site, or do what the plugin does where an engine runs no plugins."""
