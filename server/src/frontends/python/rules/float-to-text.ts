import { removeDecorator } from '../fixes/functionHeader';
import { splitPrintedText } from '../fixes/printedText';
import { typeName } from '../types/typeName';
import { defineRule } from './rule';

export const floatToText = defineRule('float-to-text', {
  severity: 'warning',
  summary: 'A float made text of, which Numba writes as a placeholder',
  why: `Compiled code cannot format floats. Since Numba 0.57 \`str\`, \`repr\` and f-strings of one compile and give the text \`<object type:float64>\`; before, they failed. \`print\` takes floats as arguments and prints them right; other text is for Python code to make.`,
  since: '0.57',
  example: {
    bad: `from numba import njit


@njit
def show(x):
    print(f"x = {x}")


show(1.5)
`,
    good: `from numba import njit


@njit
def show(x):
    print("x =", x)


show(1.5)
`,
  },
  message: (p) =>
    `Compiled code cannot write a float as text, and gives '<object type:${typeName(p.type)}>' instead: pass the number to print() as an argument of its own, or return it and format it in Python code.`,
  fixes: (p, context) => {
    const split = splitPrintedText(p, context);
    return split.length > 0 ? split : removeDecorator(p, context);
  },
});
