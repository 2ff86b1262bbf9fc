"""Drawing the demo's pictures with Pillow alone: flat shapes, light and grain."""
