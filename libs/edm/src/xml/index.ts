export * from './namespaces.js';
export * from './parse-xml.js';
export * from './read-limits.js';
export * from './unreadable-message.js';
export * from './xml-element.js';
export * from './xml-writer.js';
