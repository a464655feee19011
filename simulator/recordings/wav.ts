const SAMPLES_A_SECOND = 8000;
const TONE_HZ = 440;
/** Longer recordings are cut: nobody listens to them. */
const LONGEST_SECONDS = 600;

/** A quiet tone as 8-bit, 8 kHz WAV: as long as the recording, and as many channels. */
export function makeWav(seconds: number, channels: number): Buffer {
  const frames = Math.min(LONGEST_SECONDS, Math.max(0, seconds)) * SAMPLES_A_SECOND;
  const size = frames * channels;
  const file = Buffer.alloc(44 + size, 128);
  file.write("RIFF", 0);
  file.writeUInt32LE(36 + size, 4);
  file.write("WAVEfmt ", 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(channels, 22);
  file.writeUInt32LE(SAMPLES_A_SECOND, 24);
  file.writeUInt32LE(SAMPLES_A_SECOND * channels, 28);
  file.writeUInt16LE(channels, 32);
  file.writeUInt16LE(8, 34);
  file.write("data", 36);
  file.writeUInt32LE(size, 40);
  for (let frame = 0; frame < frames; frame++) {
    const value = 128 + Math.round(8 * Math.sin((2 * Math.PI * TONE_HZ * frame) / SAMPLES_A_SECOND));
    for (let channel = 0; channel < channels; channel++) file[44 + frame * channels + channel] = value;
  }
  return file;
}
