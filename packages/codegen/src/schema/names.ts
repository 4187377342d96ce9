/** `age-band` and `ageBand` become `AgeBand`. */
export function pascal(name: string): string {
  return name
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
    .map((word) => word[0]?.toUpperCase() + word.slice(1))
    .join('');
}

/** `age-band` and `AgeBand` become `ageBand`. */
export function camel(name: string): string {
  const upper = pascal(name);
  return upper[0]?.toLowerCase() + upper.slice(1);
}

/** Lists whose own name is taken: `FindingCode` is the code of a finding of validation. */
const renamed: Readonly<Record<string, string>> = { finding: 'finding-value' };

/** Name of the union type of a code list: `sex` gives `SexCode`. */
export function codeType(list: string): string {
  return `${pascal(renamed[list] ?? list)}Code`;
}

/** Name of the array of the codes of a list: `sex` gives `sexCodes`. */
export function codeArray(list: string): string {
  return `${camel(renamed[list] ?? list)}Codes`;
}

/** Writes a property name as TypeScript needs it: bare where that is allowed. */
export function key(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) && name !== '__proto__' ? name : JSON.stringify(name);
}

/** Name of the function that says whether a list holds a code: `age-band` gives `isAgeBand`. */
export function lookup(list: string): string {
  return `is${pascal(list)}`;
}
