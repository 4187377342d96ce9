export { formsFr } from '../generated/forms-fr.js';
