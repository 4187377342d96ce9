export { formsEn } from '../generated/forms-en.js';
