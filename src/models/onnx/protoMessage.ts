/** Wire types of protocol buffers. */
const VARINT = 0;
const BYTES = 2;

/**
 * Writes one message in the wire format of protocol buffers, as far as ONNX needs it
 * (https://protobuf.dev/programming-guides/encoding/).
 *
 * @example
 * [...new ProtoMessage().int(1, 150).bytes()]; // [8, 150, 1]
 */
export class ProtoMessage {
  readonly #parts: Uint8Array[] = [];

  /** A whole number, also a negative one. */
  int(field: number, value: number): this {
    return this.#push(varint(field * 8 + VARINT), varint(value));
  }

  text(field: number, value: string): this {
    return this.raw(field, new TextEncoder().encode(value));
  }

  /** Whole numbers, packed. */
  ints(field: number, values: readonly number[]): this {
    return this.raw(field, joined(values.map(varint)));
  }

  message(field: number, value: ProtoMessage): this {
    return this.raw(field, value.bytes());
  }

  raw(field: number, value: Uint8Array): this {
    return this.#push(varint(field * 8 + BYTES), varint(value.length), value);
  }

  bytes(): Uint8Array {
    return joined(this.#parts);
  }

  #push(...parts: Uint8Array[]): this {
    this.#parts.push(...parts);
    return this;
  }
}

/** Seven bits a byte, the lowest first; a negative number as its two's complement in 64 bits. */
function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  do {
    const low = Number(rest & 127n);
    rest >>= 7n;
    bytes.push(rest > 0n ? low | 128 : low);
  } while (rest > 0n);
  return Uint8Array.from(bytes);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
