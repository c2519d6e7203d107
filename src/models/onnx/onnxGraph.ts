import { ProtoMessage } from './protoMessage.js';

/** Numbers of the ONNX format (onnx.proto): element types and attribute types. */
export const ELEMENT = { float: 1, int64: 7, string: 8, double: 11 } as const;
const ATTRIBUTE = { int: 2, text: 3, tensor: 4, ints: 7, texts: 8 } as const;

/** The oldest versions that have all operators used here; `ai.onnx.ml` 3 brought trees over doubles. */
const IR_VERSION = 8;
const OPSETS = [
  ['', 15],
  ['ai.onnx.ml', 3],
] as const;

/** A double tensor, row by row. */
export interface DoubleTensor {
  readonly dims: readonly number[];
  readonly values: ArrayLike<number>;
}

export type OnnxAttribute =
  | number
  | string
  | DoubleTensor
  | { readonly ints: readonly number[] }
  | { readonly texts: readonly string[] };

export interface OnnxNode {
  readonly operator: string;
  readonly inputs: readonly string[];
  readonly output: string;
  /** Operators of `ai.onnx.ml`; the others are of the standard set. */
  readonly isMl?: boolean;
  readonly attributes?: Readonly<Record<string, OnnxAttribute>>;
}

/** An input or output: a tensor of so many columns per row, or a list of one value per row. */
export interface OnnxValue {
  readonly name: string;
  readonly element: keyof typeof ELEMENT;
  /** null: one value per row. */
  readonly columns: number | null;
}

export interface OnnxGraph {
  readonly name: string;
  readonly inputs: readonly OnnxValue[];
  readonly output: OnnxValue;
  readonly constants: Readonly<Record<string, DoubleTensor>>;
  readonly nodes: readonly OnnxNode[];
  /** Notes for whoever reads the file. */
  readonly metadata: Readonly<Record<string, string>>;
}

/** An ONNX file of a graph. Same graph, same bytes. */
export function onnxFile(graph: OnnxGraph): Uint8Array {
  const model = new ProtoMessage().int(1, IR_VERSION).text(2, 'liner-notes');
  model.message(7, graphMessage(graph));
  for (const [domain, version] of OPSETS) {
    model.message(8, new ProtoMessage().text(1, domain).int(2, version));
  }
  for (const [key, value] of Object.entries(graph.metadata)) {
    model.message(14, new ProtoMessage().text(1, key).text(2, value));
  }
  return model.bytes();
}

function graphMessage({ name, inputs, output, constants, nodes }: OnnxGraph): ProtoMessage {
  const message = new ProtoMessage();
  for (const node of nodes) message.message(1, nodeMessage(node));
  message.text(2, name);
  for (const [id, tensor] of Object.entries(constants)) {
    message.message(5, tensorMessage(tensor).text(8, id));
  }
  for (const input of inputs) message.message(11, valueMessage(input));
  return message.message(12, valueMessage(output));
}

function nodeMessage({ operator, inputs, output, isMl, attributes = {} }: OnnxNode): ProtoMessage {
  const message = new ProtoMessage();
  for (const input of inputs) message.text(1, input);
  message.text(2, output).text(3, output).text(4, operator);
  for (const [name, value] of Object.entries(attributes)) {
    message.message(5, attributeMessage(name, value));
  }
  return isMl === true ? message.text(7, 'ai.onnx.ml') : message;
}

function attributeMessage(name: string, value: OnnxAttribute): ProtoMessage {
  const message = new ProtoMessage().text(1, name);
  if (typeof value === 'number') return message.int(3, value).int(20, ATTRIBUTE.int);
  if (typeof value === 'string') return message.text(4, value).int(20, ATTRIBUTE.text);
  if ('dims' in value) return message.message(5, tensorMessage(value)).int(20, ATTRIBUTE.tensor);
  if ('ints' in value) return message.ints(8, value.ints).int(20, ATTRIBUTE.ints);
  for (const text of value.texts) message.text(9, text);
  return message.int(20, ATTRIBUTE.texts);
}

function tensorMessage({ dims, values }: DoubleTensor): ProtoMessage {
  const data = new DataView(new ArrayBuffer(values.length * 8));
  for (let i = 0; i < values.length; i += 1) data.setFloat64(i * 8, values[i], true);
  return new ProtoMessage()
    .ints(1, dims)
    .int(2, ELEMENT.double)
    .raw(9, new Uint8Array(data.buffer));
}

function valueMessage({ name, element, columns }: OnnxValue): ProtoMessage {
  const shape = new ProtoMessage().message(1, new ProtoMessage().text(2, 'rows'));
  if (columns !== null) shape.message(1, new ProtoMessage().int(1, columns));
  const tensor = new ProtoMessage().int(1, ELEMENT[element]).message(2, shape);
  return new ProtoMessage().text(1, name).message(2, new ProtoMessage().message(1, tensor));
}
