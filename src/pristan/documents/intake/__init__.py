"""A file becomes pages of text: one module per kind of file. All of it runs inside a child process (see sandbox)."""
