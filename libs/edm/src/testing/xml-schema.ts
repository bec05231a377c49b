import { readFileSync } from 'node:fs';
import { XmlDocument, XmlValidateError, XsdValidator, xmlCleanupInputProvider } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';

/** An XML schema with its imports. Only while it is compiled may the parser open files. */
export class XmlSchema {
  private constructor(private readonly validator: XsdValidator) {}

  /** @param path of the schema file; imports are found beside it */
  static compiled(path: string): XmlSchema {
    xmlRegisterFsInputProviders();
    try {
      const document = XmlDocument.fromBuffer(readFileSync(path), { url: path });
      try {
        return new XmlSchema(XsdValidator.fromDoc(document));
      } finally {
        document.dispose();
      }
    } finally {
      xmlCleanupInputProvider();
    }
  }

  /** @returns what the schema has to say against the document */
  violations(xml: string): readonly string[] {
    const document = XmlDocument.fromString(xml);
    try {
      this.validator.validate(document);
      return [];
    } catch (error) {
      if (!(error instanceof XmlValidateError)) throw error;
      return error.details.map(({ message }) => message.trim());
    } finally {
      document.dispose();
    }
  }
}
