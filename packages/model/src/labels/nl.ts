export { labelsNl } from '../generated/labels-nl.js';
