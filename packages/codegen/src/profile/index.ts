// Compile a national profile; nothing here touches a file
export { compileProfile } from './compile-profile.js';
export { describeProblem } from './problem.js';
export { versionOf } from './standard.js';

export type { CompiledText, NarrowedSchema } from './compile-profile.js';
export type { ProblemCode, ProfileProblem } from './problem.js';
export type { Standard } from './standard.js';
