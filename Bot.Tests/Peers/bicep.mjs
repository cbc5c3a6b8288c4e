// Parses a Bicep file with the published grammar. Prints, as JSON, the places that are no Bicep, and what the file declares.
// Usage: node bicep.mjs <file>
import { readFileSync } from 'node:fs';
import { Language, Parser } from 'web-tree-sitter';

await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(new URL('node_modules/tree-sitter-bicep/tree-sitter-bicep.wasm', import.meta.url).pathname));
const tree = parser.parse(readFileSync(process.argv[2], 'utf8'));

const faults = [];
const declared = [];
(function visit(node) {
  if (node.isError || node.isMissing) {
    faults.push(`${node.startPosition.row + 1}:${node.startPosition.column + 1} ${node.isMissing ? 'missing' : 'not understood'}: ${node.text.slice(0, 60)}`);
  }
  if (node.type.endsWith('_declaration')) {
    declared.push(`${node.type.replace('_declaration', '')} ${node.namedChildren.find(child => child.type === 'identifier')?.text}`);
  }
  node.children.forEach(visit);
})(tree.rootNode);

console.log(JSON.stringify({ faults, declared }));
