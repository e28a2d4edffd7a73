import '@testing-library/jest-dom';

// jsdom lays nothing out: there is nothing to observe and nowhere to scroll.
window.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
window.scrollTo = () => {};
