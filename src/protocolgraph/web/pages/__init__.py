"""One module a kind of page: takes what it shows from the site, and fills its template."""
