"""Upper and lower case. A table has, per character that changes, itself and the three code points it becomes (0 for none)."""

import numpy as np

from jitsight import codes_of, str_of


def find_entry(code, table):
    """Position of the character's entry in the table, or -1."""
    low = 0
    high = len(table) // 4
    while low < high:
        middle = (low + high) // 2
        if table[4 * middle] < code:
            low = middle + 1
        else:
            high = middle
    if 4 * low < len(table) and table[4 * low] == code:
        return 4 * low
    return -1


def put_mapped(codes, position, code, table):
    entry = find_entry(code, table)
    if entry < 0:
        codes[position] = code
        return position + 1
    for i in range(1, 4):
        if table[entry + i] != 0:
            codes[position] = table[entry + i]
            position += 1
    return position


def mapped(s, table):
    entries = codes_of(table)
    codes = np.empty(3 * len(s), np.uint32)
    end = 0
    for code in codes_of(s):
        end = put_mapped(codes, end, code, entries)
    return str_of(codes[:end])


SIGMA = 0x3A3
FINAL_SIGMA = 0x3C2


def is_cased(code, uppers, lowers):
    return find_entry(code, uppers) >= 0 or find_entry(code, lowers) >= 0


def is_ignorable(code):
    """Marks that stand between letters without ending a word."""
    return code == 0x27 or code == 0xAD or code == 0x2019 or 0x300 <= code <= 0x36F


def put_lower(codes, position, text, i, uppers, lowers):
    """The letter in lower case; a capital sigma at the end of a word has a form of its own."""
    if text[i] != SIGMA:
        return put_mapped(codes, position, text[i], lowers)
    before = i - 1
    while before >= 0 and is_ignorable(text[before]):
        before -= 1
    after = i + 1
    while after < len(text) and is_ignorable(text[after]):
        after += 1
    is_final = before >= 0 and is_cased(text[before], uppers, lowers)
    if is_final and after < len(text):
        is_final = not is_cased(text[after], uppers, lowers)
    codes[position] = FINAL_SIGMA if is_final else 0x3C3
    return position + 1


def lowered(s, upper, lower):
    uppers = codes_of(upper)
    lowers = codes_of(lower)
    text = codes_of(s)
    codes = np.empty(3 * len(s), np.uint32)
    end = 0
    for i in range(len(s)):
        end = put_lower(codes, end, text, i, uppers, lowers)
    return str_of(codes[:end])


def capitalize(s, upper, lower):
    uppers = codes_of(upper)
    lowers = codes_of(lower)
    text = codes_of(s)
    codes = np.empty(3 * len(s), np.uint32)
    end = 0
    for i in range(len(s)):
        if i == 0:
            end = put_mapped(codes, end, text[i], uppers)
        else:
            end = put_lower(codes, end, text, i, uppers, lowers)
    return str_of(codes[:end])


def title(s, upper, lower):
    uppers = codes_of(upper)
    lowers = codes_of(lower)
    codes = np.empty(3 * len(s), np.uint32)
    end = 0
    after_cased = False
    text = codes_of(s)
    for i in range(len(s)):
        if after_cased:
            end = put_lower(codes, end, text, i, uppers, lowers)
        else:
            end = put_mapped(codes, end, text[i], uppers)
        after_cased = is_cased(text[i], uppers, lowers)
    return str_of(codes[:end])


def swapcase(s, upper, lower):
    uppers = codes_of(upper)
    lowers = codes_of(lower)
    codes = np.empty(3 * len(s), np.uint32)
    end = 0
    text = codes_of(s)
    for i in range(len(s)):
        has_lower = find_entry(text[i], lowers) >= 0
        if has_lower and find_entry(text[i], uppers) >= 0:
            # A title letter, which is neither.
            codes[end] = text[i]
            end += 1
        elif has_lower:
            end = put_lower(codes, end, text, i, uppers, lowers)
        else:
            end = put_mapped(codes, end, text[i], uppers)
    return str_of(codes[:end])
