import type { ProblemKind } from '../infer/problem';
import { ambiguousSignature } from './ambiguous-signature';
import { badOption } from './bad-option';
import { badSignature } from './bad-signature';
import { cannotUnify } from './cannot-unify';
import { cannotUnifyReturn } from './cannot-unify-return';
import { compileTimeConstant } from './compile-time-constant';
import { cudaTarget } from './cuda-target';
import { frozenGlobal } from './frozen-global';
import { gufuncLayout } from './gufunc-layout';
import { gufuncReturn } from './gufunc-return';
import { ignoredKeyword } from './ignored-keyword';
import { integerNegativePower } from './integer-negative-power';
import { jitOnMethod } from './jit-on-method';
import { noMatchingSignature } from './no-matching-signature';
import { notCallable } from './not-callable';
import { notIterable } from './not-iterable';
import { objectModeFallback } from './object-mode-fallback';
import { parallelWithoutParallelism } from './parallel-without-parallelism';
import { prangeRace } from './prange-race';
import { prangeWithoutParallel } from './prange-without-parallel';
import { readonlyArray } from './readonly-array';
import { reflectedList } from './reflected-list';
import { removedApi } from './removed-api';
import { returnConversion } from './return-conversion';
import { runawayRecursion } from './runaway-recursion';
import { syntaxError } from './syntax-error';
import { unboundVariable } from './unbound-variable';
import { undecoratedCallee } from './undecorated-callee';
import { undefinedName } from './undefined-name';
import { unknownAttribute } from './unknown-attribute';
import { unsafeConversion } from './unsafe-conversion';
import { unsupportedArgument } from './unsupported-argument';
import { unsupportedException } from './unsupported-exception';
import { unsupportedFunction } from './unsupported-function';
import { unsupportedIndex } from './unsupported-index';
import { unsupportedOperator } from './unsupported-operator';
import { unsupportedRaise } from './unsupported-raise';
import { unsupportedSyntax } from './unsupported-syntax';
import { untypedArgument } from './untyped-argument';
import { untypedGlobal } from './untyped-global';
import { untypedContainer } from './untyped-container';
import { writeToGlobal } from './write-to-global';
import { wrongArguments } from './wrong-arguments';
import { floatToText } from './float-to-text';
import { outOfBounds } from './out-of-bounds';
import { negativePrangeIndex } from './negative-prange-index';
import { unsignedPrangeIndex } from './unsigned-prange-index';
import { unsignedMix } from './unsigned-mix';
import { integerOverflow } from './integer-overflow';
import { seedOutsideJit } from './seed-outside-jit';
import { asyncFunction } from './async-function';
import { ignoredAnnotation } from './ignored-annotation';
import { gufuncOutputRebound } from './gufunc-output-rebound';
import { jitclassMissingField } from './jitclass-missing-field';
import { cacheWithoutFile } from './cache-without-file';
import { nonContiguousProduct } from './non-contiguous-product';
import { nonContiguousReshape } from './non-contiguous-reshape';
import { appendInLoop } from './append-in-loop';
import { allocationInLoop } from './allocation-in-loop';
import { rowTemporary } from './row-temporary';
import { jitCallInLoop } from './jit-call-in-loop';
import { jitInFunction } from './jit-in-function';
import { ignoredMask } from './ignored-mask';
import { deprecatedApi } from './deprecated-api';
import type { Rule } from './rule';

/** The rule of every kind of problem. A kind without a rule does not compile. */
export const rules: { readonly [K in ProblemKind]: Rule<K> } = {
  'ambiguous-signature': ambiguousSignature,
  'bad-option': badOption,
  'bad-signature': badSignature,
  'cannot-unify': cannotUnify,
  'cannot-unify-return': cannotUnifyReturn,
  'compile-time-constant': compileTimeConstant,
  'cuda-target': cudaTarget,
  'frozen-global': frozenGlobal,
  'gufunc-layout': gufuncLayout,
  'gufunc-return': gufuncReturn,
  'ignored-keyword': ignoredKeyword,
  'integer-negative-power': integerNegativePower,
  'jit-on-method': jitOnMethod,
  'no-matching-signature': noMatchingSignature,
  'not-callable': notCallable,
  'not-iterable': notIterable,
  'object-mode-fallback': objectModeFallback,
  'parallel-without-parallelism': parallelWithoutParallelism,
  'prange-race': prangeRace,
  'prange-without-parallel': prangeWithoutParallel,
  'readonly-array': readonlyArray,
  'reflected-list': reflectedList,
  'removed-api': removedApi,
  'return-conversion': returnConversion,
  'runaway-recursion': runawayRecursion,
  'syntax-error': syntaxError,
  'unbound-variable': unboundVariable,
  'undecorated-callee': undecoratedCallee,
  'undefined-name': undefinedName,
  'unknown-attribute': unknownAttribute,
  'unsafe-conversion': unsafeConversion,
  'unsupported-argument': unsupportedArgument,
  'unsupported-exception': unsupportedException,
  'unsupported-function': unsupportedFunction,
  'unsupported-index': unsupportedIndex,
  'unsupported-operator': unsupportedOperator,
  'unsupported-raise': unsupportedRaise,
  'unsupported-syntax': unsupportedSyntax,
  'untyped-argument': untypedArgument,
  'untyped-global': untypedGlobal,
  'untyped-container': untypedContainer,
  'write-to-global': writeToGlobal,
  'wrong-arguments': wrongArguments,
  'float-to-text': floatToText,
  'out-of-bounds': outOfBounds,
  'negative-prange-index': negativePrangeIndex,
  'unsigned-prange-index': unsignedPrangeIndex,
  'unsigned-mix': unsignedMix,
  'integer-overflow': integerOverflow,
  'seed-outside-jit': seedOutsideJit,
  'async-function': asyncFunction,
  'ignored-annotation': ignoredAnnotation,
  'gufunc-output-rebound': gufuncOutputRebound,
  'jitclass-missing-field': jitclassMissingField,
  'cache-without-file': cacheWithoutFile,
  'non-contiguous-product': nonContiguousProduct,
  'non-contiguous-reshape': nonContiguousReshape,
  'append-in-loop': appendInLoop,
  'allocation-in-loop': allocationInLoop,
  'row-temporary': rowTemporary,
  'jit-call-in-loop': jitCallInLoop,
  'jit-in-function': jitInFunction,
  'ignored-mask': ignoredMask,
  'deprecated-api': deprecatedApi,
};
