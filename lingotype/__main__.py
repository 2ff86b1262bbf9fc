"""`python -m lingotype`."""

import sys

from lingotype.cli import main

sys.exit(main())
