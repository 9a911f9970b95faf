// Whether a relation is in force on a day or in a year, as `samspil.periods` says it: certainly, possibly or not.
//
// Four bounds say between which days a period starts and between which it ends. Asked about a span of days from
// `first` to `last` (a day is a span of one, a year is its 365 or 366), a period is
//
//   not       if on no reading it meets the span: it starts after `last` at the earliest, or ends before `first` at
//             the latest;
//   certain   if on every reading it meets the span: it has started by `last` at the latest, and ends no earlier than
//             `first`; nothing in it is doubted;
//   possible  otherwise.
//
// For a day this is word for word what `periods.status` says. For a year it says "at some time in the year": a period
// "2021", which is certain on no single day, was certainly in force at some time in 2021, and "2022/2025" certainly in
// each of its four years.
//
// A bound that is null is no bound: the period is possible on that side. It is certain on that side only where the
// text leaves the end open ("2018/..", until further notice), not where nobody has said it ("2018/"). The bounds
// alone do not tell these two apart, nor a date that is doubted (? ~ %), so the EDTF text goes along.
//
// A relation whose period is not stated is possible at any time: `possible` shows it, `certain` hides it.
// Without a time nothing is asked, and `certainty` says nothing.

/** Say whether a text is a year or a day that exists: "2024", "2024-02-29". */
export function isMoment(text) {
  if (/^[0-9]{4}$/.test(text)) return text !== "0000";
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text) || text.startsWith("0000")) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/**
 * Say whether a period is certainly, possibly or not in force on a day or at some time in a year.
 * @param {(string|null)[]|null} bounds  earliest start, latest start, earliest end, latest end; null: not stated
 * @param {string} on  YYYY or YYYY-MM-DD
 * @param {string} edtf  the period as written
 * @returns {"certain"|"possible"|"not"}
 */
export function statusOn(bounds, on, edtf = "") {
  if (!bounds) return "possible";
  const [first, last] = on.length === 4 ? [`${on}-01-01`, `${on}-12-31`] : [on, on];
  const [earliestStart, latestStart, earliestEnd, latestEnd] = bounds;
  if ((earliestStart !== null && earliestStart > last) || (latestEnd !== null && latestEnd < first)) return "not";
  const begun = latestStart === null ? edtf.startsWith("../") : latestStart <= last;
  const lasting = earliestEnd === null ? edtf.endsWith("/..") : first <= earliestEnd;
  return begun && lasting && !/[?~%]/.test(edtf) ? "certain" : "possible";
}

/** Say whether a period is one to show: certainly in force, or at least possibly. */
export function inForce(bounds, on, certainty, edtf = "") {
  if (!on) return true;
  const status = statusOn(bounds, on, edtf);
  return status === "certain" || (status === "possible" && certainty !== "certain");
}
