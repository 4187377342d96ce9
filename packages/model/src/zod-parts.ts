import * as z from 'zod';

/** zod names the unknown keys in its messages; a key may be what somebody typed, so the message says only that. */
const quiet = {
  error: (issue: { readonly code?: string | undefined }) =>
    issue.code === 'unrecognized_keys' ? 'Unknown property' : undefined,
};

/** An object without other properties than these. */
export function strict<const S extends z.core.$ZodLooseShape>(shape: S): z.ZodObject<S, z.core.$strict> {
  return z.strictObject(shape, quiet) as unknown as z.ZodObject<S, z.core.$strict>;
}

/**
 * A map whose names are all looked at. zod skips `__proto__` in a map without a word; it is an ordinary name in JSON, so
 * here it is refused.
 */
export function namesOnly<Output, Input>(map: z.ZodType<Output, Input>): z.ZodType<Output, Input> {
  return z
    .custom<Input>(
      (value) => typeof value === 'object' && value !== null && !Object.hasOwn(value, '__proto__'),
    )
    .pipe(map as z.ZodType<Output, Input>);
}
