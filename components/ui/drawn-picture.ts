type Size = { readonly width: number; readonly height: number };

/** A picture drawn on a white ground, as large as `scaleOf` says. */
export async function drawnPicture(
  picture: Blob,
  scaleOf: (size: Size) => number,
  settings?: CanvasRenderingContext2DSettings,
) {
  const bitmap = await createImageBitmap(picture);
  const scale = scaleOf(bitmap);
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const context = canvas.getContext("2d", settings);
  if (!context) throw new Error("This browser draws no pictures.");
  context.imageSmoothingQuality = "high";
  // What is transparent would come out black.
  context.fillStyle = "white";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return { canvas, context };
}
