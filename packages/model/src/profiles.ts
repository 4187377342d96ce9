// National profiles as data

export type { ProfileId } from './generated/profiles.js';
export { profiles } from './generated/profiles.js';
export type {
  Cited,
  Profile,
  ProfileAddedRule,
  ProfileAuthority,
  ProfileExtension,
  ProfileIdentifier,
  ProfileLaw,
  ProfileList,
  ProfileRequirement,
  ProfileSection,
  Verification,
} from './profile.js';
