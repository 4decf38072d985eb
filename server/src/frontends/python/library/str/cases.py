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


def capitalize(s, upper, lower):
    uppers = codes_of(upper)
    lowers = codes_of(lower)
    text = codes_of(s)
    codes = np.empty(3 * len(s), np.uint32)
    end = 0
    for i in range(len(s)):
        end = put_mapped(codes, end, text[i], uppers if i == 0 else lowers)
    return str_of(codes[:end])


def title(s, upper, lower):
    uppers = codes_of(upper)
    lowers = codes_of(lower)
    codes = np.empty(3 * len(s), np.uint32)
    end = 0
    after_cased = False
    for code in codes_of(s):
        if after_cased:
            end = put_mapped(codes, end, code, lowers)
        else:
            end = put_mapped(codes, end, code, uppers)
        after_cased = find_entry(code, uppers) >= 0 or find_entry(code, lowers) >= 0
    return str_of(codes[:end])


def swapcase(s, upper, lower):
    uppers = codes_of(upper)
    lowers = codes_of(lower)
    codes = np.empty(3 * len(s), np.uint32)
    end = 0
    for code in codes_of(s):
        if find_entry(code, lowers) >= 0:
            end = put_mapped(codes, end, code, lowers)
        else:
            end = put_mapped(codes, end, code, uppers)
    return str_of(codes[:end])
