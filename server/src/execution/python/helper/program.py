"""Runs the user's program so that the first call of each wanted function is seen."""
import ast
import builtins
import functools
import inspect
import os
import sys
import types

HOOK = "__jitsight_capture__"


class Captured:
    """Stands for a function of the program: records its first call and otherwise behaves as the function."""

    def __init__(self, name, function, on_call):
        self.target = function
        self._name = name
        self._on_call = on_call
        functools.update_wrapper(self, function)

    def __call__(self, *args, **kwargs):
        self._on_call(self._name, self.target, args, kwargs)
        return self.target(*args, **kwargs)

    def __getattr__(self, name):
        return getattr(self.target, name)

    def __reduce__(self):
        return self._name

    def __get__(self, instance, owner):
        return self if instance is None else types.MethodType(self, instance)


class Instrument(ast.NodeTransformer):
    """Puts the hook outermost on the definitions of the wanted qualified names."""

    def __init__(self, wanted):
        self._wanted = wanted
        self._path = []

    def _inside(self, node, *names):
        self._path.extend(names)
        self.generic_visit(node)
        del self._path[-len(names) :]

    def visit_ClassDef(self, node):
        self._inside(node, node.name)
        return node

    def visit_FunctionDef(self, node):
        name = ".".join(self._path + [node.name])
        self._inside(node, node.name, "<locals>")
        if name in self._wanted:
            hook = ast.Call(ast.Name(HOOK, ast.Load()), [ast.Constant(name)], [])
            for part in ast.walk(hook):
                ast.copy_location(part, node.decorator_list[0] if node.decorator_list else node)
            node.decorator_list.insert(hook_position(node.decorator_list), hook)
        return node


def hook_position(decorators):
    """Outermost, but below what only works outermost."""
    if decorators and isinstance(decorators[0], ast.Name) and decorators[0].id in ("staticmethod", "classmethod"):
        return 1
    return 0


class Program:
    def __init__(self, source, path, wanted, on_call):
        self.functions = {}
        self._source = source
        self._path = path
        self._wanted = wanted
        self._on_call = on_call
        self.namespace = self._main_module().__dict__
        self.namespace[HOOK] = self._hook

    def run(self):
        """Runs the whole program; the answer says how it ended."""
        tree = Instrument(self._wanted).visit(ast.parse(self._source, self._path))
        return self._execute(ast.fix_missing_locations(tree))

    def define(self, name):
        """Runs only the statements that define a function and the names it depends on."""
        tree = ast.parse(self._source, self._path)
        tree.body = needed_statements(tree, name)
        return self._execute(tree)

    def uninstrument(self):
        """Calls go straight to the functions from here on, recursive ones too."""
        for name, value in list(self.namespace.items()):
            if isinstance(value, Captured):
                self.namespace[name] = value.target
            elif isinstance(value, type):
                for member, method in list(vars(value).items()):
                    if isinstance(method, Captured):
                        setattr(value, member, method.target)
        for function in self.functions.values():
            for cell in getattr(function, "__closure__", None) or ():
                if isinstance(cell.cell_contents, Captured):
                    cell.cell_contents = cell.cell_contents.target

    def find(self, name):
        """The function of that qualified name, decorated as the program did it."""
        if name in self.functions:
            return self.functions[name]
        value = self.namespace
        for part in name.split("."):
            value = value[part] if isinstance(value, dict) else getattr(value, part)
        return value

    def _hook(self, name):
        def capture(function):
            self.functions[name] = function
            return Captured(name, function, self._on_call)

        return capture

    def _main_module(self):
        module = types.ModuleType("__main__")
        module.__file__ = self._path
        module.__builtins__ = builtins
        sys.modules["__main__"] = module
        sys.argv = [self._path]
        sys.path[:] = [os.path.dirname(self._path)] + sys.path
        return module

    def _execute(self, tree):
        try:
            exec(compile(tree, self._path, "exec", dont_inherit=True), self.namespace)
        except SystemExit as stop:
            return {"how": "exited", "detail": str(stop.code) if stop.code is not None else "0"}
        except BaseException as error:
            return describe_error(error, self._path)
        return {"how": "ended"}


def describe_error(error, path):
    """The exception with the program's own line it came through last."""
    line = getattr(error, "lineno", None) if isinstance(error, SyntaxError) else None
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == path:
            line = trace.tb_lineno
        trace = trace.tb_next
    return {"how": "raised", "error": type(error).__name__, "detail": str(error)[:500], "line": line}


def bind(function, args, kwargs):
    """All arguments by position, defaults filled in."""
    plain = getattr(function, "py_func", function)
    if not kwargs and len(args) >= plain.__code__.co_argcount:
        return list(args)
    bound = inspect.signature(plain).bind(*args, **kwargs)
    bound.apply_defaults()
    return list(bound.args) + list(bound.kwargs.values())


def needed_statements(tree, name):
    """Top-level statements that the function depends on by name, in order; its callers and the main part stay out."""
    first = name.partition(".")[0]
    needed = {first}
    kept = set()
    while True:
        before = len(kept)
        for index, statement in enumerate(tree.body):
            if index in kept or is_main_guard(statement) or calls(statement, first):
                continue
            if affected_names(statement) & needed or overloads(statement, needed) or is_always_needed(statement):
                kept.add(index)
                needed |= global_names(compile_statement(statement))
        if len(kept) == before:
            return [tree.body[index] for index in sorted(kept)]


def compile_statement(statement):
    return compile(ast.Module([statement], []), "<statement>", "exec", dont_inherit=True)


def global_names(code):
    """Names that code looks up outside its functions; attributes' names among them do no harm."""
    names = set(code.co_names)
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            names |= global_names(constant)
    return names


def affected_names(statement):
    """Names a statement binds, and those whose value it changes at the top level of the module."""
    names = set()
    if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return {statement.name}
    if isinstance(statement, (ast.Import, ast.ImportFrom)):
        return {alias.asname or alias.name.partition(".")[0] for alias in statement.names}
    for node in ast.walk(statement):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
        elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            names.add(node.name)
        elif isinstance(node, (ast.Subscript, ast.Attribute)) and isinstance(node.ctx, ast.Store):
            names.add(root_name(node))
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call) and isinstance(node.value.func, ast.Attribute):
            names.add(method_owner(node.value.func))
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            names |= affected_names(node)
    return names - {None}


def overloads(statement, needed):
    """Whether it gives compiled code its own version of a needed function: `@overload(f)`."""
    for decorator in getattr(statement, "decorator_list", ()):
        if isinstance(decorator, ast.Call) and decorator.args and isinstance(decorator.args[0], ast.Name):
            callee = decorator.func
            name = callee.attr if isinstance(callee, ast.Attribute) else getattr(callee, "id", "")
            if name.startswith("overload") and decorator.args[0].id in needed:
                return True
    return False


def root_name(node):
    while isinstance(node, (ast.Subscript, ast.Attribute)):
        node = node.value
    return node.id if isinstance(node, ast.Name) else None


def method_owner(node):
    """`table` of `table.append(x)`; a longer chain is most likely a function of a module."""
    return node.value.id if isinstance(node.value, ast.Name) else None


def is_always_needed(statement):
    return isinstance(statement, ast.ImportFrom) and (
        statement.module == "__future__" or any(alias.name == "*" for alias in statement.names)
    )


def is_main_guard(statement):
    return isinstance(statement, ast.If) and "__name__" in {
        node.id for node in ast.walk(statement.test) if isinstance(node, ast.Name)
    }


def calls(statement, name):
    """Whether a statement outside definitions calls the function: that is the program's main work."""
    if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return False
    return any(
        isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name
        for node in ast.walk(statement)
    )
