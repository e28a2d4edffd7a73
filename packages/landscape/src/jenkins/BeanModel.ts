import type { Pruner } from './pruners';

/** JSON as it goes over the wire. */
export type Json =
  | null
  | string
  | number
  | boolean
  | readonly Json[]
  | { readonly [key: string]: Json };

/** An object that knows how to export itself, pruned. */
export interface ExportedBean {
  export(pruner: Pruner): Json;
}

export type ExportedValue =
  | null
  | string
  | number
  | boolean
  | ExportedBean
  | readonly ExportedValue[];

/** Reads a property; undefined where this object does not have it. */
type Read<T> = (target: T) => ExportedValue | undefined;

interface ModelProperty<T> {
  readonly name: string;
  readonly visibility: number;
  readonly inline: boolean;
  readonly read: Read<T>;
}

/** Shown even where the object is only referred to. */
const SUMMARY_VISIBILITY = 999;
const DEFAULT_VISIBILITY = 1;
/** Shown where asked for by name only. */
const HIDDEN_VISIBILITY = -2;

interface BeanModelOptions<T> {
  /**
   * Java class, sent as `_class`. Jenkins leaves it out where the declared type says as much
   * (Stapler's `ClassAttributeBehaviour.IF_NEEDED`), so some models have none.
   */
  readonly className?: string | ((target: T) => string);
  /** In the order they are sent. */
  readonly properties: { readonly [name: string]: Read<T> };
  readonly summary?: readonly string[];
  readonly hidden?: readonly string[];
  /** Shown as if it were part of this object, not one level deeper. */
  readonly inline?: readonly string[];
}

function visibilityOf(
  name: string,
  { summary, hidden }: Pick<BeanModelOptions<never>, 'summary' | 'hidden'>,
): number {
  if (summary?.includes(name)) {
    return SUMMARY_VISIBILITY;
  }
  return hidden?.includes(name) ? HIDDEN_VISIBILITY : DEFAULT_VISIBILITY;
}

/** The exported properties of one Java class: what Stapler calls a model. */
export class BeanModel<T> {
  readonly #className: (target: T) => string | undefined;
  readonly #properties: readonly ModelProperty<T>[];

  private constructor(options: BeanModelOptions<T>) {
    const { className, properties } = options;
    this.#className =
      typeof className === 'function' ? className : () => className;
    this.#properties = Object.entries(properties).map(([name, read]) => ({
      name,
      read,
      visibility: visibilityOf(name, options),
      inline: options.inline?.includes(name) ?? false,
    }));
  }

  static create<T>(options: BeanModelOptions<T>): BeanModel<T> {
    return new BeanModel(options);
  }

  of(target: T): ExportedBean {
    return { export: pruner => this.#export(target, pruner) };
  }

  #export(target: T, pruner: Pruner): Json {
    const exported: { [key: string]: Json } = {};
    const className = this.#className(target);
    if (className !== undefined) {
      exported._class = className;
    }
    for (const property of this.#properties) {
      const inner = pruner.accept(property);
      const value = inner && property.read(target);
      if (inner && value !== undefined) {
        exported[property.name] = exportValue(value, inner);
      }
    }
    return exported;
  }
}

function exportValue(value: ExportedValue, pruner: Pruner): Json {
  if (isList(value)) {
    return pruner.slice(value).map(item => exportValue(item, pruner));
  }
  return typeof value === 'object' && value !== null
    ? value.export(pruner)
    : value;
}

function isList(value: ExportedValue): value is readonly ExportedValue[] {
  return Array.isArray(value);
}
