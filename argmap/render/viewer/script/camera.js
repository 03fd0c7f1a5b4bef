// The part of the picture that is seen: moved, zoomed, and taken to a place.

const SMALLEST = 0.08;
const LARGEST = 3;
const GLIDE = 220; // ms
const EDGE = 28; // px that are kept free around what is looked for

const camera = {
  x: 0,
  y: 0,
  scale: 1,
  width: 0,
  height: 0,
  glide: 0,
  leaps: false,
  onChange: () => {},
};
const slowMotion = matchMedia("(prefers-reduced-motion: reduce)");

function moveBy(x, y) {
  stopGliding();
  setCamera(camera.x + x, camera.y + y, camera.scale);
}

// Zoom around a point of the screen, or around the middle.
function zoomBy(factor, x = camera.width / 2, y = camera.height / 2) {
  stopGliding();
  const scale = clamp(camera.scale * factor, SMALLEST, LARGEST);
  const ratio = scale / camera.scale;
  setCamera(x - (x - camera.x) * ratio, y - (y - camera.y) * ratio, scale);
}

function setCamera(x, y, scale) {
  Object.assign(camera, { x, y, scale });
  camera.onChange();
}

// Go to a place, in one sweep where the reader does not mind.
function glideTo(x, y, scale) {
  stopGliding();
  const from = { ...camera };
  const isFar = Math.hypot(x - from.x, y - from.y) > 4000;
  if (slowMotion.matches || isFar || document.hidden || camera.leaps) {
    setCamera(x, y, scale);
    return;
  }
  const begin = performance.now();
  const step = (now) => {
    const share = clamp((now - begin) / GLIDE, 0, 1);
    const eased = 1 - (1 - share) ** 3;
    const mix = (one, two) => one + (two - one) * eased;
    camera.glide = share < 1 ? requestAnimationFrame(step) : 0;
    setCamera(mix(from.x, x), mix(from.y, y), mix(from.scale, scale));
  };
  camera.glide = requestAnimationFrame(step);
}

function stopGliding() {
  if (camera.glide) cancelAnimationFrame(camera.glide);
  camera.glide = 0;
}

// Show all of an extent if it can be read at all; else as much as can, around a point.
function fitTo({ left, top, right, bottom }, around) {
  const room = { width: camera.width - 2 * EDGE, height: camera.height - 2 * EDGE };
  const fitting = Math.min(room.width / (right - left), room.height / (bottom - top), 1);
  const scale = Math.max(fitting, SMALLEST);
  const place = (size, from, to, middle) =>
    (to - from) * scale <= size ? size / 2 - ((from + to) / 2) * scale : size / 2 - middle * scale;
  glideTo(
    place(camera.width, left, right, around.x),
    place(camera.height, top, bottom, around.y),
    scale,
  );
}

// Bring a box into the part that is free, by the shortest way.
function bringIntoView({ left, top, right, bottom }) {
  const shift = (from, to, size, room) => {
    const [low, high] = [EDGE, room - EDGE];
    if (to - from > high - low) return low - from;
    if (from < low) return low - from;
    return to > high ? high - to : 0;
  };
  const { x, y, scale, width, height } = camera;
  const free = height - coveredBelow();
  const moved = {
    x: shift(left * scale + x, right * scale + x, right - left, width),
    y: shift(top * scale + y, bottom * scale + y, bottom - top, free),
  };
  if (moved.x || moved.y) glideTo(x + moved.x, y + moved.y, scale);
}

function clamp(value, low, high) {
  return Math.min(Math.max(value, low), high);
}
