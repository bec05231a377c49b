import type { EbmsHeader, Finding, MimePart, OrganisationIdentifier } from '@oots/edm';

/** SHA-256 of what a message consists of, `sha256:<hex>`: what is logged and what receipts cover. @see TDD 4.8 */
export interface MessageDigests {
  /** Of the header document's UTF-8. */
  readonly header: string;
  /** In the order of the parts. */
  readonly parts: readonly { readonly contentId: string; readonly digest: string }[];
}

/** A message whose sender is proven and whose content is what was signed. */
export interface InboundMessage {
  readonly header: EbmsHeader;
  /** What the header rules had to say; a FATAL one is answered with an error response. @see TDD 4.7 */
  readonly headerFindings: readonly Finding[];
  readonly headerXml: string;
  readonly parts: readonly MimePart[];
  readonly sender: {
    readonly accessPoint: OrganisationIdentifier;
    /** Code of the OOTS country list, from the trust list. */
    readonly country: string;
    /** Of the key that signed. */
    readonly kid: string;
  };
  readonly digests: MessageDigests;
  /** This side's clock. */
  readonly receivedAt: Date;
}
