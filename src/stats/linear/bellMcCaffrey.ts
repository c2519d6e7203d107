import { ColumnSet } from './columnSet.js';
import type { Grouping } from './grouping.js';
import { addOuter, apply, multiply, sandwich, scoreProducts } from './scores.js';
import type { Solution } from './solveLeastSquares.js';
import { addRow, mirrorUpper, rowDot, times, type SparseMatrix } from './sparseMatrix.js';
import { symmetricEigen } from './symmetricEigen.js';

/** Above this many multiplications for the clusters' eigenvectors, CR2 is given up for CR1. */
const MOST_WORK = 2e9;
/** Above this many numbers kept, CR2 is given up for CR1. */
const MOST_MEMORY = 2e7;
/** Absorbed groups that cut across clusters enter the degrees of freedom as columns; more than this is too many. */
const MOST_CROSSED_GROUPS = 1500;
/** Eigenvalues of I − H below this are zero: the cluster alone determines some coefficient. */
const SINGULAR = 1e-10;

/** The bias-reduced cluster covariance with its degrees of freedom. */
interface Adjusted {
  readonly matrix: Float64Array;
  degreesOfFreedom(contrast: Float64Array): number;
}

/**
 * CR2 of Bell and McCaffrey (2002) with identity working covariance: each cluster's residuals are multiplied by
 * the symmetric inverse square root of its block of I − H, which removes the bias of CR1 under independent, equally
 * spread errors. Degrees of freedom by Satterthwaite, for one contrast at a time (Pustejovsky and Tipton 2018, whose
 * treatment of absorbed effects is followed too).
 *
 * @returns null where the clusters are too large or fewer than two.
 */
export function bellMcCaffrey(solution: Solution, clusters: Grouping): Adjusted | null {
  if (clusters.groups < 2 || !isFeasible(solution, clusters)) return null;
  const adjustments = clusterAdjustments(solution, clusters);
  const weights = new Float64Array(solution.n);
  adjustments.forEach(({ root }, cluster) => {
    multiplyInto(root, membersOf(clusters, cluster), solution.residuals, weights);
  });
  const size = solution.design.matrix.columns;
  const filling = scoreProducts(solution.design.matrix, weights, clusters);
  return {
    matrix: sandwich(solution.inverse.matrix, filling, size),
    degreesOfFreedom: (contrast) => satterthwaite(solution, clusters, adjustments, contrast),
  };
}

function isFeasible(solution: Solution, clusters: Grouping): boolean {
  let work = 0;
  let memory = 0;
  for (let cluster = 0; cluster < clusters.groups; cluster += 1) {
    const size = clusters.start[cluster + 1] - clusters.start[cluster];
    work += 10 * size ** 3;
    memory += size ** 2;
  }
  const crossed = solution.absorbed?.groups ?? 0;
  return work <= MOST_WORK && memory <= MOST_MEMORY && crossed <= MOST_CROSSED_GROUPS;
}

function membersOf(clusters: Grouping, cluster: number): Int32Array {
  return clusters.members.subarray(clusters.start[cluster], clusters.start[cluster + 1]);
}

/** The symmetric inverse square root of a cluster's block of I − H. */
interface Adjustment {
  readonly root: Float64Array;
  /** Whether the block has none, so that the root is that of the pseudo-inverse. */
  readonly singular: boolean;
}

interface ClusterAdjustment extends Adjustment {
  /** Columns of the cluster's rows that are not zero, then its absorbed groups after all columns; ascending. */
  readonly columns: Int32Array;
}

/** (I − H)^(−1/2) of every cluster. */
function clusterAdjustments(solution: Solution, clusters: Grouping): ClusterAdjustment[] {
  const touched = new ColumnSet(formSize(solution));
  return Array.from({ length: clusters.groups }, (_, cluster) => {
    const members = membersOf(clusters, cluster);
    const adjustment = inverseRoot(residualBlock(solution, members), members.length);
    return { ...adjustment, columns: columnsOf(solution, members, touched) };
  });
}

/** Columns and absorbed groups together. */
function formSize({ design, absorbed }: Solution): number {
  return design.matrix.columns + (absorbed?.groups ?? 0);
}

function columnsOf(
  { design, absorbed }: Solution,
  members: Int32Array,
  touched: ColumnSet,
): Int32Array {
  for (const row of members) {
    touched.addRow(design.matrix, row);
    if (absorbed) touched.add(design.matrix.columns + absorbed.of[row]);
  }
  const columns = touched.members().slice().sort();
  touched.clear();
  return columns;
}

/** A cluster's block of I − H, where H projects on the design and on the absorbed groups. */
function residualBlock(solution: Solution, members: Int32Array): Float64Array {
  const { design, inverse, absorbed } = solution;
  const size = members.length;
  const block = new Float64Array(size * size);
  for (let a = 0; a < size; a += 1) {
    const spread = inverseTimesRow(inverse.matrix, design.matrix, members[a]);
    for (let b = a; b < size; b += 1) {
      let hat = rowDot(design.matrix, members[b], spread);
      const group = absorbed?.of[members[a]];
      if (absorbed && group === absorbed.of[members[b]]) hat += 1 / groupSize(absorbed, group);
      block[a * size + b] = block[b * size + a] = (a === b ? 1 : 0) - hat;
    }
  }
  return block;
}

function groupSize(grouping: Grouping, group: number): number {
  return grouping.start[group + 1] - grouping.start[group];
}

function inverseTimesRow(inverse: Float64Array, matrix: SparseMatrix, row: number): Float64Array {
  const size = matrix.columns;
  const result = new Float64Array(size);
  for (let i = matrix.start[row]; i < matrix.start[row + 1]; i += 1) {
    const base = matrix.index[i] * size;
    const value = matrix.value[i];
    for (let j = 0; j < size; j += 1) result[j] += value * inverse[base + j];
  }
  return result;
}

function inverseRoot(block: Float64Array, size: number): Adjustment {
  if (size === 1) {
    const singular = !(block[0] > SINGULAR);
    return { root: Float64Array.of(singular ? 0 : 1 / Math.sqrt(block[0])), singular };
  }
  const { values, vectors } = symmetricEigen(block, size);
  const root = new Float64Array(size * size);
  for (let k = 0; k < size; k += 1) {
    if (!(values[k] > SINGULAR)) continue;
    const factor = 1 / Math.sqrt(values[k]);
    for (let i = 0; i < size; i += 1) {
      const left = vectors[i * size + k] * factor;
      for (let j = i; j < size; j += 1) root[i * size + j] += left * vectors[j * size + k];
    }
  }
  mirrorUpper(root, size);
  return { root, singular: values.some((value) => !(value > SINGULAR)) };
}

/** Multiplies a cluster's part of a vector by a symmetric matrix, into its part of another. */
function multiplyInto(
  adjustment: Float64Array,
  members: Int32Array,
  source: Float64Array,
  target: Float64Array,
): void {
  const size = members.length;
  for (let a = 0; a < size; a += 1) {
    let sum = 0;
    for (let b = 0; b < size; b += 1) sum += adjustment[a * size + b] * source[members[b]];
    target[members[a]] = sum;
  }
}

/**
 * (tr B)² / tr(B²), where B is the quadratic form in independent errors that the variance of the contrast is:
 * B = diag(|p|²) − U M U', with p each cluster's adjusted weights and U their sums over columns.
 */
function satterthwaite(
  solution: Solution,
  clusters: Grouping,
  adjustments: readonly ClusterAdjustment[],
  contrast: Float64Array,
): number {
  const { design, inverse, n } = solution;
  const projection = times(design.matrix, apply(inverse.matrix, contrast));
  const weights = new Float64Array(n);
  const form = newForm(solution);
  let trace = 0;
  let squares = 0;
  adjustments.forEach(({ root, singular, columns }, cluster) => {
    const members = membersOf(clusters, cluster);
    multiplyInto(root, members, projection, weights);
    const length = squaredLength(weights, members);
    // p' (I − H) p: the root undoes itself unless the block is singular.
    const sums = addCluster(form, members, columns, weights, singular);
    const left = singular ? length - sums : squaredLength(projection, members);
    trace += left;
    squares += length * (2 * left - length);
  });
  const crossed = crossTrace(form);
  const traceOfSquare = squares + crossed;
  const df = (trace * trace) / traceOfSquare;
  // The form is positive, so that df ≥ 1; less is rounding where clusters alone determine the contrast.
  return trace > 0 && df > 1 - 1e-6 ? df : NaN;
}

function squaredLength(vector: Float64Array, members: Int32Array): number {
  let sum = 0;
  for (const row of members) sum += vector[row] * vector[row];
  return sum;
}

/** Sum over clusters of u u', where u holds a cluster's column sums and its scaled sums over absorbed groups. */
interface Form {
  readonly solution: Solution;
  readonly size: number;
  readonly total: number;
  readonly products: Float64Array;
  readonly sums: Float64Array;
}

function newForm(solution: Solution): Form {
  const size = solution.design.matrix.columns;
  const total = formSize(solution);
  return {
    solution,
    size,
    total,
    products: new Float64Array(total * total),
    sums: new Float64Array(total),
  };
}

/** Adds one cluster; gives its own quadratic form u' M u where that is wanted, otherwise 0. */
function addCluster(
  form: Form,
  members: Int32Array,
  columns: Int32Array,
  weights: Float64Array,
  wanted: boolean,
): number {
  const { solution, size, total, sums } = form;
  const { design, absorbed } = solution;
  for (const row of members) {
    addRow(design.matrix, row, weights[row], sums);
    if (!absorbed) continue;
    const group = absorbed.of[row];
    sums[size + group] += weights[row] / Math.sqrt(groupSize(absorbed, group));
  }
  addOuter(sums, columns, form.products, total);
  const projected = wanted ? quadraticForm(form, columns) : 0;
  for (const column of columns) sums[column] = 0;
  return projected;
}

function quadraticForm({ solution, size, sums }: Form, touched: Int32Array): number {
  let result = 0;
  for (const a of touched) {
    if (a >= size) {
      result += sums[a] * sums[a];
      continue;
    }
    let image = 0;
    for (const b of touched) {
      if (b < size) image += solution.inverse.matrix[a * size + b] * sums[b];
    }
    result += sums[a] * image;
  }
  return result;
}

/** tr(M S M S), with M the inverse of X'X on the columns and the identity on the absorbed groups. */
function crossTrace(form: Form): number {
  const { solution, size, total, products } = form;
  mirrorUpper(products, total);
  const columns = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1)
    columns.set(products.subarray(i * total, i * total + size), i * size);
  const spread = multiply(solution.inverse.matrix, columns, size);
  let trace = 0;
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < size; j += 1) trace += spread[i * size + j] * spread[j * size + i];
  }
  for (let group = size; group < total; group += 1) {
    const sums = products.subarray(group * total, group * total + size);
    const image = apply(solution.inverse.matrix, sums);
    for (let i = 0; i < size; i += 1) trace += 2 * sums[i] * image[i];
    for (let other = size; other < total; other += 1) trace += products[group * total + other] ** 2;
  }
  return trace;
}
