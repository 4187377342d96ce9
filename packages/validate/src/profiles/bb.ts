export { profile } from '../generated/profile-bb.js';
