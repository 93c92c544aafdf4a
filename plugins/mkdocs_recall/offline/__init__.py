"""Sites without a connection: a copy to open from disk, a service worker, and the manifest of an app."""
