// What the page carries for us, as it stands or, where it is long, deflated. `samspil/maps/wire.py` writes it.

/** Read the data of the page from the element that holds it; null where this browser is too old to inflate them. */
export async function readData(element) {
  const data = JSON.parse(element.textContent);
  if (!data.deflate) return data;
  if (!inflates()) return null;
  const bytes = Uint8Array.from(atob(data.deflate), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return JSON.parse(await new Response(stream).text());
}

// Browsers older than 2023 lack this, or know it under fewer names.
function inflates() {
  try {
    return Boolean(new DecompressionStream("deflate-raw"));
  } catch {
    return false;
  }
}
