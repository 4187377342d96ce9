import { canaryWord } from '@ctdx/testkit';
import { expect } from 'vitest';
import type { Channel } from './channels.js';
import { everythingOf, residue } from './residue.js';
import { type Source, sources } from './sources.js';

/** One mark that came out of a channel. */
export interface Hit {
  readonly source: Source;
  readonly channel: Channel;
  readonly place: string;
  readonly test: string;
}

/** Where each mark was planted. */
const places = new Map<string, string>();
const numbers = new Map<Source, number>();
/** Marks by source, channel and title of the test, told apart by a line break. */
const plants = new Map<string, Set<string>>();
export const hits: Hit[] = [];

/** A mark for one place of a source. */
export function plant(source: Source, place: string): string {
  const number = (numbers.get(source) ?? 0) + 1;
  numbers.set(source, number);
  const mark = canaryWord(sources[source].series, number);
  places.set(mark, place);
  return mark;
}

/**
 * Looks for marks in what came out of a channel, and counts the marks that were run through it. Any mark is a hit, also
 * one of another place.
 */
export function look(
  source: Source,
  channel: Channel,
  marks: string | readonly string[],
  output: unknown,
): void {
  const planted = typeof marks === 'string' ? [marks] : marks;
  const test = titleOf(expect.getState().currentTestName ?? '');
  const key = [source, channel, test].join('\n');
  const known = plants.get(key) ?? new Set();
  for (const mark of planted) known.add(mark);
  plants.set(key, known);
  const found = residue(everythingOf(output), planted).map(
    (mark) => `${mark} ${places.get(mark) ?? '(cut short)'}`,
  );
  for (const place of found) hits.push({ source, channel, place, test });
  expect.soft(found, `${source} came out of ${channel}`).toEqual([]);
}

/** The title of the test alone: vitest puts its groups before it. */
function titleOf(name: string): string {
  return name.split(' > ').at(-1) as string;
}

/** What was run, by source, channel and test. */
export function runs(): { source: Source; channel: Channel; test: string; count: number }[] {
  return [...plants].map(([key, { size: count }]) => {
    const [source, channel, test] = key.split('\n') as [Source, Channel, string];
    return { source, channel, test, count };
  });
}

/** How many marks were run through a channel. */
export function planted(): number {
  return new Set([...plants.values()].flatMap((marks) => [...marks])).size;
}
