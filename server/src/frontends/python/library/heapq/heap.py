"""Binary heaps in lists: the smallest item first, in the order that CPython's heapq leaves them in."""


def rise(heap, top, at):
    item = heap[at]
    while at > top:
        parent = (at - 1) >> 1
        above = heap[parent]
        if not item < above:
            break
        heap[at] = above
        at = parent
    heap[at] = item


# Going all the way down before coming up again is what decides the order of equal items.
def sink(heap, at):
    top = at
    size = len(heap)
    item = heap[at]
    child = 2 * at + 1
    while child < size:
        if child + 1 < size and not heap[child] < heap[child + 1]:
            child += 1
        heap[at] = heap[child]
        at = child
        child = 2 * at + 1
    heap[at] = item
    rise(heap, top, at)


def heapify(heap):
    for at in range(len(heap) // 2 - 1, -1, -1):
        sink(heap, at)


def heappush(heap, item):
    heap.append(item)
    rise(heap, 0, len(heap) - 1)


def heappop(heap):
    last = heap.pop()
    if len(heap) == 0:
        return last
    first = heap[0]
    heap[0] = last
    sink(heap, 0)
    return first


def heapreplace(heap, item):
    first = heap[0]
    heap[0] = item
    sink(heap, 0)
    return first


def heappushpop(heap, item):
    if len(heap) == 0 or not heap[0] < item:
        return item
    first = heap[0]
    heap[0] = item
    sink(heap, 0)
    return first


def nsmallest(count, iterable):
    return sorted(iterable)[: max(count, 0)]


def nlargest(count, iterable):
    return sorted(iterable, reverse=True)[: max(count, 0)]
