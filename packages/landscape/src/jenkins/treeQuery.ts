/** A parsed `tree=` expression: names to include, each with its own selection and range. */
export interface TreeNode {
  readonly children: Map<string, TreeNode>;
  /** First index included, and the first that is not. */
  range: { readonly from: number; readonly to: number };
}

const TOKEN = /[,[\]{}]|[^,[\]{}]+/g;

/**
 * Reads a `tree=` expression: `a,b[c,d{0,20}]`, `{N}`, `{N,}`, `{,N}`. The grammar, and that a name
 * given twice counts as given last, follow Stapler's `NamedPathPruner`.
 *
 * @throws Error where the expression is malformed
 */
export function parseTree(expression: string): TreeNode {
  const tokens = expression.match(TOKEN) ?? [];
  let at = 0;

  const fail = (expected: string): never => {
    throw new Error(`expected ${expected} at token ${at}`);
  };
  const accept = (token: string): boolean => {
    if (tokens[at] !== token) {
      return false;
    }
    at += 1;
    return true;
  };
  const expect = (token: string): void => {
    if (!accept(token)) {
      fail(token);
    }
  };
  const number = (): number => {
    const token = tokens[at];
    if (token === undefined || !/^[0-9]+$/.test(token)) {
      return fail('number');
    }
    at += 1;
    return Number(token);
  };
  const range = (): TreeNode['range'] => {
    if (accept(',')) {
      return { from: 0, to: number() };
    }
    const from = number();
    if (tokens[at] === '}') {
      return { from, to: from + 1 };
    }
    expect(',');
    return { from, to: tokens[at] === '}' ? Infinity : number() };
  };
  const list = (into: TreeNode): void => {
    do {
      const name = tokens[at];
      if (name === undefined || /^[,[\]{}]$/.test(name)) {
        fail('name');
      } else {
        at += 1;
        const node = emptyNode();
        into.children.set(name, node);
        if (accept('[')) {
          list(node);
          expect(']');
        }
        if (accept('{')) {
          node.range = range();
          expect('}');
        }
      }
    } while (accept(','));
  };

  const root = emptyNode();
  list(root);
  if (at < tokens.length) {
    fail('end');
  }
  return root;
}

function emptyNode(): TreeNode {
  return { children: new Map(), range: { from: 0, to: Infinity } };
}
