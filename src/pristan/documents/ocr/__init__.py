"""Words of pages that are pictures: preparing the picture, running Tesseract, keeping what it found."""
