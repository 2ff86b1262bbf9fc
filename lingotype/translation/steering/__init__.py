"""What a person asks of one language of an article: wishes in its job, which workers carry out."""
