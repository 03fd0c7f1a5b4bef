"""Pictures: from an argument map to SVG and other drawings."""
