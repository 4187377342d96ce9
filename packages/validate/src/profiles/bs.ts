export { profile } from '../generated/profile-bs.js';
