// The runtime is part of jest; the two have to be of the same version.
const { default: JestRuntime } = require('jest-runtime');

/**
 * Lets tests of backend packages `require` ES modules, which node does by itself since 20.19 and
 * jest refuses. What is required is transpiled to CommonJS; `import()` stays as jest has it.
 */
module.exports = class RequireOfEsModules extends JestRuntime {
  #requiring = false;

  requireModule(...args) {
    const before = this.#requiring;
    this.#requiring = true;
    try {
      return super.requireModule(...args);
    } finally {
      this.#requiring = before;
    }
  }

  _loadModule(...args) {
    // The code of a module runs in here, and may begin an `import()`.
    this.#requiring = false;
    return super._loadModule(...args);
  }

  unstable_shouldLoadAsEsm(...args) {
    return !this.#requiring && super.unstable_shouldLoadAsEsm(...args);
  }
};
