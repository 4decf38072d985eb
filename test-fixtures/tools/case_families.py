"""Lists of cases for `record_numeric_cases.py`."""


def families():
    """A table of cases by family, and the function that adds to it."""
    table = {}

    def family(name, text, **arguments):
        """Adds the lines of `text` as cases; each uses the arguments it names."""
        rows = table.setdefault(name, [])
        for line in text.strip().splitlines():
            line = line.strip()
            if line and not line.startswith("#"):
                rows.append((line, arguments))

    return table, family
