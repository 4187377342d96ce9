// National profiles as data

export type { ProfileId } from './generated/profiles.js';
export { profiles } from './generated/profiles.js';
export type { Cited, Profile, ProfileAuthority, ProfileLaw, Verification } from './profile.js';
