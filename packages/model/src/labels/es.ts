export { labelsEs } from '../generated/labels-es.js';
