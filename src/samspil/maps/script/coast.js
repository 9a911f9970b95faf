// Land, borders and where they come from, under a map that is placed by geography, and the list of those
// aside, each with its name beside it.
// The shapes are made into paths once; a frame only fills and strokes them.

/**
 * @param {{land: number[][], coast: number[][], borders: number[][], credit: [string, string], box: number[]}} geography
 */
export function coast(geography) {
  const land = lines(geography.land, true);
  const shore = lines(geography.coast, false);
  const borders = lines(geography.borders, false);
  return (ctx, { paper, scale, say, heading, aside }) => {
    ctx.save();
    ctx.fillStyle = paper.land;
    ctx.strokeStyle = paper.border;
    ctx.lineWidth = 1 / scale;
    ctx.lineJoin = "round";
    ctx.fill(land, "evenodd");
    ctx.stroke(shore);
    ctx.setLineDash([4 / scale, 3 / scale]);
    ctx.stroke(borders);
    write(ctx, { text: say.pick(geography.credit), x: geography.box[0], y: geography.box[3], size: 11, paper, scale });
    if (heading) write(ctx, { text: say.word("place_unknown"), x: heading.x - heading.font / 2, y: heading.y, size: heading.font, paper, bold: true });
    if (heading && heading.font * scale >= READABLE) list(ctx, aside, heading.font);
    ctx.restore();
  };
}

/** Make one path of many lines, each a row of x, y, x, y. */
function lines(rows, closed) {
  const path = new Path2D();
  for (const row of rows) {
    for (let at = 0; at + 1 < row.length; at += 2) {
      if (at) path.lineTo(row[at], row[at + 1]);
      else path.moveTo(row[at], row[at + 1]);
    }
    if (closed) path.closePath();
  }
  return path;
}

const READABLE = 5; // pixels on the screen

function list(ctx, rows, font) {
  ctx.font = `${font}px system-ui, sans-serif`;
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  for (const { text, x, y, colour } of rows) {
    ctx.fillStyle = colour;
    ctx.fillText(text, x + font, y);
  }
}

function write(ctx, { text, x, y, size, paper, scale = 1, bold = false }) {
  ctx.font = `${bold ? "600 " : ""}${Math.max(size, size / scale)}px system-ui, sans-serif`;
  ctx.fillStyle = paper.quiet;
  ctx.textAlign = "left";
  ctx.textBaseline = "top";
  ctx.fillText(text, x, y);
}
