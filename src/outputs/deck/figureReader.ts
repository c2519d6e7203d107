import { dirname, resolve } from 'node:path';
import { sortedPaths, type OutputSet } from '../outputSet.js';
import { readIfPresent } from '../writeOutputs.js';
import type { DeckHtmlOptions } from './deckHtml.js';

/**
 * Reads figures from files, by their address in a deck.
 *
 * @param deck path of the deck; addresses are relative to its folder
 */
export function figuresOnDisk(deck: string): DeckHtmlOptions['readFigure'] {
  return (address) => readIfPresent(resolve(dirname(deck), address))?.toString('utf8') ?? null;
}

/**
 * Gives figures that are about to be written, by their address in the deck of the same set.
 *
 * @param deck path of the deck in the set
 */
export function figuresInSet(set: OutputSet, deck: string): DeckHtmlOptions['readFigure'] {
  const root = resolve('/');
  const byPath = new Map(sortedPaths(set).map((path) => [resolve(root, path), set.get(path)]));
  return (address) => {
    const content = byPath.get(resolve(root, dirname(deck), address));
    return content === undefined ? null : Buffer.from(content).toString('utf8');
  };
}
