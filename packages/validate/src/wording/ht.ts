export { wordingHt } from '../generated/wording-ht.js';
