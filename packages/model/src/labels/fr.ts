export { labelsFr } from '../generated/labels-fr.js';
