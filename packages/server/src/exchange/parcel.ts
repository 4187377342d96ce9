import type { Case, Indicator, Parcel as ParcelAt } from '@ctdx/model';

/** A parcel that may travel, as the model types it. */
export type Parcel = ParcelAt<'pseudonymized' | 'aggregate'>;

/** A record that may travel. */
export type Item = Case<'pseudonymized'> | Indicator<'pseudonymized' | 'aggregate'>;
