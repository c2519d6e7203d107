import { describe, expect, it } from 'vitest';
import { niceStep, padRange, valueAxis } from '../../../src/charts/marks/axis.js';
import { spreadLabels } from '../../../src/charts/marks/directLabels.js';
import { forceLayout } from '../../../src/charts/marks/forceLayout.js';
import { overlaps, placeLabels } from '../../../src/charts/marks/placeLabels.js';
import { samplePoints } from '../../../src/charts/marks/samplePoints.js';
import { spreadNodes } from '../../../src/charts/marks/spreadNodes.js';
import { squarify } from '../../../src/charts/marks/squarify.js';
import { LINE_HEIGHT } from '../../../src/charts/theme.js';
import fc from '../../fastCheck.js';

const pixels = fc.array(fc.double({ min: 0, max: 500, noNaN: true }), { maxLength: 15 });

describe('spreadLabels', () => {
  it('moves two labels equally far', () => {
    const [first = 0, second = 0] = spreadLabels([100, 102], 10, 0, 500);
    expect(second - first).toBeCloseTo(13, 9);
    expect(first + second).toBeCloseTo(202, 9);
  });

  it('keeps order, distance and bounds', () => {
    fc.assert(
      fc.property(pixels, (wanted) => {
        const placed = spreadLabels(wanted, 14, 0, 500);
        const sorted = [...placed].sort((a, b) => a - b);
        sorted.slice(1).forEach((at, i) => {
          expect(at - (sorted[i] ?? 0)).toBeGreaterThanOrEqual(14 * LINE_HEIGHT - 1e-6);
        });
        for (const at of placed) {
          expect(at).toBeGreaterThanOrEqual(-1e-6);
          expect(at).toBeLessThanOrEqual(500 + 1e-6);
        }
      }),
    );
  });

  it('squeezes evenly where there is no room', () => {
    expect(spreadLabels([5, 5, 5], 14, 0, 10)).toEqual([0, 5, 10]);
  });
});

describe('placeLabels', () => {
  it('never lets labels touch each other, a point, or the edge', () => {
    const wish = fc.record({
      x: fc.double({ min: 0, max: 300, noNaN: true }),
      y: fc.double({ min: 0, max: 200, noNaN: true }),
      text: fc.constantFrom('one', 'a longer name', 'x'),
      radius: fc.constantFrom(3, 8),
    });
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 20 }), (wishes) => {
        const boxes = placeLabels(wishes, { width: 300, height: 200, size: 14 }).flatMap((label) =>
          label ? [label.box] : [],
        );
        boxes.forEach((box, i) => {
          expect(boxes.slice(i + 1).some((other) => overlaps(box, other))).toBe(false);
          expect(box.x0 >= 0 && box.y0 >= 0 && box.x1 <= 300 && box.y1 <= 200).toBe(true);
        });
      }),
    );
  });
});

describe('squarify', () => {
  it('divides the whole area in proportion', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.1, max: 1000, noNaN: true }), { minLength: 1, maxLength: 30 }),
        (values) => {
          const tiles = squarify(values, 400, 200);
          const total = values.reduce((a, b) => a + b, 0);
          tiles.forEach((tile, i) => {
            expect(tile.width * tile.height).toBeCloseTo((80_000 * (values[i] ?? 0)) / total, 4);
            expect(tile.x + tile.width).toBeLessThanOrEqual(400 + 1e-6);
            expect(tile.y + tile.height).toBeLessThanOrEqual(200 + 1e-6);
          });
        },
      ),
    );
  });

  it('lays out the example of Bruls, Huizing and van Wijk (2000): 6, 6, 4, 3, 2, 2, 1 in 6 × 4', () => {
    const tiles = squarify([6, 6, 4, 3, 2, 2, 1], 6, 4);
    expect(tiles[0]).toMatchObject({ x: 0, y: 0, width: 3, height: 2 });
    expect(tiles[1]).toMatchObject({ x: 0, y: 2, width: 3, height: 2 });
    expect(tiles[2]?.height).toBeCloseTo(2.333, 3);
    expect(tiles[2]?.width).toBeCloseTo(1.714, 3);
  });

  it('takes nothing for nothing', () => {
    expect(squarify([], 10, 10)).toEqual([]);
    expect(squarify([0, 0], 10, 10)).toHaveLength(2);
  });
});

describe('forceLayout', () => {
  const ring = Array.from({ length: 12 }, (_, i) => ({ from: i, to: (i + 1) % 12, weight: 1 }));

  it('lies the same way each time, inside the unit square', () => {
    const layout = forceLayout(12, ring);
    expect(forceLayout(12, ring)).toEqual(layout);
    for (const { x, y } of layout) expect(Math.min(x, y) >= 0 && Math.max(x, y) <= 1).toBe(true);
  });

  it('puts neighbours nearer than strangers', () => {
    const layout = forceLayout(12, ring);
    const distance = (a: number, b: number): number =>
      Math.hypot(
        (layout[a]?.x ?? 0) - (layout[b]?.x ?? 0),
        (layout[a]?.y ?? 0) - (layout[b]?.y ?? 0),
      );
    expect(distance(0, 1)).toBeLessThan(distance(0, 6));
    expect(distance(3, 4)).toBeLessThan(distance(3, 9));
  });

  it('bears single nodes and edges to nowhere', () => {
    expect(forceLayout(0, [])).toEqual([]);
    expect(forceLayout(1, [{ from: 0, to: 5, weight: 1 }])).toEqual([{ x: 0.5, y: 0.5 }]);
  });
});

describe('spreadNodes', () => {
  const field = { width: 600, height: 400 };
  const node = fc.record({
    x: fc.double({ min: 0, max: 600, noNaN: true }),
    y: fc.double({ min: 0, max: 400, noNaN: true }),
  });

  it('leaves what stands apart and moves what does not, inside the field', () => {
    expect(
      spreadNodes(
        [
          { x: 0, y: 0 },
          { x: 300, y: 0 },
        ],
        { x: 50, y: 20 },
        field,
      ),
    ).toEqual([
      { x: 0, y: 0 },
      { x: 300, y: 0 },
    ]);
    fc.assert(
      fc.property(fc.array(node, { maxLength: 12 }), (nodes) => {
        const spread = spreadNodes(nodes, { x: 50, y: 20 }, field);
        spread.forEach((a, i) => {
          expect(a.x >= 0 && a.x <= 600 && a.y >= 0 && a.y <= 400).toBe(true);
          for (const b of spread.slice(i + 1))
            expect(Math.hypot((a.x - b.x) / 50, (a.y - b.y) / 20)).toBeGreaterThan(0.5);
        });
      }),
    );
  });
});

describe('axes', () => {
  it('steps by 1, 2 or 5 times a power of ten', () => {
    expect([0.3, 1, 1.1, 2.5, 7, 120].map(niceStep)).toEqual([0.5, 1, 2, 5, 10, 200]);
    expect(niceStep(0)).toBe(1);
  });

  it('gives values air, begins at zero where asked, and bears nothing', () => {
    expect(padRange([0, 100], { title: '' })).toEqual([-4, 104]);
    expect(padRange([50, 100], { title: '', fromZero: true })).toEqual([0, 104]);
    expect(padRange([5, 5], { title: '' })).toEqual([4.8, 5.2]);
    expect(padRange([], { title: '' })).toEqual([0, 1]);
    expect(padRange([-1, NaN], { title: '', scale: 'log' })).toEqual([1, 10]);
    const [low, high] = padRange([10, 1000], { title: '', scale: 'log' });
    expect(low < 10 && high > 1000).toBe(true);
  });

  it('ticks a logarithmic axis at round numbers', () => {
    const axis = valueAxis({ title: '', scale: 'log', suffix: '×' }, [90, 1100]);
    expect(axis['ticktext']).toEqual('100× 200× 300× 400× 500× 600× 800× 1k×'.split(' '));
    expect(valueAxis({ title: '', scale: 'log' }, [1.5, 8])['tickvals']).toEqual([
      2, 3, 4, 5, 6, 8,
    ]);
    expect(valueAxis({ title: '', scale: 'log' }, [1, 5e4])['tickvals']).toEqual([
      1, 10, 100, 1000, 1e4,
    ]);
    expect(valueAxis({ title: '', scale: 'log' }, [1, 1e20])['tickvals']).toHaveLength(7);
  });

  it('keeps whole years', () => {
    expect(valueAxis({ title: '', format: 'year' }, [2018, 2020])).toMatchObject({
      dtick: 1,
      tickformat: 'd',
    });
  });
});

describe('samplePoints', () => {
  it('spreads over the order and never repeats', () => {
    expect(samplePoints([1, 2, 3, 4, 5, 6], 3)).toEqual([1, 3, 5]);
    expect(samplePoints([1, 2], 3)).toEqual([1, 2]);
    const many = Array.from({ length: 1000 }, (_, i) => i);
    expect(new Set(samplePoints(many, 333)).size).toBe(333);
  });
});
