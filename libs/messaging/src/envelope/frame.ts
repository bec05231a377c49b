const LENGTH_BYTES = 4;

/** Puts a signature before the bytes it covers, so that neither is encoded as text a second time. */
export function frame(signature: string, content: Uint8Array): Uint8Array {
  const signatureBytes = Buffer.from(signature, 'ascii');
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(signatureBytes.length);
  return Buffer.concat([length, signatureBytes, content]);
}

/** @returns undefined when the bytes are no frame */
export function unframe(bytes: Uint8Array): { readonly signature: string; readonly content: Uint8Array } | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length < LENGTH_BYTES) return undefined;
  const contentStart = LENGTH_BYTES + buffer.readUInt32BE();
  if (contentStart > buffer.length) return undefined;
  return {
    signature: buffer.toString('ascii', LENGTH_BYTES, contentStart),
    content: buffer.subarray(contentStart),
  };
}
