"""The review: a translation beside its source, judged, mended and approved paragraph by paragraph."""
