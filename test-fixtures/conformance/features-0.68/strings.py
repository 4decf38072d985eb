"""Strings and bytes"""

import math


def str_int(n):
    """str(int)"""
    return str(n)


def len_str(s):
    """len(str)"""
    return len(s)


def str_str(s):
    """str + str"""
    return s + '!'


def str_int_2(s):
    """str * int"""
    return s * 2


def str_in_str(s):
    """str in str"""
    return 'wO' in s


def comparison_of_strings(s):
    """comparison of strings"""
    return s == 'a', s < 'a', s <= 'z', s > 'b', s >= 'c', s != 'x'


def str_index_and_slice(s):
    """str index and slice"""
    return s[1] + s[-3:] + s[::2]


def iteration_over_a_string(s):
    """iteration over a string"""
    n = 0
    for c in s:
        if c == 'l':
            n += 1
    return n


def f_string_without_format_specification(n):
    """f-string without format specification"""
    return f'value {n + 1}!'


def str_join(s):
    """str.join"""
    return '-'.join([s, 'x'])


def str_capitalize(s):
    """str.capitalize()"""
    return s.capitalize()


def str_casefold(s):
    """str.casefold()"""
    return s.casefold()


def str_isalnum(s):
    """str.isalnum()"""
    return s.isalnum()


def str_isalpha(s):
    """str.isalpha()"""
    return s.isalpha()


def str_isdecimal(s):
    """str.isdecimal()"""
    return s.isdecimal()


def str_isdigit(s):
    """str.isdigit()"""
    return s.isdigit()


def str_isidentifier(s):
    """str.isidentifier()"""
    return s.isidentifier()


def str_islower(s):
    """str.islower()"""
    return s.islower()


def str_isnumeric(s):
    """str.isnumeric()"""
    return s.isnumeric()


def str_isprintable(s):
    """str.isprintable()"""
    return s.isprintable()


def str_isspace(s):
    """str.isspace()"""
    return s.isspace()


def str_istitle(s):
    """str.istitle()"""
    return s.istitle()


def str_isupper(s):
    """str.isupper()"""
    return s.isupper()


def str_lower(s):
    """str.lower()"""
    return s.lower()


def str_lstrip(s):
    """str.lstrip()"""
    return s.lstrip()


def str_rstrip(s):
    """str.rstrip()"""
    return s.rstrip()


def str_strip(s):
    """str.strip()"""
    return s.strip()


def str_swapcase(s):
    """str.swapcase()"""
    return s.swapcase()


def str_title(s):
    """str.title()"""
    return s.title()


def str_upper(s):
    """str.upper()"""
    return s.upper()


def str_expandtabs(s):
    """str.expandtabs()"""
    return s.expandtabs()


def str_splitlines(s):
    """str.splitlines()"""
    return s.splitlines()


def str_split(s):
    """str.split()"""
    return s.split()


def str_rsplit(s):
    """str.rsplit()"""
    return s.rsplit()


def str_center(s):
    """str.center"""
    return s.center(20, '*')


def str_count(s):
    """str.count"""
    return s.count('l')


def str_endswith(s):
    """str.endswith"""
    return s.endswith('42')


def str_find(s):
    """str.find"""
    return s.find('o')


def str_index(s):
    """str.index"""
    return s.index('o')


def str_ljust(s):
    """str.ljust"""
    return s.ljust(20)


def str_partition(s):
    """str.partition"""
    return s.partition(', ')


def str_replace(s):
    """str.replace"""
    return s.replace('l', 'L')


def str_rfind(s):
    """str.rfind"""
    return s.rfind('o')


def str_rindex(s):
    """str.rindex"""
    return s.rindex('o')


def str_rjust(s):
    """str.rjust"""
    return s.rjust(20)


def str_rpartition(s):
    """str.rpartition"""
    return s.rpartition(' ')


def str_startswith(s):
    """str.startswith"""
    return s.startswith('He')


def str_zfill(s):
    """str.zfill"""
    return s.zfill(20)


def str_split_sep(s):
    """str.split(sep)"""
    return s.split(',')


def bytes_index_len_iteration(b):
    """bytes: index, len, iteration"""
    n = 0
    for x in b:
        n += x
    return n + b[0] + len(b)


def bytearray_index_len_iteration(b):
    """bytearray: index, len, iteration"""
    n = 0
    for x in b:
        n += x
    return n + b[0] + len(b)


def memoryview_(b):
    """memoryview"""
    return b[0] + len(b) + b.itemsize + b.ndim


CASES = {
    "str_int": [(42,)],
    "len_str": [('Hello, wOrld 42',)],
    "str_str": [('Hello, wOrld 42',)],
    "str_int_2": [('Hello, wOrld 42',)],
    "str_in_str": [('Hello, wOrld 42',)],
    "comparison_of_strings": [('Hello, wOrld 42',)],
    "str_index_and_slice": [('Hello, wOrld 42',)],
    "iteration_over_a_string": [('Hello, wOrld 42',)],
    "f_string_without_format_specification": [(4,)],
    "str_join": [('Hello, wOrld 42',)],
    "str_capitalize": [('Hello, wOrld 42',)],
    "str_casefold": [('Hello, wOrld 42',)],
    "str_isalnum": [('Hello, wOrld 42',)],
    "str_isalpha": [('Hello, wOrld 42',)],
    "str_isdecimal": [('Hello, wOrld 42',)],
    "str_isdigit": [('Hello, wOrld 42',)],
    "str_isidentifier": [('Hello, wOrld 42',)],
    "str_islower": [('Hello, wOrld 42',)],
    "str_isnumeric": [('Hello, wOrld 42',)],
    "str_isprintable": [('Hello, wOrld 42',)],
    "str_isspace": [('Hello, wOrld 42',)],
    "str_istitle": [('Hello, wOrld 42',)],
    "str_isupper": [('Hello, wOrld 42',)],
    "str_lower": [('Hello, wOrld 42',)],
    "str_lstrip": [('Hello, wOrld 42',)],
    "str_rstrip": [('Hello, wOrld 42',)],
    "str_strip": [('Hello, wOrld 42',)],
    "str_swapcase": [('Hello, wOrld 42',)],
    "str_title": [('Hello, wOrld 42',)],
    "str_upper": [('Hello, wOrld 42',)],
    "str_expandtabs": [('Hello, wOrld 42',)],
    "str_splitlines": [('Hello, wOrld 42',)],
    "str_split": [('Hello, wOrld 42',)],
    "str_rsplit": [('Hello, wOrld 42',)],
    "str_center": [('Hello, wOrld 42',)],
    "str_count": [('Hello, wOrld 42',)],
    "str_endswith": [('Hello, wOrld 42',)],
    "str_find": [('Hello, wOrld 42',)],
    "str_index": [('Hello, wOrld 42',)],
    "str_ljust": [('Hello, wOrld 42',)],
    "str_partition": [('Hello, wOrld 42',)],
    "str_replace": [('Hello, wOrld 42',)],
    "str_rfind": [('Hello, wOrld 42',)],
    "str_rindex": [('Hello, wOrld 42',)],
    "str_rjust": [('Hello, wOrld 42',)],
    "str_rpartition": [('Hello, wOrld 42',)],
    "str_startswith": [('Hello, wOrld 42',)],
    "str_zfill": [('Hello, wOrld 42',)],
    "str_split_sep": [('Hello, wOrld 42',)],
    "bytes_index_len_iteration": [(b'abc',)],
    "bytearray_index_len_iteration": [(bytearray(b'abc'),)],
    "memoryview_": [(memoryview(b'abc'),)],
}

# No recorded form carries such an argument.
NO_VALUES = {"memoryview_"}
