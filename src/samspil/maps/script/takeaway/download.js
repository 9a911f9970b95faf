// Handing a file to the person: the browser asks or saves as it is set to.

const KEPT = 60_000; // milliseconds in which a browser may still read the file

/** Save a file under a name. @param {Blob} blob */
export function download(blob, name) {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), KEPT);
}
