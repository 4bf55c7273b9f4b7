// Finds what a user sees by its label, through all shadow roots, and says where it is and what it shows.
(() => {
  const everything = (root) =>
    [...root.querySelectorAll("*")].flatMap((e) => [e, ...(e.shadowRoot ? everything(e.shadowRoot) : [])]);
  const named = (e) =>
    [e.labels?.[0]?.textContent, e.getAttribute("aria-label"), /^(A|BUTTON)$/.test(e.tagName) ? e.textContent : null];
  const host = (e) => (e.getRootNode() instanceof ShadowRoot ? e.getRootNode().host : null);
  window.testFind = (label) => {
    const found = everything(document).filter((e) => {
      if (!["A", "BUTTON", "INPUT", "TEXTAREA"].includes(e.tagName)) return false;
      return [...named(e), host(e)?.label, host(e)?.textContent].some((name) => name?.trim() === label);
    });
    if (found.length === 0) return null;
    const control = found[0];
    const box = control.getBoundingClientRect();
    return {
      x: box.x + box.width / 2,
      y: box.y + box.height / 2,
      value: control.type === "checkbox" ? control.checked : control.value,
      type: control.type,
      count: found.length,
      innerHeight: window.innerHeight,
    };
  };
  return true;
})()
