import { createHash } from 'node:crypto';
import { RegistryObjectId } from '../identifiers.js';

/**
 * Classifications and associations need ids that nobody refers to. They follow from the object they belong to, so that the
 * same response is always written the same.
 *
 * @returns a UUID of version 8 over SHA-256. @see RFC 9562, section 5.8
 */
export function derivedId(object: RegistryObjectId, role: 'classification' | 'association'): RegistryObjectId {
  const bytes = createHash('sha256').update(`${object} ${role}`).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  const groups = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
  return RegistryObjectId.of(`urn:uuid:${groups.join('-')}`);
}
