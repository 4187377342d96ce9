export { profile } from '../generated/profile-lc.js';
