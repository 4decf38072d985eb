import { FunctionBuilder } from '@jitsight/shared/ir/builder';
import { binary, call, convert, gt, i64, lt, mul, ne } from '@jitsight/shared/ir/expressions';
import type { FunctionIR } from '@jitsight/shared/ir/nodes';
import type { ValueType } from '@jitsight/shared/ir/valueType';
import type { ModuleLowering } from './moduleLowering';

const largestBlock = 0x7fff_0000;
const integer: ValueType = { kind: 'scalar', scalar: 'i64' };

/** `array.allocateN(extent..., item size)`: checks the extents as Numba does and gives a block for that many items. */
export function allocationHelper(module: ModuleLowering, ndim: number): string {
  const name = `array.allocate${ndim}`;
  return module.helper(name, () => allocator(name, ndim));
}

function allocator(name: string, ndim: number): FunctionIR {
  const ir = new FunctionBuilder(name, { kind: 'scalar', scalar: 'ptr' });
  const extents = Array.from({ length: ndim }, (_, axis) => ir.parameter(`extent${axis}`, integer)[0]!);
  const [size] = ir.parameter('size', integer);
  for (const extent of extents) {
    ir.if(lt(extent, i64(0)), () =>
      ir.raise({ name: 'ValueError', message: 'negative dimensions not allowed' }),
    );
  }
  const bytes = ir.local('i64', 'bytes');
  ir.set(bytes, size!);
  for (const extent of extents) {
    ir.if(ne(extent, i64(0)), () => {
      ir.if(gt(bytes, binary('div', i64(2n ** 63n - 1n), extent)), () =>
        ir.raise({
          name: 'ValueError',
          message:
            'array is too big; `arr.size * arr.dtype.itemsize` is larger than the maximum possible size.',
        }),
      );
    });
    ir.set(bytes, mul(bytes, extent));
  }
  ir.if(gt(bytes, i64(largestBlock)), () =>
    ir.raise({ name: 'MemoryError', message: 'Allocation failed (probably too large).' }),
  );
  ir.return([call('rt.allocate', 'ptr', convert(bytes, 'i32'))]);
  return ir.finish();
}
