export { formsNl } from '../generated/forms-nl.js';
