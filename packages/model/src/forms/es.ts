export { formsEs } from '../generated/forms-es.js';
