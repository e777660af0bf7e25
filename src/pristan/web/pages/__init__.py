"""The pages: a folder each, with its view, template `page.html`, style sheet and script if any, and its Russian."""
