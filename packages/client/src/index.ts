// Talk to a node
export { createClient } from './create-client.js';
export type {
  CallOptions,
  Client,
  ClientOptions,
  FeedOptions,
  RecordOptions,
  SendableParcel,
  SubmitOptions,
} from './create-client.js';

// Prove who asks
export { privateKeyJwt } from './private-key-jwt.js';
export type { PrivateKeyJwtOptions } from './private-key-jwt.js';
export type { Auth, AuthAttempt } from './auth.js';

// Make a parcel
export { buildParcel } from './build-parcel.js';
export type { ParcelParts, SendableLevel, SendableRecord } from './build-parcel.js';
export { recordSigner } from './sign-record.js';
export type { RecordSignature, SignatureAlgorithm, SignRecord } from './sign-record.js';

// What goes wrong
export { CtdxClientError } from './client-error.js';
export type { ClientErrorCode, ClientErrorFacts, LocalErrorCode } from './client-error.js';

// What is handed in
export type { Clock, Fetch, Random, Sleep } from './handed-in.js';
