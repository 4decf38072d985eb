"""What characters a string is made of. `ranges` holds first and last code points of runs, ascending."""

from jitsight import codes_of


def is_in(code, ranges):
    """Binary search for the last run that starts at or before `code`."""
    low = 0
    high = len(ranges) // 2
    while low < high:
        middle = (low + high) // 2
        if ranges[2 * middle] <= code:
            low = middle + 1
        else:
            high = middle
    return low > 0 and code <= ranges[2 * low - 1]


def all_in(s, ranges):
    if len(s) == 0:
        return False
    runs = codes_of(ranges)
    for code in codes_of(s):
        if not is_in(code, runs):
            return False
    return True


def printable(s, ranges):
    return len(s) == 0 or all_in(s, ranges)


def is_ascii(s):
    for code in codes_of(s):
        if code >= 128:
            return False
    return True


def is_cased_as(s, wanted, unwanted):
    """At least one character of `wanted` and none of `unwanted`: isupper and islower."""
    good = codes_of(wanted)
    bad = codes_of(unwanted)
    found = False
    for code in codes_of(s):
        if is_in(code, bad):
            return False
        if is_in(code, good):
            found = True
    return found


def is_title(s, upper, lower):
    uppers = codes_of(upper)
    lowers = codes_of(lower)
    found = False
    after_cased = False
    for code in codes_of(s):
        if is_in(code, uppers):
            if after_cased:
                return False
            after_cased = True
            found = True
        elif is_in(code, lowers):
            if not after_cased:
                return False
            found = True
        else:
            after_cased = False
    return found


def is_identifier(s, starts, continues):
    if len(s) == 0:
        return False
    first = codes_of(starts)
    rest = codes_of(continues)
    text = codes_of(s)
    if not is_in(text[0], first):
        return False
    for i in range(1, len(s)):
        if not is_in(text[i], rest):
            return False
    return True
