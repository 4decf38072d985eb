"""Programs as people write them for Numba; each is compiled and compared with CPython."""
import math

import numpy as np
from numba import njit, prange


@njit
def quicksort(a, low, high):
    if low >= high:
        return
    pivot = a[(low + high) // 2]
    i, j = low, high
    while i <= j:
        while a[i] < pivot:
            i += 1
        while a[j] > pivot:
            j -= 1
        if i <= j:
            a[i], a[j] = a[j], a[i]
            i += 1
            j -= 1
    quicksort(a, low, j)
    quicksort(a, i, high)


@njit
def sorted_copy(a):
    b = a.copy()
    quicksort(b, 0, len(b) - 1)
    return b


@njit
def merge_sort(a):
    n = len(a)
    if n < 2:
        return a.copy()
    left = merge_sort(a[: n // 2])
    right = merge_sort(a[n // 2 :])
    out = np.empty_like(a)
    i = j = 0
    for k in range(n):
        if j >= len(right) or (i < len(left) and left[i] <= right[j]):
            out[k] = left[i]
            i += 1
        else:
            out[k] = right[j]
            j += 1
    return out


@njit
def binary_search(a, x):
    low, high = 0, len(a)
    while low < high:
        mid = (low + high) // 2
        if a[mid] < x:
            low = mid + 1
        else:
            high = mid
    if low < len(a) and a[low] == x:
        return low
    return -1


@njit
def levenshtein(s, t):
    previous = np.arange(len(t) + 1)
    current = np.zeros(len(t) + 1, np.int64)
    for i in range(len(s)):
        current[0] = i + 1
        for j in range(len(t)):
            cost = 0 if s[i] == t[j] else 1
            current[j + 1] = min(previous[j + 1] + 1, current[j] + 1, previous[j] + cost)
        previous, current = current, previous
    return previous[len(t)]


@njit
def life(board, steps):
    rows, columns = board.shape
    for _ in range(steps):
        after = np.zeros_like(board)
        for r in range(rows):
            for c in range(columns):
                n = 0
                for dr in (-1, 0, 1):
                    for dc in (-1, 0, 1):
                        if dr != 0 or dc != 0:
                            n += board[(r + dr) % rows, (c + dc) % columns]
                if n == 3 or (n == 2 and board[r, c]):
                    after[r, c] = 1
        board = after
    return board


@njit
def kmeans(points, centers, rounds):
    n, d = points.shape
    k = centers.shape[0]
    labels = np.zeros(n, np.int64)
    for _ in range(rounds):
        for i in range(n):
            best, best_distance = -1, np.inf
            for j in range(k):
                distance = 0.0
                for m in range(d):
                    distance += (points[i, m] - centers[j, m]) ** 2
                if distance < best_distance:
                    best, best_distance = j, distance
            labels[i] = best
        for j in range(k):
            total = np.zeros(d)
            count = 0
            for i in range(n):
                if labels[i] == j:
                    total += points[i]
                    count += 1
            if count:
                centers[j] = total / count
    return labels, centers


@njit
def fft(x):
    n = len(x)
    if n == 1:
        return x.copy()
    even = fft(x[::2])
    odd = fft(x[1::2])
    out = np.empty(n, np.complex128)
    for k in range(n // 2):
        angle = -2.0 * math.pi * k / n
        t = complex(math.cos(angle), math.sin(angle)) * odd[k]
        out[k] = even[k] + t
        out[k + n // 2] = even[k] - t
    return out


@njit
def lcg(seed, n):
    state = np.uint64(seed)
    out = np.empty(n, np.float64)
    for i in range(n):
        state = state * np.uint64(6364136223846793005) + np.uint64(1442695040888963407)
        out[i] = (state >> np.uint64(33)) / 2147483648.0
    return out


@njit
def queens(n):
    columns = [0] * n
    count = 0
    row = 0
    columns[0] = -1
    while row >= 0:
        columns[row] += 1
        while columns[row] < n:
            ok = True
            for r in range(row):
                if columns[r] == columns[row] or abs(columns[r] - columns[row]) == row - r:
                    ok = False
                    break
            if ok:
                break
            columns[row] += 1
        if columns[row] == n:
            row -= 1
        elif row == n - 1:
            count += 1
        else:
            row += 1
            columns[row] = -1
    return count


@njit
def flood(grid, r, c):
    rows, columns = grid.shape
    start = grid[r, c]
    stack = [(r, c)]
    seen = np.zeros(grid.shape, np.bool_)
    size = 0
    while len(stack) > 0:
        y, x = stack.pop()
        if y < 0 or x < 0 or y >= rows or x >= columns:
            continue
        if seen[y, x] or grid[y, x] != start:
            continue
        seen[y, x] = True
        size += 1
        stack.append((y + 1, x))
        stack.append((y - 1, x))
        stack.append((y, x + 1))
        stack.append((y, x - 1))
    return size


@njit
def rk4(y0, steps, h):
    def slope(t, y):
        return -2.0 * t * y + math.sin(t)

    y = y0
    t = 0.0
    history = [y]
    for _ in range(steps):
        k1 = slope(t, y)
        k2 = slope(t + h / 2, y + h * k1 / 2)
        k3 = slope(t + h / 2, y + h * k2 / 2)
        k4 = slope(t + h, y + h * k3)
        y += h * (k1 + 2 * k2 + 2 * k3 + k4) / 6
        t += h
        history.append(y)
    return history


@njit
def convolve(image, kernel):
    h, w = image.shape
    kh, kw = kernel.shape
    out = np.zeros((h - kh + 1, w - kw + 1), image.dtype)
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = (image[i : i + kh, j : j + kw] * kernel).sum()
    return out


@njit(parallel=True)
def row_sums(a):
    out = np.zeros(a.shape[0])
    for i in prange(a.shape[0]):
        total = 0.0
        for j in range(a.shape[1]):
            total += a[i, j]
        out[i] = total
    return out


@njit
def crc(data):
    table = np.zeros(256, np.uint32)
    for i in range(256):
        c = np.uint32(i)
        for _ in range(8):
            if c & np.uint32(1):
                c = np.uint32(0xEDB88320) ^ (c >> np.uint32(1))
            else:
                c = c >> np.uint32(1)
        table[i] = c
    value = np.uint32(0xFFFFFFFF)
    for byte in data:
        value = table[(value ^ np.uint32(byte)) & np.uint32(0xFF)] ^ (value >> np.uint32(8))
    return value ^ np.uint32(0xFFFFFFFF)


@njit
def first_negative(a):
    for i, v in enumerate(a):
        if v < 0:
            return i, v
    return -1, a[0] * 0


@njit
def dot_products(xs, ys):
    return [x * y for x, y in zip(xs, ys) if x != y]


@njit
def gauss(a, b):
    a = a.copy()
    x = b.copy()
    n = len(x)
    for k in range(n):
        p = k
        for i in range(k + 1, n):
            if abs(a[i, k]) > abs(a[p, k]):
                p = i
        if a[p, k] == 0.0:
            raise ValueError("singular matrix")
        if p != k:
            for j in range(n):
                a[k, j], a[p, j] = a[p, j], a[k, j]
            x[k], x[p] = x[p], x[k]
        for i in range(k + 1, n):
            f = a[i, k] / a[k, k]
            a[i, k:] -= f * a[k, k:]
            x[i] -= f * x[k]
    for i in range(n - 1, -1, -1):
        for j in range(i + 1, n):
            x[i] -= a[i, j] * x[j]
        x[i] /= a[i, i]
    return x


@njit
def caesar(text, shift):
    out = ""
    for ch in text:
        if "a" <= ch <= "z":
            out += chr((ord(ch) - ord("a") + shift) % 26 + ord("a"))
        else:
            out += ch
    return out


@njit
def count_words(text):
    words = text.split()
    longest = ""
    for word in words:
        if len(word) > len(longest):
            longest = word
    return len(words), longest


@njit
def newton(x):
    guess = x / 2 if x > 1 else 1.0
    for i in range(50):
        better = (guess + x / guess) / 2
        if abs(better - guess) < 1e-12:
            break
        guess = better
    else:
        return -1.0, i
    return better, i
