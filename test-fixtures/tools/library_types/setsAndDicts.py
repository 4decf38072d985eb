"""Sets and dictionaries."""

from .kinds import *

CALLS = []
for s in (uset(i8), types.Set(i8, True)):
    CALLS += [
        ("set.add", [s, i8]), ("set.add", [s, f8]), ("set.add", [s, i4]), ("set.add", [s, string]), ("set.remove", [s, i8]), ("set.discard", [s, i8]), ("set.pop", [s]), ("set.clear", [s]), ("set.copy", [s]), ("set.update", [s, s]), ("set.update", [s, lst(i8)]), ("set.update", [s, uset(f8)]), ("set.nope", [s]),
        ("set.union", [s, uset(i8)]), ("set.intersection", [s, uset(i8)]), ("set.difference", [s, uset(i8)]), ("set.symmetric_difference", [s, uset(i8)]), ("set.issubset", [s, uset(i8)]), ("set.issuperset", [s, uset(i8)]), ("set.isdisjoint", [s, uset(i8)]), ("set.union", [s, lst(i8)]), ("set.union", [s, uset(f8)]),
        ("set.intersection_update", [s, uset(i8)]), ("set.difference_update", [s, uset(i8)]), ("set.symmetric_difference_update", [s, uset(i8)]), ("set.isdisjoint", [s, lst(i8)]), ("set.issubset", [s, uset(f8)]),
    ]
    CALLS += [(f"operator.{name}", [s, uset(i8)]) for name in ["and_", "or_", "sub", "xor", "eq", "ne", "lt", "le", "gt", "ge", "iand", "ior", "isub", "ixor", "add"]]
    CALLS += [("operator.and_", [s, uset(f8)]), ("operator.eq", [s, uset(f8)]), ("operator.contains", [s, i8]), ("operator.contains", [s, f8]), ("operator.contains", [s, string]), ("operator.contains", [s, lit(1)]), ("operator.not_", [s]), ("operator.getitem", [s, i8])]
D = "builtins.set display"
CALLS += [(D, [i8, i8]), (D, [i8, f8]), (D, [lit(1), lit(2)]), (D, [string, string]), (D, [lit("a"), lit("b")]), (D, [uni(i8, 2), uni(i8, 2)]), (D, [i8, string]), (D, [b1]), (D, [f4, f8]), (D, [lst(i8)]), (D, [arr(f8)]), (D, [none]), (D, [c16]), (D, [i4, lit(1)]),
          ("builtins.set", [lst(f8)]), ("builtins.set", [lst(string)]), ("builtins.set", [lst(lst(i8))]), ("builtins.set", [lst(uni(i8, 2))]), ("builtins.set", [i8]), ("builtins.set", [arr(f8, 2)])]
d = tdict(i8, f8)
sd = tdict(string, i8)
CALLS += [
    ("operator.getitem", [d, i8]), ("operator.getitem", [d, lit(1)]), ("operator.getitem", [d, i4]), ("operator.getitem", [d, f8]), ("operator.getitem", [d, string]), ("operator.getitem", [sd, lit("a")]), ("operator.getitem", [d, u8]), ("operator.getitem", [tdict(i4, f8), i8]),
    ("operator.setitem", [d, i8, f8]), ("operator.setitem", [d, i8, i8]), ("operator.setitem", [d, lit(1), lit(2)]), ("operator.setitem", [sd, lit("a"), i8]), ("operator.setitem", [sd, string, f8]), ("operator.setitem", [d, string, f8]), ("operator.setitem", [d, f8, f8]), ("operator.setitem", [tdict(i8, arr(f8)), i8, arr(f8)]), ("operator.setitem", [tdict(i8, arr(f8)), i8, arr(f8, 1, "A")]), ("operator.setitem", [tdict(i8, i8), i8, f8]), ("operator.setitem", [tdict(uni(i8, 2), f8), uni(i8, 2), f8]), ("operator.setitem", [d, i8, none]), ("operator.setitem", [d, i4, f4]), ("operator.setitem", [tdict(i8, i8), i8, b1]),
    ("operator.delitem", [d, i8]), ("operator.delitem", [d, f8]), ("operator.contains", [d, i8]), ("operator.contains", [d, f8]), ("operator.contains", [sd, string]), ("operator.contains", [sd, lit("a")]), ("operator.contains", [d, string]), ("operator.eq", [d, d]), ("operator.ne", [d, d]), ("operator.eq", [d, sd]), ("operator.not_", [d]),
    ("typedDict.get", [d, i8]), ("typedDict.get", [d, i8, f8]), ("typedDict.get", [d, i8, i8]), ("typedDict.get", [d, i8, lit(0)]), ("typedDict.get", [sd, string, i8]), ("typedDict.get", [d, i8, none]), ("typedDict.get", [tdict(i8, i8), i8, f8]), ("typedDict.setdefault", [d, i8, f8]), ("typedDict.setdefault", [d, i8]), ("typedDict.setdefault", [d, i8, i8]), ("typedDict.pop", [d, i8]), ("typedDict.pop", [d, i8, f8]), ("typedDict.pop", [d, i8, i8]), ("typedDict.popitem", [d]), ("typedDict.clear", [d]), ("typedDict.copy", [d]), ("typedDict.keys", [d]), ("typedDict.values", [d]), ("typedDict.items", [d]), ("typedDict.update", [d, d]), ("typedDict.update", [d, tdict(i8, i8)]), ("typedDict.nope", [d]), ("typedDict.get", [d]),
]
D = "builtins.dict display"
CALLS += [(D, [i8, f8]), (D, [lit(1), lit(2)]), (D, [string, i8]), (D, [lit("a"), lit(1)]), (D, [lit("a"), lit(1), lit("b"), lit(2)]), (D, [lit("a"), lit(1), lit("b"), f8]), (D, [lit("a"), i8, lit("b"), f8]), (D, [i8, i8, i8, f8]), (D, [i8, i8, f8, i8]), (D, [lit("a"), i8, string, i8]), (D, [lit("a"), i8, string, f8]), (D, [uni(i8, 2), f8]), (D, [lst(i8), f8]), (D, [i8, arr(f8)]), (D, [i8, string]), (D, [lit("a"), lit("b")]), (D, [b1, i8]), (D, [none, i8]), (D, [i8, none]), (D, [f8, f8]), (D, [lit(1), lit("a"), lit(2), lit("b")]), (D, [lit("a"), arr(f8), lit("b"), i8]), (D, [i8, lst(i8)]), (D, [lit(1), i8, lit(2), f8]), (D, [lit("a"), tdict(i8, f8)]), (D, [i4, i8, i8, i8]), (D, [lit(1), f8, i8, i8])]
