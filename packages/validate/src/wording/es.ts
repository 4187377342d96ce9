export { wordingEs } from '../generated/wording-es.js';
