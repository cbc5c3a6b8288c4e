// What the Markdown that card renderers use makes of each text: the kinds of its pieces, and the words it shows.
import { readFileSync } from 'node:fs';
import MarkdownIt from 'markdown-it';

const markdown = new MarkdownIt();
const shown = (token) => (token.type === 'softbreak' ? ' ' : token.content);
const read = JSON.parse(readFileSync(process.argv[2], 'utf8')).map((text) => {
  const blocks = markdown.parse(text, {});
  const pieces = blocks.flatMap((block) => block.children ?? []);
  return {
    kinds: [...new Set([...blocks, ...pieces].map((token) => token.type))],
    text: blocks.filter((block) => block.type === 'inline').map((block) => block.children.map(shown).join('')).join('\n\n'),
  };
});
process.stdout.write(JSON.stringify(read) + '\n');
