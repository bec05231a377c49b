import { parseXml } from './parse-xml.js';
import { element, textElement, writeDocument } from './xml-writer.js';

const written = (text: string, attribute = text) =>
  writeDocument(element('rim:Slot', { name: attribute }, textElement('rim:Value', text)), ['rim']);

describe('given a text', () => {
  it.each(['<&>"\'', ']]>', 'tab\there', 'line\nfeed', 'carriage\rreturn', 'pair 😀', '\u0085 \u2028', 'é̩'])(
    'when %j is written, then a parser reads the same text and the same attribute',
    (text) => {
      const root = parseXml(written(text));
      expect(root.first('rim:Value')?.ownText).toBe(text);
      expect(root.attribute('name')).toBe(text);
    },
  );

  it.each([
    ['\u0000', 'U+0000'],
    ['\u0008', 'U+0008'],
    ['\u001f', 'U+001F'],
    ['\ud83d', 'U+D83D'],
    ['\udc00x', 'U+DC00'],
    ['\ufffe', 'U+FFFE'],
  ])('when it holds %j, which XML cannot carry, then it is refused', (text, code) => {
    expect(() => written(text)).toThrow(`not an XML character: ${code}`);
    expect(() => written('fine', text)).toThrow(RangeError);
  });
});

it('an absent attribute and an absent child leave no trace', () => {
  expect(writeDocument(element('rim:Slot', { name: undefined }, undefined), ['rim'])).toMatch(
    /<rim:Slot xmlns:rim="[^"]+"\/>\n$/,
  );
});
