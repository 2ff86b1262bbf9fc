"""How a text changes language: engines, markup, checks, routes, memory, the gate and the pipeline that orders them."""
