"""Commands that do what the plugin does in a build of MkDocs, for engines that run no plugins."""
