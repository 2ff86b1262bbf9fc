"""The texts of an article's sources: wished for at the desk, read and compared by workers."""
