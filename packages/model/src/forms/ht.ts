export { formsHt } from '../generated/forms-ht.js';
