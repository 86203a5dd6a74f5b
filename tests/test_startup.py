"""What each kind of commit loads: sets of modules, not seconds."""
