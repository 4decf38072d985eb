"""Strings into parts."""

from jitsight import codes_of


def is_space(code):
    return (
        code == 32 or 9 <= code <= 13 or 28 <= code <= 31 or code == 0x85 or code == 0xA0 or code == 0x1680
        or 0x2000 <= code <= 0x200A or code == 0x2028 or code == 0x2029 or code == 0x202F or code == 0x205F
        or code == 0x3000
    )


def split_blanks(s, limit):
    text = codes_of(s)
    size = len(s)
    parts = [s]
    parts.clear()
    position = 0
    while True:
        while position < size and is_space(text[position]):
            position += 1
        if position == size:
            return parts
        if limit >= 0 and len(parts) >= limit:
            end = size
            while is_space(text[end - 1]):
                end -= 1
            parts.append(s[position:end])
            return parts
        start = position
        while position < size and not is_space(text[position]):
            position += 1
        parts.append(s[start:position])


def rsplit_blanks(s, limit):
    text = codes_of(s)
    parts = [s]
    parts.clear()
    end = len(s)
    while True:
        while end > 0 and is_space(text[end - 1]):
            end -= 1
        if end == 0:
            break
        if limit >= 0 and len(parts) >= limit:
            start = 0
            while is_space(text[start]):
                start += 1
            parts.append(s[start:end])
            break
        start = end
        while start > 0 and not is_space(text[start - 1]):
            start -= 1
        parts.append(s[start:end])
        end = start
    parts.reverse()
    return parts


def split(s, separator, limit):
    if len(separator) == 0:
        raise ValueError("empty separator")
    parts = [s]
    parts.clear()
    start = 0
    while limit < 0 or len(parts) < limit:
        position = s.find(separator, start)
        if position < 0:
            break
        parts.append(s[start:position])
        start = position + len(separator)
    parts.append(s[start:])
    return parts


def rsplit(s, separator, limit):
    if len(separator) == 0:
        raise ValueError("empty separator")
    parts = [s]
    parts.clear()
    end = len(s)
    while limit < 0 or len(parts) < limit:
        position = s.rfind(separator, 0, end)
        if position < 0:
            break
        parts.append(s[position + len(separator) : end])
        end = position
    parts.append(s[:end])
    parts.reverse()
    return parts


def is_line_break(code):
    return 10 <= code <= 13 or 28 <= code <= 30 or code == 0x85 or code == 0x2028 or code == 0x2029


def splitlines(s, keepends):
    text = codes_of(s)
    parts = [s]
    parts.clear()
    start = 0
    position = 0
    while position < len(s):
        if not is_line_break(text[position]):
            position += 1
            continue
        end = position
        if text[position] == 13 and position + 1 < len(s) and text[position + 1] == 10:
            position += 1
        position += 1
        parts.append(s[start : position if keepends else end])
        start = position
    if start < len(s):
        parts.append(s[start:])
    return parts


def partition(s, separator):
    if len(separator) == 0:
        raise ValueError("empty separator")
    position = s.find(separator)
    if position < 0:
        return s, s[0:0], s[0:0]
    return s[:position], separator, s[position + len(separator) :]


def rpartition(s, separator):
    if len(separator) == 0:
        raise ValueError("empty separator")
    position = s.rfind(separator)
    if position < 0:
        return s[0:0], s[0:0], s
    return s[:position], separator, s[position + len(separator) :]


def leading_blanks(s):
    text = codes_of(s)
    start = 0
    while start < len(s) and is_space(text[start]):
        start += 1
    return start


def before_trailing_blanks(s):
    text = codes_of(s)
    end = len(s)
    while end > 0 and is_space(text[end - 1]):
        end -= 1
    return end


def lstrip_blanks(s):
    return s[leading_blanks(s) :]


def rstrip_blanks(s):
    return s[: before_trailing_blanks(s)]


def strip_blanks(s):
    start = leading_blanks(s)
    return s[start : max(start, before_trailing_blanks(s))]


def is_among(code, codes):
    for other in codes:
        if code == other:
            return True
    return False


def lstrip(s, characters):
    text = codes_of(s)
    codes = codes_of(characters)
    start = 0
    while start < len(s) and is_among(text[start], codes):
        start += 1
    return s[start:]


def rstrip(s, characters):
    text = codes_of(s)
    codes = codes_of(characters)
    end = len(s)
    while end > 0 and is_among(text[end - 1], codes):
        end -= 1
    return s[:end]


def strip(s, characters):
    return lstrip(rstrip(s, characters), characters)


def isspace(s):
    if len(s) == 0:
        return False
    for code in codes_of(s):
        if not is_space(code):
            return False
    return True
