"""What the newsroom has agreed to call things: its terms for the pipeline, and its glossary as a file."""
