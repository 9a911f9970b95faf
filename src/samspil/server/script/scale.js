// Where numbers stand on a chart: round ticks that hold all of them, and zero.

/** Return round numbers from at most the least of zero and the values to at least the greatest, about `wanted` steps. */
export function ticks(values, wanted = 5) {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const step = roundStep((high - low) / wanted || 1);
  const first = Math.floor(low / step);
  const last = Math.max(Math.ceil(high / step), first + 1);
  return Array.from({ length: last - first + 1 }, (_one, at) => clean((first + at) * step, step));
}

/** Return what puts a value at its place between two ends of a line. */
export function scale(from, to, start, end) {
  const span = to - from || 1;
  return (value) => start + ((value - from) / span) * (end - start);
}

function roundStep(rough) {
  const power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 5, 10].find((one) => one * power >= rough) * power;
}

// 3 * 0.1 is not 0.3.
function clean(value, step) {
  const digits = Math.max(0, -Math.floor(Math.log10(step)) + 1);
  return Number(value.toFixed(Math.min(digits, 20)));
}
