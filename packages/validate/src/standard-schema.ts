import type { Checked, Finding, Valid } from '@ctdx/model';
import type { StandardSchemaV1 } from '@standard-schema/spec';

/** Offers a check as a Standard Schema (version 1). Messages are codes: wording is chosen where it is shown. */
export function standardSchema<T>(
  check: (input: unknown) => Checked<T>,
): StandardSchemaV1<unknown, Valid<T>> {
  return {
    '~standard': {
      version: 1,
      vendor: 'ctdx',
      validate(input) {
        const checked = check(input);
        return checked.ok
          ? { value: checked.value }
          : { issues: checked.findings.filter(isError).map(toIssue) };
      },
    },
  };
}

const isError = ({ severity }: Finding): boolean => severity === 'error';

function toIssue({ code, rule, path }: Finding): StandardSchemaV1.Issue {
  return { message: rule ?? code, path: path.split('/').slice(1) };
}
