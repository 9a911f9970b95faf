// What is on the canvas, and how to change it by its difference only: of three thousand relations a filter hides a few
// hundred, and only those are told to the drawing library. What leaves is hidden rather than thrown away, for it comes back.

/**
 * Keep the items of a data set. `put` makes it show exactly these; `change` alters some of those that it shows.
 * @param {{add: Function, update: Function}} set
 */
export function stock(set) {
  const known = new Map(); // id to what was last told about it
  const told = (item) => {
    const text = JSON.stringify(item);
    if (known.get(item.id) === text) return false;
    known.set(item.id, text);
    return true;
  };
  function put(items) {
    const added = items.filter((item) => !known.has(item.id));
    const altered = items.filter((item) => known.has(item.id) && told(item));
    added.forEach(told);
    const shown = new Set(items.map((item) => item.id));
    const gone = [...known.keys()].filter((id) => !shown.has(id) && known.get(id) !== HIDDEN);
    gone.forEach((id) => known.set(id, HIDDEN));
    if (added.length) set.add(added);
    if (altered.length || gone.length) set.update([...altered, ...gone.map((id) => ({ id, hidden: true }))]);
    return added.length + altered.length + gone.length;
  }
  return { put };
}

const HIDDEN = "hidden";
