import type { PythonValue } from '../encoding/pythonValue';

/** Shape of each array, length of each list or string, by parameter name. */
export function sizeOf(
  args: readonly PythonValue[],
  parameters: readonly { readonly name: string }[],
): Record<string, readonly number[]> {
  const size: Record<string, readonly number[]> = {};
  args.forEach((arg, i) => {
    const shape = shapeOf(arg);
    if (shape && shape.length > 0) size[parameters[i]?.name ?? `argument ${i + 1}`] = shape;
  });
  return size;
}

function shapeOf(value: PythonValue): readonly number[] | undefined {
  if (value.kind === 'array') return value.shape;
  if (value.kind === 'sequence') return [value.items.length];
  return value.kind === 'str' ? [value.value.length] : undefined;
}
