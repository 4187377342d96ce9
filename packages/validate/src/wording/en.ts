export { wordingEn } from '../generated/wording-en.js';
