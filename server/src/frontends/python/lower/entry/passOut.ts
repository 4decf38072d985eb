import type { FunctionLowering } from '../functionLowering';
import type { Value } from '../lowering';
import { keep, releaseAllTemporaries } from '../temporaries';

/** Ends a function of the compiler's own with this result. */
export function passOut(lowering: FunctionLowering, value: Value): void {
  const result = lowering.hold(value);
  keep(lowering, result);
  releaseAllTemporaries(lowering);
  lowering.temporaries.owned.length = 0;
  lowering.ir.return(result.parts);
}
