export { labelsHt } from '../generated/labels-ht.js';
