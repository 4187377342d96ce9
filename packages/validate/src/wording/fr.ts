export { wordingFr } from '../generated/wording-fr.js';
