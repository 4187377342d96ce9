import type { FrameFacts } from './frames.js';
import type { ImportTableOptions } from './options.js';

/** What a file does not say of itself: who it comes from and how it may be handled. Options win over the mapping. */
export function factsFrom(options: ImportTableOptions): FrameFacts {
  const { mapping, synthetic = false } = options;
  const country = options.country ?? mapping?.country;
  if (country === undefined || !/^[A-Z]{2}$/.test(country)) {
    throw new TypeError('An import needs a country: two capital letters of ISO 3166-1.');
  }
  return {
    source: {
      country,
      agency: options.agency ?? mapping?.agency ?? `${country.toLowerCase()}-agency`,
      agencyType: options.agencyType ?? mapping?.agencyType ?? 'other',
    },
    profile: options.profile ?? mapping?.profile,
    synthetic,
    handling: { ...mapping?.handling, ...options.handling },
    format: 'nationalWorkbook',
  };
}
