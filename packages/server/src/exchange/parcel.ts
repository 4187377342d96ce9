import type { LevelOf, Parcel as ParcelAt, RecordOf, RecordType } from '@ctdx/model';
import type { TravelLevel } from './checker.js';

/** A parcel that may travel, as the model types it. */
export type Parcel = ParcelAt<TravelLevel>;

/** Types that travel inside of a parcel: all but the parcel. */
export type ItemType = Exclude<RecordType, 'parcel'>;

/** Types that travel at a level. */
export type ItemTypeAt<L extends TravelLevel> = {
  [T in ItemType]: L extends LevelOf<T> ? T : never;
}[ItemType];

/** A record that may travel. */
export type Item = { [T in ItemType]: RecordOf<T, LevelOf<T> & TravelLevel> }[ItemType];
