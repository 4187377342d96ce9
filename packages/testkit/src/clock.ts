/** A clock that starts where it is told and goes on by `step` milliseconds each time somebody looks. */
export function steppingClock(start: string, step = 1000): () => Date {
  let time = Date.parse(start);
  if (Number.isNaN(time)) throw new RangeError('A clock starts at a date and time.');
  return () => {
    const now = new Date(time);
    time += step;
    return now;
  };
}

/** A clock that stands still. */
export function stoppedClock(at: string): () => Date {
  return steppingClock(at, 0);
}
