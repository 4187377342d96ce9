export { profile } from '../generated/profile-jm.js';
