"""Counts vowels, words and digits of a text, character by character."""
import numpy as np
from numba import njit

SIZE = 200_000
SMALL_SIZE = 5000


@njit
def string_scan(text):
    vowels = 0
    words = 0
    digits = 0
    inside = False
    for character in text:
        if character == " ":
            inside = False
        elif not inside:
            inside = True
            words += 1
        if character == "a" or character == "e" or character == "i" or character == "o" or character == "u":
            vowels += 1
        elif "0" <= character <= "9":
            digits += 1
    return vowels, words, digits


def make_arguments(size):
    letters = "abcdefghijklmnopqrstuvwxyz 0123456789    "
    return ("".join(letters[i] for i in np.random.default_rng(1).integers(0, len(letters), size)),)
