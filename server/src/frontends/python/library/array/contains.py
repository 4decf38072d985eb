"""`in` of arrays where the searched value is an array too: comparing makes an array, whose truth Python asks for."""


def contains(array, key):
    for element in array.flat:
        if element == key:
            return True
    return False
