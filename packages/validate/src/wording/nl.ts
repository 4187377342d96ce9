export { wordingNl } from '../generated/wording-nl.js';
