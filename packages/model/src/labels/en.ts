export { labelsEn } from '../generated/labels-en.js';
