// The drawing in pixels, two for each of the screen so that it is sharp in print.

const SCALE = 2;
const LONGEST = 8000; // pixels of a side; past it browsers refuse

/**
 * Draw an SVG in pixels. Rejects where the browser cannot.
 * @param {{text: string, width: number, height: number}} drawing
 * @returns {Promise<Blob>}
 */
export async function png({ text, width, height }) {
  const scale = Math.min(SCALE, LONGEST / Math.max(width, height));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [Math.round(width * scale), Math.round(height * scale)];
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("canvas.toBlob"))), "image/png");
  });
}
