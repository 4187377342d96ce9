import { library } from '../tooling/tsup.ts';

export default library([], {
  // What compiles a profile lives in codegen, which is private: it is bundled, from its sources.
  esbuildOptions(options) {
    options.conditions = ['@ctdx/source'];
  },
});
