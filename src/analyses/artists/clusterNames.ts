import type { Tagging } from '../../models/recommend/artistData.js';

const TAGS_IN_NAME = 3;

/**
 * Names each cluster by the tags that set it apart: mean share of a tag among the taggings of the cluster's artists, times
 * the logarithm of how much larger that is than among all artists (a term of the Kullback–Leibler divergence).
 * A cluster without tags gets an empty list.
 */
export function leadingTags(
  labels: Int32Array,
  count: number,
  taggings: readonly Tagging[],
  tags: readonly string[],
): readonly (readonly string[])[] {
  const totals = new Float64Array(labels.length);
  for (const { artist, weight } of taggings) totals[artist] += weight;
  const tagged = new Int32Array(count);
  labels.forEach((label, artist) => {
    if (totals[artist] > 0) tagged[label] += 1;
  });
  const allTagged = tagged.reduce((sum, size) => sum + size, 0);
  const shares = new Float64Array(count * tags.length);
  const overall = new Float64Array(tags.length);
  for (const { artist, tag, weight } of taggings) {
    const label = labels[artist];
    const share = weight / totals[artist];
    shares[label * tags.length + tag] += share / tagged[label];
    overall[tag] += share / allTagged;
  }
  return Array.from(tagged, (_, label) => {
    const scored = tags.flatMap((name, tag) => {
      const share = shares[label * tags.length + tag];
      const score = share > overall[tag] ? share * Math.log(share / overall[tag]) : 0;
      return score > 0 ? [{ name, score }] : [];
    });
    return scored
      .sort((a, b) => b.score - a.score || (a.name < b.name ? -1 : 1))
      .slice(0, TAGS_IN_NAME)
      .map(({ name }) => name);
  });
}
