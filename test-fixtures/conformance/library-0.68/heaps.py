import heapq

import numpy as np
from numba.typed import List


def order(xs):
    h = [xs[0]]
    for i in range(1, len(xs)):
        heapq.heappush(h, xs[i])
    out = [h[0]]
    while len(h) > 0:
        out.append(heapq.heappop(h))
    return out


def dijkstra(w):
    n = w.shape[0]
    dist = np.full(n, np.inf)
    dist[0] = 0.0
    heap = [(0.0, 0)]
    while len(heap) > 0:
        d, u = heapq.heappop(heap)
        if d > dist[u]:
            continue
        for v in range(n):
            nd = d + w[u, v]
            if w[u, v] > 0 and nd < dist[v]:
                dist[v] = nd
                heapq.heappush(heap, (nd, v))
    return dist


def layout(n):
    h = [(i * 7) % 5 for i in range(n)]
    heapq.heapify(h)
    a = heapq.heapreplace(h, 3)
    b = heapq.heappushpop(h, 2)
    return a, b, h


def largest(xs, k):
    return heapq.nlargest(k, xs)


def smallest(xs, k):
    return heapq.nsmallest(k, xs)


def typed(xs):
    heapq.heapify(xs)
    return heapq.heappop(xs)


def push_wrong(n):
    h = [1.5]
    heapq.heappush(h, n)
    return h


def no_list(a):
    heapq.heapify(a)


def pop_empty(n):
    h = [n]
    heapq.heappop(h)
    return heapq.heappop(h)


CASES = {
    "order": [([5, 3, 9, 1, 1],), ([2.5, -1.0],)],
    "dijkstra": [(np.array([[0.0, 2.0, 9.0], [2.0, 0.0, 3.0], [9.0, 3.0, 0.0]]),)],
    "layout": [(9,), (4,)],
    "largest": [([5, 3, 9], 2), ([5, 3, 9], 0), ([5, 3, 9], 1), (np.array([1.5, 2.5]), 5)],
    "smallest": [([5, 3, 9], 2), ((4, 2, 8), 2), (np.array([1.5, 2.5]), 1)],
    "typed": [(List([4, 2, 8]),)],
    "push_wrong": [(3,)],
    "no_list": [(np.ones(3),)],
    "pop_empty": [(3,)],
}
