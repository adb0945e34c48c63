import type { HandleKind } from './protocol.ts';

/** What a handle needs of the submission that it belongs to. */
export interface HandleOwner {
  call(target: { handle: StudentHandle; member?: string }, values: readonly unknown[]): Promise<unknown>;
  get(target: { handle: StudentHandle; member: string }): Promise<unknown>;
  exportModel(handle: StudentHandle): Promise<unknown>;
  release(handle: StudentHandle): Promise<void>;
}

/** A handle was used whose process has ended. */
export class HandleGone extends Error {
  override readonly name = 'HandleGone';
}

/**
 * Something of the student's that stays in its process: a function, a model, an optimizer, an instance of a class.
 * May be passed back as an argument. It is gone with its process.
 */
export class StudentHandle {
  /** `function`, `model`, …: a claim of the student process. */
  readonly kind: HandleKind;
  /** Name of the function, or of the object's class, cleaned. */
  readonly name: string;
  /** Identity within its process. */
  readonly number: number;
  readonly #owner: HandleOwner;

  constructor(owner: HandleOwner, number: number, kind: HandleKind, name: string) {
    this.#owner = owner;
    this.number = number;
    this.kind = kind;
    this.name = name;
  }

  /** Calls it, when it is a function. @throws StudentFailure */
  apply(...values: readonly unknown[]): Promise<unknown> {
    return this.#owner.call({ handle: this }, values);
  }

  /** Calls one of its methods. @throws StudentFailure */
  call(member: string, ...values: readonly unknown[]): Promise<unknown> {
    return this.#owner.call({ handle: this, member }, values);
  }

  /** Asks a model for its outputs: `predict(inputs)`. @throws StudentFailure */
  predict(inputs: unknown): Promise<unknown> {
    return this.call('predict', inputs);
  }

  /** Reads one of its properties. @throws StudentFailure */
  get(member: string): Promise<unknown> {
    return this.#owner.get({ handle: this, member });
  }

  /** Takes a model apart: `{topology, weights}`, to be rebuilt by {@link rebuildModel}. @throws StudentFailure */
  export(): Promise<unknown> {
    return this.#owner.exportModel(this);
  }

  /** Lets the process forget it. */
  release(): Promise<void> {
    return this.#owner.release(this);
  }
}
